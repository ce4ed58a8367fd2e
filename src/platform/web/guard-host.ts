import type { FastifyInstance } from 'fastify';
import { hostNamedIn, isOwnHost } from './own-host.ts';
import { addressNotRead, addressTooLong, hostNotRead, LONGEST_ADDRESS, wrongHost } from './problem.ts';
import { ProblemError } from './problem-error.ts';

/**
 * Refuses, before anything is read, what names no host, several or another's, what asks for a whole address as of a proxy, and
 * what has too long an address. What comes after may take the host for one that makes an address.
 */
export function guardHost(app: FastifyInstance, allowedHosts: readonly string[]): void {
  app.addHook('onRequest', async (request) => {
    const host = hostNamedIn(request.raw.rawHeaders);
    if (host.kind === 'unreadable') throw new ProblemError(hostNotRead);
    if (!isOwnHost(host.name, allowedHosts)) throw new ProblemError(wrongHost);
    if (request.url.length > LONGEST_ADDRESS) throw new ProblemError(addressTooLong);
    // The target as it came: what routes by it has already taken the host out of a whole address.
    if (request.raw.url?.startsWith('/') !== true) throw new ProblemError(addressNotRead);
  });
}
