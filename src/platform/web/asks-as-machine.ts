import type { FastifyRequest } from 'fastify';

/** Whether a program asked, and so wants JSON: by the route, or by what it says it accepts. */
export function asksAsMachine(request: FastifyRequest): boolean {
  if (request.routeOptions.config?.machine === true) return true;
  const accept = request.headers.accept ?? '';
  return /\bapplication\/(?:[a-z.]+\+)?json\b/.test(accept) && !/\btext\/html\b/.test(accept);
}
