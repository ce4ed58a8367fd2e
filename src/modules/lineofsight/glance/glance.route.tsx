import type { Db } from '../../../platform/db/index.ts';
import { page } from '../../../platform/web/answer.ts';
import { listPage } from '../../../platform/web/pagination.ts';
import type { WebServer } from '../../../platform/web/server.ts';
import { type ListedPlan, listPlans, planPaths, visitPlan, mayChangePlans } from '../../improvement/index.ts';
import { askerOf } from '../../identity/index.ts';
import { BREAK_KINDS } from '../breaks/breaks.rule.ts';
import { lineOfSight } from './glance.query.ts';
import { BreaksView } from './breaks-page.view.tsx';
import { GlanceView } from './glance-page.view.tsx';
import { NoPlanYet } from './no-plan-yet.view.tsx';

const BREAKS_ON_A_PAGE = 100;

export interface LineOfSightDependencies {
  readonly db: Db;
  /** Where a plan is brought in: the pages of that stand in a module this one does not know. */
  readonly importPlan: string;
}

/** The home page of each plan, and of the installation; the breaks in the line. */
export function addLineOfSightRoutes(server: WebServer, { db, importPlan }: LineOfSightDependencies): void {
  const glance = async (visit: Parameters<typeof visitPlan>[1], plans: readonly ListedPlan[]) =>
    visitPlan(db, visit, async (view) => {
      const { glance: shown } = await lineOfSight(db, view.plan.versionId, view.plan.on);
      const others = plans
        .filter(({ slug }) => slug !== view.plan.slug)
        .map(({ slug, title }) => ({ title, href: planPaths(slug, null).home() }));
      return page(<GlanceView view={view} glance={shown} others={others} />);
    });

  server.route({
    method: 'GET',
    path: '/',
    access: 'public',
    handler: async (visit) => {
      const plans = await listPlans(db);
      // The plan accepted last, unless it has not begun: a plan agreed for next month must not hide this month's.
      const asked = visit.frame.asAt.isToday ? null : visit.day;
      const first =
        plans.find(({ startsOn, opensOn }) => startsOn <= (asked ?? opensOn ?? visit.today)) ?? plans[0];
      return first === undefined
        ? page(
            <NoPlanYet
              frame={visit.frame}
              importPlan={mayChangePlans(askerOf(visit)) ? importPlan : undefined}
            />,
          )
        : glance(
            {
              frame: visit.frame,
              query: visit.query,
              today: visit.today,
              asker: visit.asker,
              requestId: visit.requestId,
              params: { plan: first.slug },
            },
            plans,
          );
    },
  });

  server.route({
    method: 'GET',
    path: '/plan/:plan',
    access: 'public',
    handler: async (visit) => glance(visit, await listPlans(db)),
  });

  server.route({
    method: 'GET',
    path: '/plan/:plan/breaks',
    access: 'public',
    handler: (visit) =>
      visitPlan(db, visit, async (view) => {
        const { glance: counted, breaks } = await lineOfSight(db, view.plan.versionId, view.plan.on);
        const kind = BREAK_KINDS.find((known) => known === view.frame.query.get('kind')) ?? null;
        const wanted = kind === null ? breaks : breaks.filter((broken) => broken.kind === kind);
        const shown = listPage(view.frame.query, wanted.length, BREAKS_ON_A_PAGE);
        return page(
          <BreaksView
            view={view}
            counts={counted.breakCounts}
            kind={kind}
            shown={shown}
            breaks={wanted.slice(shown.offset, shown.offset + shown.limit)}
          />,
        );
      }),
  });
}
