import type { Db } from '../../platform/db/index.ts';
import { page } from '../../platform/web/answer.ts';
import type { WebServer } from '../../platform/web/server.ts';
import { coverageOf } from './domain/coverage.ts';
import { planLine } from './queries/plan-line.ts';
import { CoverageView } from './views/coverage-page.tsx';
import { visitPlan } from './visit-plan.tsx';

/** The pictures of a plan, each with its table: coverage and roadmap. */
export function addPictureRoutes(server: WebServer, { db }: { readonly db: Db }): void {
  server.route({
    method: 'GET',
    path: '/plan/:plan/coverage',
    access: 'public',
    handler: (visit) =>
      visitPlan(db, visit, async (view) => {
        const line = await planLine(db, view.plan.versionId);
        return page(<CoverageView view={view} line={line} coverage={coverageOf(line)} />);
      }),
  });
}
