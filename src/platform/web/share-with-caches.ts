import { Readable } from 'node:stream';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Answer } from './answer.ts';
import type { CookieNames } from './cookie-names.ts';
import { readOwn } from './reader-own.ts';
import type { Route } from './route.ts';
import { whoAsks } from './who-asks.ts';

/**
 * What an answer that is the same for everybody says to caches. A browser asks again each time, by the mark of what it
 * holds; a cache that many share may hold it for a second, and not a moment longer, also where the server does not
 * answer: what is recalled has to be gone everywhere within five seconds.
 */
export const FOR_EVERYBODY = 'public, max-age=0, s-maxage=1, must-revalidate';

declare module 'fastify' {
  interface FastifyRequest {
    /** Whether its answer was made of nothing that belongs to whoever asked. Kept on the request: a set of them costs each page. */
    isForEverybody: boolean;
  }
}

/**
 * Asks a handler for its answer, and remembers of one that is for everybody that it is: a public page or file in whose making
 * nothing of the reader's own was read. Where no cookie of ours came nobody has signed in, so that every question to the
 * database is asked for nobody; the few routes that ask for Throughline itself say that they are of one person
 * (`test/security/source.test.ts`). Watching each question instead would cost every page a tenth on Node 20.
 */
export async function answerFor(
  request: FastifyRequest,
  route: Pick<Route, 'method' | 'access' | 'ofOnePerson' | 'ofThisMoment'>,
  names: CookieNames,
  handle: () => Answer | Promise<Answer>,
): Promise<Answer> {
  const mayBe =
    route.method === 'GET' && route.access === 'public' && !route.ofOnePerson && !route.ofThisMoment;
  const answer = await handle();
  if (mayBe && !bringsOurs(request, names) && !readOwn(request) && isWhole(answer))
    request.isForEverybody = true;
  return answer;
}

/**
 * Lets caches that many share keep an answer that was made for everybody, once its headers are whole: it is a success,
 * has a mark to ask again by, and sets no cookie. Every other answer stays as it was: private, or kept by none.
 */
export function shareWithCaches(app: FastifyInstance): void {
  app.decorateRequest('isForEverybody', false);
  app.addHook('onSend', async (request, reply) => {
    if (request.isForEverybody && !whoAsks(request).signedIn && isPlain(reply))
      reply.header('cache-control', FOR_EVERYBODY);
  });
}

/** Whether the browser sent a cookie of this installation, be it good or not. Of others we read none. */
function bringsOurs(request: FastifyRequest, names: CookieNames): boolean {
  return Object.keys(request.cookies ?? {}).some(names.isOurs);
}

/**
 * An error, a page with what is wrong with it, or the way to another page is for whoever asked. So is a file that is read while
 * it is sent: what it asks of the database then is not watched any more.
 */
function isWhole(answer: Answer): boolean {
  switch (answer.kind) {
    case 'page':
      return answer.status === 200;
    case 'download':
      return !(answer.file.body instanceof Readable);
    case 'json':
      return true;
    case 'go':
    case 'leave':
    case 'problem':
      return false;
  }
}

function isPlain(reply: FastifyReply): boolean {
  return (
    (reply.statusCode === 200 || reply.statusCode === 304) &&
    reply.hasHeader('etag') &&
    !reply.hasHeader('set-cookie')
  );
}
