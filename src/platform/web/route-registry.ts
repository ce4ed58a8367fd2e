import type { FastifyInstance } from 'fastify';
import { type Clock, todayInLondon } from '../time/plain-day.ts';
import { type Answer, goNow, notFound, problem } from './answer.ts';
import { addressWithOneDay } from './as-at.ts';
import type { CookieNames } from './cookie-names.ts';
import type { Site } from './frame.ts';
import type { Makings } from './make-costly.ts';
import { notAllowed, signInFirst } from './problem.ts';
import { type Access, isOpenTo, type Needs } from './access.ts';
import { covers, type Method, type Route, type RouteFact } from './route.ts';
import { sendAnswer } from './send-answer.ts';
import { answerFor } from './share-with-caches.ts';
import { type Visit, visitOf } from './visit.ts';
import { asksAsMachine } from './asks-as-machine.ts';
import { keepFromCaches, whoAsks } from './who-asks.ts';

declare module 'fastify' {
  interface FastifyContextConfig {
    access?: Access;
    machine?: boolean;
    /** A file that pages draw on, the same for everybody. */
    asset?: boolean;
  }
}

export interface RouteContext {
  site: Site;
  cookies: CookieNames;
  clock: Clock;
  /** Where somebody is sent who has to sign in first; nobody can where it is left out. */
  signInAt: ((backTo: string) => string) | undefined;
  makings: Makings;
}

/** Knows every route and who may use it, and lets none in that does not say. */
export class RouteRegistry {
  readonly #facts: RouteFact[] = [];

  list(): readonly RouteFact[] {
    return this.#facts;
  }

  /** The methods an address can be used with; none where there is no such address. */
  methodsFor(address: string): readonly Method[] {
    return this.#facts.filter(({ path }) => covers(path, address)).map(({ method }) => method);
  }

  /**
   * Stops the server from starting with a route that was added past the registry.
   * @throws Error, from whatever adds such a route
   */
  watch(app: FastifyInstance): void {
    app.addHook('onRoute', (route) => {
      if (route.config?.access === undefined) {
        throw new Error(
          `${String(route.method)} ${route.url} does not say who may use it: add it through the server's route()`,
        );
      }
    });
  }

  add(app: FastifyInstance, route: Route, context: RouteContext): void {
    this.#facts.push({ method: route.method, path: route.path, access: route.access });
    app.route({
      method: route.method,
      url: route.path,
      config: { access: route.access, machine: route.machine === true },
      handler: async (request, reply) => {
        if (route.ofOnePerson === true || route.ofThisMoment === true) keepFromCaches(reply);
        const visit = visitOf(request, reply, context, todayInLondon(context.clock));
        const sending = { frame: visit.frame, cookies: context.cookies, machine: asksAsMachine(request) };
        const tidy =
          route.method === 'GET' && addressWithOneDay(visit.frame.path, visit.query, visit.frame.asAt);
        if (tidy) return reply.redirect(tidy, 303);
        const { access } = route;
        const answer =
          access !== 'public' && !isOpenTo(access, visit.asker)
            ? closed(route.method, access, whoAsks(request).signedIn, request.url, context)
            : badlyNamed(visit)
              ? notFound()
              : await answerFor(request, route, context.cookies, () => route.handler(visit));
        return sendAnswer(request, reply, answer, sending);
      },
    });
  }
}

/**
 * What somebody is told whom a route is not for. It is the same whether or not there is what they asked for: the route
 * decided before anything was looked up.
 */
function closed(
  method: Route['method'],
  needs: Needs,
  signedIn: boolean,
  address: string,
  { signInAt }: Pick<RouteContext, 'signInAt'>,
): Answer {
  if (signedIn || signInAt === undefined) return problem(notAllowed(needs));
  return method === 'GET' ? goNow(signInAt(address)) : problem(signInFirst);
}

/** No reference of ours holds a control character, and a database refuses the first of them outright. */
function badlyNamed(visit: Visit): boolean {
  return Object.values(visit.params).some((value) => /[\u0000-\u001f\u007f]/.test(value));
}
