import type { FastifyInstance } from 'fastify';

/**
 * One line for each request: the route's pattern, never the address itself, since names and what a person searched
 * for stand in addresses.
 */
export function logRequests(app: FastifyInstance): void {
  app.addHook('onResponse', async (request, reply) => {
    request.log.info(
      {
        method: request.method,
        route: request.routeOptions.url ?? null,
        status: reply.statusCode,
        milliseconds: Math.round(reply.elapsedTime * 10) / 10,
      },
      'Answered a request',
    );
  });
}

/**
 * An error as facts for the log. The message is left out, because a database puts the very values into it that it
 * could not store; the kind, the code and the places in our own code stay.
 */
export function errorFacts(error: unknown): Readonly<Record<string, unknown>> {
  if (!(error instanceof Error)) return { error: typeof error };
  const frames = (error.stack ?? '')
    .split('\n')
    .filter((line) => /^\s+at /.test(line))
    .map((line) => line.trim())
    .slice(0, 12);
  return {
    error: error.name,
    ...('code' in error && typeof error.code === 'string' ? { code: error.code } : {}),
    frames,
    ...(error.cause === undefined ? {} : { cause: errorFacts(error.cause) }),
  };
}
