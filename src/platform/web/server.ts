import { randomInt } from 'node:crypto';
import { constants } from 'node:zlib';
import compress from '@fastify/compress';
import cookie from '@fastify/cookie';
import csrfProtection from '@fastify/csrf-protection';
import etag from '@fastify/etag';
import multipart from '@fastify/multipart';
import Fastify, { type FastifyBaseLogger, type FastifyInstance, LogController } from 'fastify';
import type { Log } from '../log.ts';
import { type Clock, systemClock } from '../time/plain-day.ts';
import { serveAssets } from './asset-routes.ts';
import { answerBrokenRequest } from './broken-requests.ts';
import { cookieNames } from './cookie-names.ts';
import { type Body, TOKEN_FIELD } from './form-body.ts';
import type { Site } from './frame.ts';
import { guardForms } from './guard-forms.ts';
import { guardHost } from './guard-host.ts';
import { keyFor } from './key-for.ts';
import type { Makings } from './make-costly.ts';
import { LIMITS_OF_ONE, LIMITS_OF_THE_PUBLIC, MakingCounts } from './makings.ts';
import { LARGEST_FORM } from './problem.ts';
import { answerProblems } from './problems.ts';
import { logRequests } from './request-log.ts';
import { REQUEST_TIMES, type RequestTimes } from './request-times.ts';
import type { Route, RouteFact } from './route.ts';
import { RouteRegistry } from './route-registry.ts';
import { securityHeaders } from './security-headers.ts';
import { shareWithCaches } from './share-with-caches.ts';
import { takeTextForms } from './take-text-forms.ts';
import { type FindWhoAsks, tokenHolder, watchWhoAsks } from './who-asks.ts';

export interface ServerOptions {
  log: Log;
  site: Site;
  /** Signs cookies; of it are made the key of forms' tokens and the names of cookies: 32 characters or more, kept over restarts. */
  formSecret: string;
  /** Names the server answers to besides those of this machine, without a port. */
  allowedHosts?: readonly string[] | undefined;
  /** Whether readers reach the server over HTTPS alone. */
  secure?: boolean | undefined;
  clock?: Clock | undefined;
  /** Finds who asks. Without it nobody is anybody, and only public routes are open. */
  whoAsks?: FindWhoAsks | undefined;
  /** The page to sign in at, that leads back to an address of ours. */
  signInAt?: ((backTo: string) => string) | undefined;
  /** How much of what is costly to make one reader, and the public together, may have; as in `makings.ts` when left out. */
  makingLimits?: Pick<Makings, 'ofOne' | 'ofThePublic'> | undefined;
  /** Addresses of the proxies in front of us, whose word on where a request comes from is taken. */
  trustedProxies?: readonly string[] | undefined;
  /** How long whoever sends a request may take; a test gives shorter times. */
  times?: RequestTimes | undefined;
  /** Certificate and key, where the server itself speaks HTTPS. */
  https?: { readonly cert: Buffer; readonly key: Buffer } | undefined;
  /** Whether an error means that something we rely on, such as the database, is out of reach for now. */
  isUnavailable?: ((error: unknown) => boolean) | undefined;
}

export interface WebServer {
  /** The Fastify server, to listen on and to close: closing finishes the requests that are under way. */
  app: FastifyInstance;
  /** Adds a route. Every route is added through here, so that all say who may use them. */
  route: <const Path extends string>(route: Route<Path>) => void;
  /** What a cookie of this installation is called in a browser. */
  cookieName: (name: string) => string;
  /** Every route there is, in the order they were added. */
  listRoutes: () => readonly RouteFact[];
}

