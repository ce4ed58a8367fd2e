import type { Db } from '../../../platform/db/index.ts';
import { page } from '../../../platform/web/answer.ts';
import { listPage } from '../../../platform/web/pagination.ts';
import type { WebServer } from '../../../platform/web/server.ts';
import { coverageOf } from './coverage.rule.ts';
import { planLine } from '../plan/plan-line.read.ts';
import type { PlanLine } from '../plan/plan-line.shape.ts';
import { RoadmapView } from './roadmap-page.view.tsx';
import { CoverageView } from './coverage-page.view.tsx';
import { visitPlan } from '../plan/visit-plan.route.tsx';

/** More rows than this are a wall. */
const REQUIREMENTS_AT_ONCE = 100;

/** The pictures of a plan, each with its table: coverage and roadmap. */
export function addPictureRoutes(server: WebServer, { db }: { readonly db: Db }): void {
  server.route({
    method: 'GET',
    path: '/plan/:plan/coverage',
    access: 'public',
    handler: (visit) =>
      visitPlan(db, visit, async (view) => {
        const line = await planLine(db, view.plan.versionId);
        const coverage = coverageOf(line);
        const shown = listPage(view.frame.query, coverage.rows.length, REQUIREMENTS_AT_ONCE);
        return page(<CoverageView view={view} line={line} coverage={coverage} shown={shown} />);
      }),
  });

  server.route({
    method: 'GET',
    path: '/plan/:plan/roadmap',
    access: 'public',
    handler: (visit) =>
      visitPlan(db, visit, async (view) => {
        const line = await planLine(db, view.plan.versionId);
        return page(
          <RoadmapView
            view={view}
            line={line}
            priority={priorityShown(line, view.frame.query.get('priority'))}
          />,
        );
      }),
  });
}

/** More actions than this are a wall: then one priority is shown at a time, the first where none is asked for. */
const ACTIONS_AT_ONCE = 300;

function priorityShown(line: PlanLine, asked: string | null): number | null {
  const chosen = line.priorities.find(({ number }) => String(number) === asked);
  if (chosen !== undefined) return chosen.number;
  return line.actions.length > ACTIONS_AT_ONCE ? (line.priorities[0]?.number ?? null) : null;
}
