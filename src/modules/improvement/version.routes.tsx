import type { Db } from '../../platform/db/index.ts';
import { page } from '../../platform/web/answer.ts';
import type { WebServer } from '../../platform/web/server.ts';
import { planHistory } from './queries/plan-history.ts';
import { VersionsView } from './views/versions-page.tsx';
import { visitPlan } from './visit-plan.tsx';

/** A plan's versions and what each changed. */
export function addVersionRoutes(server: WebServer, { db }: { readonly db: Db }): void {
  server.route({
    method: 'GET',
    path: '/plan/:plan/versions',
    access: 'public',
    handler: (visit) =>
      visitPlan(db, visit, async (view) =>
        page(<VersionsView view={view} history={await planHistory(db, view.plan.planId)} />),
      ),
  });
}
