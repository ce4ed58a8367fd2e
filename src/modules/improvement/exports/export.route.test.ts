import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { TestDatabase } from '../../../../test/support/database.ts';
import { openSampleDatabase } from '../../../../test/support/sample-database.ts';
import { bareServer } from '../../../../test/support/plan-visitor.ts';
import type { WebServer } from '../../../platform/web/index.ts';
import { addExportRoutes } from './export.route.tsx';
import { EXPORTED_LISTS } from './export-lists.shape.ts';

let database: TestDatabase;
let server: WebServer;
beforeAll(async () => {
  database = await openSampleDatabase();
  server = await bareServer();
  addExportRoutes(server, { db: database.db });
});
afterAll(async () => {
  await server.app.close();
  await database.close();
});

const get = (url: string) => server.app.inject({ method: 'GET', url });
const formats = [
  ['csv', 'text/csv; charset=utf-8'],
  ['xlsx', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
] as const;

describe('lists to take away on the web', () => {
  it.each(EXPORTED_LISTS.flatMap((list) => formats.map(([format, type]) => [list, format, type] as const)))(
    '%s.%s',
    async (list, format, type) => {
      const { statusCode, headers, rawPayload } = await get(`/plan/kent-2011/${list}.${format}`);
      expect(statusCode).toBe(200);
      expect(headers['content-type']).toBe(type);
      expect(headers['content-disposition']).toContain(
        `attachment; filename="kent-2011-${list}-2011-05-12.${format}"`,
      );
      expect(rawPayload.length).toBeGreaterThan(1000);
    },
  );

  it('is narrowed, and as at the day, as the address says', async () => {
    const may = await get('/plan/kent-2011/milestones.csv?status=past-its-date');
    const july = await get('/plan/kent-2011/milestones.csv?status=past-its-date&on=2011-07-01');
    const rows = (body: string) => body.trim().split('\r\n').length - 1;
    expect(rows(may.body)).toBe(22);
    expect(rows(july.body)).toBeGreaterThan(22);
    expect(july.headers['content-disposition']).toContain('kent-2011-milestones-2011-07-01.csv');
  });

  it.each(['/plan/nothing/actions.csv', '/plan/kent-2011/everything.csv', '/plan/kent-2011/actions.doc'])(
    'has no %s',
    async (path) => {
      expect((await get(path)).statusCode).toBe(404);
    },
  );
});
