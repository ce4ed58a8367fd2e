import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { type Clock, todayInLondon } from '../time/plain-day.ts';
import { isOpenTo } from './access.ts';
import { asksAsMachine } from './asks-as-machine.ts';
import type { CookieNames } from './cookie-names.ts';
import { isFromOwnPage } from './cross-site.ts';
import type { Body } from './form-body.ts';
import type { Site } from './frame.ts';
import { originOf } from './guard-forms.ts';
import {
  addressNotRead,
  formExpired,
  formTooLarge,
  notAllowed,
  notAvailable,
  ourFault,
  pageNotFound,
  type Problem,
  requestNotRead,
  signInFirst,
  unknownMediaType,
  wrongMethod,
} from './problem.ts';
import { ProblemError } from './problem-error.ts';
import { errorFacts } from './request-log.ts';
import type { RouteRegistry } from './route-registry.ts';
import { renderPage } from './render-page.ts';
import { ReturnedForm } from './returned-form.tsx';
import { sendProblem } from './send-answer.ts';
import { typedAgain, type TypedAgain } from './typed-again.ts';
import { formToken, frameOf } from './visit.ts';
import { whoAsks } from './who-asks.ts';

export interface ProblemContext {
  site: Site;
  cookies: CookieNames;
  clock: Clock;
  headers: Readonly<Record<string, string>>;
  registry: RouteRegistry;
  /** Where somebody can sign in; nobody can where it is left out. */
  signInAt: ((backTo: string) => string) | undefined;
  isUnavailable: ((error: unknown) => boolean) | undefined;
}

/** Fastify's and its plugins' own errors, in our words. */
const KNOWN_ERRORS: Readonly<Record<string, Problem>> = {
  FST_ERR_BAD_URL: addressNotRead,
  FST_ERR_CTP_BODY_TOO_LARGE: formTooLarge,
  FST_ERR_CTP_INVALID_MEDIA_TYPE: unknownMediaType,
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: requestNotRead,
  FST_CSRF_MISSING_SECRET: formExpired,
  FST_CSRF_INVALID_TOKEN: formExpired,
  FST_INVALID_MULTIPART_CONTENT_TYPE: unknownMediaType,
};

/** Every way a request can go wrong, each answered with a page that helps. */
export const answerProblems = { register, framework };

function register(app: FastifyInstance, context: ProblemContext): void {
  app.setErrorHandler(async (error: FastifyError, request, reply) => {
    const problem = problemFor(error, request, context);
    if (problem.status >= 500)
      request.log.error(
        { route: request.routeOptions.url ?? null, ...errorFacts(error) },
        'A request failed',
      );
    else request.log.info({ status: problem.status, code: error.code ?? null }, 'Refused a request');
    if (problem === formExpired && isFromOwnPage(originOf(request)))
      return returnForm(request, reply, context);
    const again = problem.retryAfter === undefined ? undefined : await typedAgain(request);
    return answer(problem, request, reply, context, again);
  });
  app.setNotFoundHandler((request, reply) => {
    const [path = '/', search] = request.url.split('?', 2);
    const trimmed = `/${path.replaceAll(/^\/+|\/+$/g, '')}`;
    const reading = request.method === 'GET' || request.method === 'HEAD';
    if (reading && path.endsWith('/') && context.registry.methodsFor(trimmed).length > 0) {
      return reply.redirect(search === undefined ? trimmed : `${trimmed}?${search}`, 308);
    }
    const methods = context.registry.methodsFor(path);
    if (methods.length === 0) return answer(pageNotFound, request, reply, context);
    reply.header('allow', [...methods, ...(methods.includes('GET') ? ['HEAD'] : [])].join(', '));
    return answer(wrongMethod, request, reply, context);
  });
}

/** An address so broken that no hook ran for it. */
function framework(
  context: ProblemContext,
  error: FastifyError,
  request: FastifyRequest,
  reply: FastifyReply,
): void {
  reply.headers({ ...context.headers, 'x-request-id': request.id });
  void answer(problemOf(error, context), request, reply, context);
}

/** As `problemOf`; somebody whose session is over meanwhile is told that first, and not that their form is old. */
function problemFor(error: FastifyError, request: FastifyRequest, context: ProblemContext): Problem {
  const problem = problemOf(error, context);
  const { access } = request.routeOptions.config ?? {};
  const { asker, signedIn } = whoAsks(request);
  if (problem !== formExpired || access === undefined || access === 'public' || isOpenTo(access, asker))
    return problem;
  return signedIn || context.signInAt === undefined ? notAllowed(access) : signInFirst;
}

/**
 * Gives back a form whose token is of another session, with what was typed into it and a token of this one. Only where
 * the browser itself says that a page of ours sent it, so that no other site can put words into it.
 */
function returnForm(request: FastifyRequest, reply: FastifyReply, context: ProblemContext): FastifyReply {
  const { form = {}, files = [] } = (request.body ?? {}) as Partial<Body>;
  const frame = frameOf(request, reply, context, todayInLondon(context.clock));
  const view = ReturnedForm({
    frame: { ...frame, notice: undefined },
    token: formToken(request, reply),
    action: request.url,
    form,
    files,
  });
  return reply
    .code(formExpired.status)
    .header('cache-control', 'no-store')
    .type('text/html; charset=utf-8')
    .send(renderPage(view));
}

function problemOf(error: FastifyError, context: ProblemContext): Problem {
  if (error instanceof ProblemError) return error.problem;
  const known = KNOWN_ERRORS[error.code];
  if (known !== undefined) return known;
  if (context.isUnavailable?.(error) === true) return notAvailable;
  // What the framework or the form's parser blames on the sender, it has a status for.
  return error.statusCode !== undefined && error.statusCode >= 400 && error.statusCode < 500
    ? requestNotRead
    : ourFault;
}

function answer(
  problem: Problem,
  request: FastifyRequest,
  reply: FastifyReply,
  context: ProblemContext,
  again?: TypedAgain,
): FastifyReply {
  const frame = frameOf(request, reply, context, todayInLondon(context.clock));
  // A notice waits for a page that is about something; a day that is not one is not this page's to mind.
  const { problem: _day, ...asAt } = frame.asAt;
  const sending = {
    frame: { ...frame, asAt, notice: undefined },
    cookies: context.cookies,
    machine: asksAsMachine(request),
  };
  return sendProblem(request, reply, problem, sending, again);
}
