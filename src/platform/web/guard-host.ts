import type { FastifyInstance } from 'fastify';
import { isOwnHost } from './own-host.ts';
import { addressTooLong, LONGEST_ADDRESS, wrongHost } from './problem.ts';
import { ProblemError } from './problem-error.ts';

/** Refuses, before anything is read, what names another host or has too long an address. */
export function guardHost(app: FastifyInstance, allowedHosts: readonly string[]): void {
  app.addHook('onRequest', async (request) => {
    if (!isOwnHost(request.headers.host, allowedHosts)) throw new ProblemError(wrongHost);
    if (request.url.length > LONGEST_ADDRESS) throw new ProblemError(addressTooLong);
  });
}
