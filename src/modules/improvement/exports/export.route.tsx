import type { Db } from '../../../platform/db/index.ts';
import { download } from '../../../platform/web/answer.ts';
import type { WebServer } from '../../../platform/web/server.ts';
import { EXPORTED_LISTS } from './export-lists.shape.ts';
import { exportTable } from './export-table.query.ts';
import { EXPORT_FORMATS, tableFile } from './table-file.print.ts';
import { readListFilter } from '../lists/list-fields.rule.ts';
import { visitPlan } from '../plan/visit-plan.route.tsx';

/** Every list of a plan to take away as CSV or Excel, narrowed as its page is and as at the page's day. */
export function addExportRoutes(server: WebServer, { db }: { readonly db: Db }): void {
  for (const list of EXPORTED_LISTS)
    for (const format of EXPORT_FORMATS)
      server.route({
        method: 'GET',
        path: `/plan/:plan/${list}.${format}`,
        access: 'public',
        handler: (visit) =>
          visitPlan(db, visit, async ({ plan, frame }) =>
            visit.costly(async () => {
              const table = await exportTable(db, plan, list, readListFilter(list, frame.query));
              return download(await tableFile(plan, list, table, format));
            }),
          ),
      });
}
