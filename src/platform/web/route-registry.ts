import type { FastifyInstance } from 'fastify';
import { type Clock, todayInLondon } from '../time/plain-day.ts';
import { notFound, problem } from './answer.ts';
import { addressWithOneDay } from './as-at.ts';
import type { Site } from './frame.ts';
import { notAllowed } from './problem.ts';
import { type Access, covers, type Method, type Route, type RouteFact } from './route.ts';
import { sendAnswer } from './send-answer.ts';
import { type Visit, visitOf } from './visit.ts';
import { asksAsMachine } from './asks-as-machine.ts';

declare module 'fastify' {
  interface FastifyContextConfig {
    access?: Access;
    machine?: boolean;
  }
}

export interface RouteContext {
  site: Site;
  secure: boolean;
  clock: Clock;
  mayUse: ((access: Access, visit: Visit) => boolean | Promise<boolean>) | undefined;
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
        const visit = visitOf(request, reply, context.site, todayInLondon(context.clock));
        const sending = { frame: visit.frame, secure: context.secure, machine: asksAsMachine(request) };
        const tidy =
          route.method === 'GET' && addressWithOneDay(visit.frame.path, visit.query, visit.frame.asAt);
        if (tidy) return reply.redirect(tidy, 303);
        if (!(await isOpenTo(route.access, visit, context)))
          return sendAnswer(request, reply, problem(notAllowed), sending);
        const answer = badlyNamed(visit) ? notFound() : await route.handler(visit);
        return sendAnswer(request, reply, answer, sending);
      },
    });
  }
}

/** A route that needs something of a person is closed until there is somebody who can say whether it is so. */
function isOpenTo(access: Access, visit: Visit, context: RouteContext): boolean | Promise<boolean> {
  if (context.mayUse !== undefined) return context.mayUse(access, visit);
  return access === 'public' || access === 'this-machine';
}

/** No reference of ours holds a control character, and a database refuses the first of them outright. */
function badlyNamed(visit: Visit): boolean {
  return Object.values(visit.params).some((value) => /[\u0000-\u001f\u007f]/.test(value));
}
