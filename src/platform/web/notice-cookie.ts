import type { FastifyReply, FastifyRequest } from 'fastify';
import type { CookieNames } from './cookie-names.ts';
import type { Notice } from './frame.ts';

/**
 * A notice for the next page, such as "Accepted 129 actions", waits in a cookie: the server keeps no state, and the
 * cookie is signed so that no other site can put words on our pages. Over HTTPS no neighbouring site can plant one.
 */
const NOTICE_COOKIE = 'notice';

const LONGEST = 300;
/** Seconds a notice waits: the next page is asked for at once, so a minute covers a slow line. */
const LIFETIME = 60;

/** Keeps a notice for the next page. */
export function keepNotice(reply: FastifyReply, notice: Notice, names: CookieNames): void {
  const value = JSON.stringify([notice.kind, notice.text.slice(0, LONGEST)]);
  reply.setCookie(names.of(NOTICE_COOKIE), value, {
    path: '/',
    httpOnly: true,
    sameSite: 'lax',
    signed: true,
    secure: names.secure,
    maxAge: LIFETIME,
  });
}

/** The notice that waits for this page; undefined where there is none, or it is not ours. */
export function readNotice(
  request: FastifyRequest,
  reply: FastifyReply,
  names: CookieNames,
): Notice | undefined {
  const cookie = request.cookies?.[names.of(NOTICE_COOKIE)];
  if (cookie === undefined) return undefined;
  const { valid, value } = reply.unsignCookie(cookie);
  if (!valid) return undefined;
  const [kind, text] = partsOf(value);
  return typeof text === 'string' ? { kind: kind === 'success' ? 'success' : 'important', text } : undefined;
}

/** A signature says that a value is ours, not that it is a notice: that of the form's cookie fits here as well. */
function partsOf(value: string): readonly unknown[] {
  try {
    const parts: unknown = JSON.parse(value);
    return Array.isArray(parts) ? parts : [];
  } catch {
    return [];
  }
}

/** Forgets the notice once a page has shown it. */
export function forgetNotice(reply: FastifyReply, names: CookieNames): void {
  reply.clearCookie(names.of(NOTICE_COOKIE), {
    path: '/',
    httpOnly: true,
    sameSite: 'lax',
    secure: names.secure,
  });
}
