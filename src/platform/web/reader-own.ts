import type { FastifyRequest } from 'fastify';

/** Requests of which a handler read something that is the reader's own. */
const read = new WeakSet<FastifyRequest>();

/** Notes that a handler read what is the reader's own: their cookies, where they are, or a form made for them. */
export function noteOwn(request: FastifyRequest): void {
  read.add(request);
}

/** Whether anything of the reader's own may stand in the answer. */
export function readOwn(request: FastifyRequest): boolean {
  return read.has(request);
}
