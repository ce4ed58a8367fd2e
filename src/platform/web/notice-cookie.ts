import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Notice } from './frame.ts';

/**
 * A notice for the next page, such as "Accepted 129 actions", waits in a cookie: the server keeps no state, and the
 * cookie is signed so that no other site can put words on our pages.
 */
const COOKIE = 'notice';
const LONGEST = 300;
/** Seconds a notice waits: the next page is asked for at once, so a minute covers a slow line. */
const LIFETIME = 60;

/** Keeps a notice for the next page. */
export function keepNotice(reply: FastifyReply, notice: Notice, secure: boolean): void {
  const value = JSON.stringify([notice.kind, notice.text.slice(0, LONGEST)]);
  reply.setCookie(COOKIE, value, {
    path: '/',
    httpOnly: true,
    sameSite: 'lax',
    signed: true,
    secure,
    maxAge: LIFETIME,
  });
}

/** The notice that waits for this page; undefined where there is none, or it is not ours. */
export function readNotice(request: FastifyRequest, reply: FastifyReply): Notice | undefined {
  const cookie = request.cookies?.[COOKIE];
  if (cookie === undefined) return undefined;
  const { valid, value } = reply.unsignCookie(cookie);
  if (!valid) return undefined;
  const [kind, text] = JSON.parse(value) as [unknown, unknown];
  return typeof text === 'string' ? { kind: kind === 'success' ? 'success' : 'important', text } : undefined;
}

/** Forgets the notice once a page has shown it. */
export function forgetNotice(reply: FastifyReply, secure: boolean): void {
  reply.clearCookie(COOKIE, { path: '/', httpOnly: true, sameSite: 'lax', secure });
}
