import type { Db } from '../../platform/db/index.ts';
import { download } from '../../platform/web/answer.ts';
import type { WebServer } from '../../platform/web/server.ts';
import { EXPORTED_LISTS } from './exports/export-lists.ts';
import { exportTable } from './exports/export-table.ts';
import { EXPORT_FORMATS, tableFile } from './exports/table-file.ts';
import { readListFilter } from './queries/list-fields.ts';
import { visitPlan } from './visit-plan.tsx';

/** Every list of a plan to take away as CSV or Excel, narrowed as its page is and as at the page's day. */
export function addExportRoutes(server: WebServer, { db }: { readonly db: Db }): void {
  for (const list of EXPORTED_LISTS)
    for (const format of EXPORT_FORMATS)
      server.route({
        method: 'GET',
        path: `/plan/:plan/${list}.${format}`,
        access: 'public',
        handler: (visit) =>
          visitPlan(db, visit, async ({ plan, frame }) => {
            const table = await exportTable(db, plan, list, readListFilter(list, frame.query));
            return download(await tableFile(plan, list, table, format));
          }),
      });
}
