import type { FastifyReply, FastifyRequest } from 'fastify';
import type { PlainDay } from '../time/plain-day.ts';
import { isOpenTo } from './access.ts';
import { readAsAt } from './as-at.ts';
import { type CookieJar, cookieJar } from './cookie-jar.ts';
import type { CookieNames } from './cookie-names.ts';
import { type Body, type Form, type UploadedFile, withoutToken } from './form-body.ts';
import type { Frame, Site } from './frame.ts';
import { makeCostly, type MakeCostly, type Makings } from './make-costly.ts';
import { readNotice } from './notice-cookie.ts';
import { noteOwn } from './reader-own.ts';
import { tokenHolder, whoAsks } from './who-asks.ts';

/** One person's request, as a handler sees it. */
export interface Visit<Params = Readonly<Record<string, string>>> {
  /** The page's surroundings: hand it to `<Page frame={visit.frame}>`. */
  frame: Frame;
  /** The day the page is read as at: today unless the reader chose another. */
  day: PlainDay;
  /** The day it is in London. */
  today: PlainDay;
  /** The named parts of the path. */
  params: Params;
  query: URLSearchParams;
  /** What a form sent; empty for a GET. */
  form: Form;
  files: readonly UploadedFile[];
  /** For the log and for error pages; says nothing about the person. */
  requestId: string;
  /** Whoever asks, as the server's `whoAsks` found them; the module that knows people says what it is. */
  asker: unknown;
  cookies: CookieJar;
  /** Where they ask from, past the proxies that are trusted. */
  address: string;
  /** What their browser calls itself, cut short; empty where it says nothing. */
  browser: string;
  /** Scheme and host as the reader's browser has them, such as https://plan.loamshire.gov.uk. */
  origin: string;
  /**
   * The one way to what is costly to make, such as a report or a spreadsheet: answers that the reader has to wait where
   * they had too much made. What is kept from before is not made, so answer with that past it.
   */
  costly: MakeCostly;
  /** The token for a form on the page: `<CsrfField token={visit.formToken()} />`. Sets a cookie, so ask only when the page has a form. */
  formToken: () => string;
}

/** Gathers what a handler may know of a request. Never throws. */
export function visitOf(
  request: FastifyRequest,
  reply: FastifyReply,
  {
    site,
    cookies,
    makings,
  }: { readonly site: Site; readonly cookies: CookieNames; readonly makings: Makings },
  today: PlainDay,
): Visit {
  const frame = frameOf(request, reply, { site, cookies }, today);
  const body = request.body as Partial<Body> | null | undefined;
  const jar = cookieJar(request, reply, cookies);
  let token: string | undefined;
  /** What is the reader's own, and so makes the answer one that is for nobody else. */
  const own = <Value>(value: Value): Value => {
    noteOwn(request);
    return value;
  };
  return {
    frame,
    day: frame.asAt.day,
    today,
    params: (request.params ?? {}) as Readonly<Record<string, string>>,
    query: frame.query,
    form: withoutToken(body?.form ?? {}),
    files: body?.files ?? [],
    requestId: request.id,
    asker: whoAsks(request).asker,
    get cookies() {
      return own(jar);
    },
    get address() {
      return own(request.ip);
    },
    get browser() {
      return own((request.headers['user-agent'] ?? '').slice(0, 300));
    },
    origin: `${cookies.secure ? 'https' : 'http'}://${request.headers.host ?? ''}`,
    costly: makeCostly(request, makings),
    // Two tokens for one answer would be of two cookies, of which the browser keeps the last.
    formToken: () => own((token ??= formToken(request, reply))),
  };
}

/** A token for a form of this answer, good in this browser and this session alone. */
export function formToken(request: FastifyRequest, reply: FastifyReply): string {
  return reply.generateCsrf({ userInfo: tokenHolder(request) });
}

/** The surroundings of a page that answers a request. */
export function frameOf(
  request: FastifyRequest,
  reply: FastifyReply,
  { site, cookies }: { readonly site: Site; readonly cookies: CookieNames },
  today: PlainDay,
): Frame {
  const [target = '/', search = ''] = request.url.split('?', 2);
  // A whole address, as of a proxy, is refused; its page says nothing of the host that it named.
  const path = target.startsWith('/') ? target : '/';
  const query = new URLSearchParams(search.replaceAll(/%00|\0/g, ''));
  const { asker, account } = whoAsks(request);
  return {
    site,
    path,
    query,
    asAt: readAsAt(query, today),
    notice: readNotice(request, reply, cookies),
    places: site.navigation.filter(({ access = 'public' }) => isOpenTo(access, asker)),
    account,
  };
}
