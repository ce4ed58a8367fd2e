import type { Db } from '../../../platform/db/index.ts';
import { notFound, page } from '../../../platform/web/answer.ts';
import { listPage } from '../../../platform/web/pagination.ts';
import type { WebServer } from '../../../platform/web/server.ts';
import { acceptedReading, planHistory } from './plan-history.read.ts';
import { compareReadings } from './compare-readings.rule.ts';
import { DifferenceView } from './difference-page.view.tsx';
import { VersionsView } from './versions-page.view.tsx';
import { visitPlan } from '../plan/visit-plan.route.tsx';

/** A page that can be read, and that stays small where everything changed. */
const DIFFERENCES_ON_A_PAGE = 100;

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

  server.route({
    method: 'GET',
    path: '/plan/:plan/versions/:version',
    access: 'public',
    handler: (visit) =>
      visitPlan(db, visit, async (view) => {
        if (!/^\d{1,6}$/.test(visit.params.version)) return notFound();
        const version = Number(visit.params.version);
        const [before, after] = await Promise.all([
          acceptedReading(db, view.plan.planId, version - 1),
          acceptedReading(db, view.plan.planId, version),
        ]);
        if (before === null || after === null) return notFound();
        const difference = compareReadings(before, after);
        const { added, changed, moved, gone } = difference;
        const all = added.length + changed.length + moved.length + gone.length;
        const shown = listPage(view.frame.query, all, DIFFERENCES_ON_A_PAGE);
        return page(<DifferenceView view={view} version={version} difference={difference} shown={shown} />);
      }),
  });
}