/** Builds the web server. It does not listen yet. */
export async function buildServer(options: ServerOptions): Promise<WebServer> {
  const { site, secure = false, clock = systemClock, times = REQUEST_TIMES } = options;
  const cookies = cookieNames({ secret: options.formSecret, secure });
  const makings: Makings = {
    counts: new MakingCounts(),
    ...(options.makingLimits ?? { ofOne: LIMITS_OF_ONE, ofThePublic: LIMITS_OF_THE_PUBLIC }),
  };
  const headers = securityHeaders({ secure });
  const registry = new RouteRegistry();
  const problems = {
    site,
    cookies,
    clock,
    headers,
    registry,
    signInAt: options.signInAt,
    isUnavailable: options.isUnavailable,
  };
  const loggerInstance: FastifyBaseLogger = options.log;
  const app = Fastify({
    loggerInstance,
    // Fastify's own lines hold whole addresses, and so what a person searched for: see request-log.ts.
    logController: new LogController({ disableRequestLogging: true, requestIdLogLabel: 'requestId' }),
    genReqId: newRequestId,
    requestIdHeader: false,
    trustProxy: options.trustedProxies === undefined ? false : [...options.trustedProxies],
    ...(options.https === undefined
      ? { http: edge(times) }
      : { https: { ...edge(times), ...options.https } }),
    bodyLimit: LARGEST_FORM,
    requestTimeout: times.request,
    connectionTimeout: times.silence,
    clientErrorHandler: answerBrokenRequest,
    forceCloseConnections: 'idle',
    routerOptions: { maxParamLength: 200 },
    frameworkErrors: (error, request, reply) => answerProblems.framework(problems, error, request, reply),
  });
  app.removeAllContentTypeParsers();
  app.addHook('onRequest', async (request, reply) => {
    reply.headers({
      ...headers,
      'cache-control': 'private, no-cache',
      // The same address is another page for whoever signed in; and what is packed for one browser another cannot unpack, which
      // an answer without a body (304) has to say too.
      vary: 'cookie, accept-encoding',
      'x-request-id': request.id,
    });
  });
  closeKeptConnections(app);
  logRequests(app);
  guardHost(app, options.allowedHosts ?? []);
  await app.register(cookie, { secret: options.formSecret });
  watchWhoAsks(app, options.whoAsks, cookies);
  await app.register(compress, {
    threshold: 1024,
    encodings: ['br', 'gzip'],
    globalDecompression: false,
    brotliOptions: { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } },
  });
  await app.register(etag, { weak: true });
  shareWithCaches(app);
  takeTextForms(app);
  await app.register(multipart, { throwFileSizeLimit: false });
  await app.register(csrfProtection, {
    cookieKey: cookies.of('form'),
    cookieOpts: { path: '/', sameSite: 'lax', httpOnly: true, signed: true, secure },
    csrfOpts: { userInfo: true, hmacKey: keyFor(options.formSecret, 'tokens of forms') },
    getUserInfo: tokenHolder,
    getToken: (request) => {
      const token = (request.body as Partial<Body> | null | undefined)?.form?.[TOKEN_FIELD];
      return typeof token === 'string' ? token : undefined;
    },
  });
  guardForms(app);
  answerProblems.register(app, problems);
  registry.watch(app);
  serveAssets(app, site.assets);
  return {
    app,
    route: (route) =>
      registry.add(app, route, {
        site,
        cookies,
        clock,
        signInAt: options.signInAt,
        makings,
      }),
    cookieName: cookies.of,
    listRoutes: () => registry.list(),
  };
}

/** What Node itself is told: a request without a host comes through, to be refused with a page as any odd host is. */
function edge(times: RequestTimes) {
  return {
    headersTimeout: times.headers,
    connectionsCheckingInterval: times.check,
    requireHostHeader: false,
  };
}

/**
 * Tells browsers, while the server closes, that a connection ends with its answer. Without it one that was kept open
 * for the next request keeps the server from closing until it times out.
 */
function closeKeptConnections(app: FastifyInstance): void {
  let closing = false;
  app.addHook('preClose', (done) => {
    closing = true;
    done();
  });
  app.addHook('onSend', async (_request, reply) => {
    if (closing) reply.header('connection', 'close');
  });
}

/** A reference a person can read out over the telephone: no letters or figures that look or sound alike. */
function newRequestId(): string {
  const letters = 'BCDFGHJKLMNPQRSTVWXYZ23456789';
  const pick = (): string => letters.charAt(randomInt(letters.length));
  return `${pick()}${pick()}${pick()}${pick()}-${pick()}${pick()}${pick()}${pick()}`;
}
