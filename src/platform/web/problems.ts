import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { type Clock, todayInLondon } from '../time/plain-day.ts';
import { isOpenTo } from './access.ts';
import { asksAsMachine } from './asks-as-machine.ts';
import type { CookieNames } from './cookie-names.ts';
import type { Site } from './frame.ts';
import {
  addressNotRead,
  formOfAnotherSession,
  formTooLarge,
  formWithoutCookie,
  notAllowed,
  notAvailable,
  ourFault,
  pageNotFound,
  type Problem,
  requestNotRead,
  signInFirst,
  unknownMediaType,
  withWhatWasSent,
  wrongMethod,
} from './problem.ts';
import { ProblemError } from './problem-error.ts';
import { errorFacts } from './request-log.ts';
import { changesThings } from './guard-forms.ts';
import type { RouteRegistry } from './route-registry.ts';
import type { GivenBack } from './send-again.tsx';
import { sendProblem } from './send-answer.ts';
import { typedAgain } from './typed-again.ts';
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
  FST_CSRF_MISSING_SECRET: formWithoutCookie,
  FST_CSRF_INVALID_TOKEN: formOfAnotherSession,
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
    return answer(problem, request, reply, context, await givenBack(problem, request, reply, context));
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

/** As `problemOf`, for whoever sent a form where one was sent; somebody whose session is over meanwhile is told that first, and not that their form is old. */
function problemFor(error: FastifyError, request: FastifyRequest, context: ProblemContext): Problem {
  const problem = problemOf(error, context);
  if (problem.status >= 500 && changesThings(request.method)) return withWhatWasSent(problem);
  const { access } = request.routeOptions.config ?? {};
  const { asker, signedIn } = whoAsks(request);
  if (!isOfAnotherSession(problem) || access === undefined || access === 'public' || isOpenTo(access, asker))
    return problem;
  return signedIn || context.signInAt === undefined ? notAllowed(access) : signInFirst;
}

const isOfAnotherSession = (problem: Problem): boolean =>
  problem === formOfAnotherSession || problem === formWithoutCookie;

/**
 * The form that could not be taken, where sending it again makes sense: with a token of this session where that is what it
 * lacked, and otherwise, since nothing may be known of who asks, with its own.
 */
async function givenBack(
  problem: Problem,
  request: FastifyRequest,
  reply: FastifyReply,
  { registry }: ProblemContext,
): Promise<GivenBack | undefined> {
  const needsToken = isOfAnotherSession(problem);
  if (asksAsMachine(request) || (!needsToken && problem.retryAfter === undefined)) return undefined;
  const again = await typedAgain(request);
  if (again === undefined) return undefined;
  const [path = '/'] = again.action.split('?', 1);
  return {
    ...again,
    token: needsToken && !again.lacksSecrets ? formToken(request, reply) : again.token,
    hasPage: registry.methodsFor(path).includes('GET'),
  };
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
  again?: GivenBack,
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
