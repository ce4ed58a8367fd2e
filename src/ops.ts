import { sql } from 'kysely';
import type { Db } from './platform/db/index.ts';
import { json, problem } from './platform/web/answer.ts';
import { notAvailable } from './platform/web/problem.ts';
import type { WebServer } from './platform/web/server.ts';
import { version } from './version.ts';

/**
 * What machines ask: is the process alive (/healthz), can it answer people (/readyz: the database answers), and which
 * version is it (/version). They say nothing of what is in the record.
 */
export function addOperationRoutes(server: WebServer, { db }: { readonly db: Db }): void {
  server.route({
    method: 'GET',
    path: '/healthz',
    access: 'public',
    machine: true,
    ofThisMoment: true,
    handler: () => json({ status: 'alive' }),
  });
  server.route({
    method: 'GET',
    path: '/readyz',
    access: 'public',
    machine: true,
    ofThisMoment: true,
    handler: async () => {
      try {
        await sql`select 1`.execute(db);
        return json({ status: 'ready' });
      } catch {
        return problem({ ...notAvailable, explanation: ['The database does not answer.'] });
      }
    },
  });
  server.route({
    method: 'GET',
    path: '/version',
    access: 'public',
    machine: true,
    ofThisMoment: true,
    handler: () => json({ name: 'throughline', version }),
  });
}
