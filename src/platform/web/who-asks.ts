import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { type CookieJar, cookieJar } from './cookie-jar.ts';
import type { CookieNames } from './cookie-names.ts';
import type { Place } from './frame.ts';

/** Whoever asks, as the server's `whoAsks` found them. */
export interface WhoAsks {
  /** Handed to the sentences of routes and to handlers. The web floor never looks into it. */
  readonly asker: unknown;
  /** Whether somebody signed in. Their answers are kept by no cache, and a page they may not use says so. */
  readonly signedIn: boolean;
  /** The session they are in, the same for as long as it goes on: a form's token counts in it alone. */
  readonly session?: string | undefined;
  /** By what their costly requests are counted, in whichever session; by their address where it is left out. */
  readonly counted?: string | undefined;
  /** What stands at the top of each page about them: their name, or the way to sign in. */
  readonly account: readonly Place[];
}

/** What may be known of a request before it is let in. */
export interface Arrival {
  readonly cookies: CookieJar;
  /** Where they ask from, past the proxies that are trusted. */
  readonly address: string;
  readonly requestId: string;
}

export type FindWhoAsks = (arrival: Arrival) => WhoAsks | Promise<WhoAsks>;

const NOBODY: WhoAsks = { asker: undefined, signedIn: false, account: [] };

const found = new WeakMap<FastifyRequest, WhoAsks>();

/** Finds who asks once for each request, before anything is decided; not for the files pages draw on, which are for all. */
export function watchWhoAsks(app: FastifyInstance, find: FindWhoAsks | undefined, names: CookieNames): void {
  if (find === undefined) return;
  app.addHook('onRequest', async (request, reply) => {
    if (request.routeOptions.config?.asset === true) return;
    const who = await find({
      cookies: cookieJar(request, reply, names),
      address: request.ip,
      requestId: request.id,
    });
    found.set(request, who);
    // What one person was shown is for nobody after them on the same machine.
    if (who.signedIn) reply.header('cache-control', 'no-store');
  });
}

/** Nobody where no `whoAsks` was given, or the request was refused before it was asked. */
export function whoAsks(request: FastifyRequest): WhoAsks {
  return found.get(request) ?? NOBODY;
}

/** What a form's token belongs to besides its browser: the session, or having none. */
export function tokenHolder(request: FastifyRequest): string {
  const { session } = whoAsks(request);
  return session === undefined ? 'nobody' : `session ${session}`;
}

/** For what is about one person though nobody is signed in: the page that shows a new authenticator, say. */
export function keepFromCaches(reply: FastifyReply): void {
  reply.header('cache-control', 'no-store');
}
