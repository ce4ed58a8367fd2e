import { sql } from 'kysely';
import { problem, type DatabaseProblem } from './database-problem.ts';
import { OLDEST_MAJOR } from './server/find-binaries.ts';
import type { Db } from './tables.ts';

interface ServerFacts {
  version: string;
  number: number;
  encoding: string;
  standby: boolean;
  mayCreate: boolean;
}

/** Whether a server that answers can hold Throughline's data; undefined when it can. */
export async function checkServer(db: Db, place: string): Promise<DatabaseProblem | undefined> {
  const { rows } = await sql<ServerFacts>`
    select current_setting('server_version') as version,
      current_setting('server_version_num')::int as number,
      current_setting('server_encoding') as encoding,
      pg_is_in_recovery() as standby,
      has_database_privilege(current_database(), 'CREATE') as "mayCreate"`.execute(db);
  const facts = rows[0];
  if (facts === undefined) throw new Error('The server said nothing of itself.');
  if (facts.number < OLDEST_MAJOR * 10_000) {
    return problem(
      'server-too-old',
      `The server at ${place} is PostgreSQL ${facts.version}, and Throughline needs ${OLDEST_MAJOR} or later. Upgrade it, or name another server in DATABASE_URL.`,
    );
  }
  if (facts.encoding !== 'UTF8') {
    return problem(
      'wrong-encoding',
      `The database at ${place} stores text as ${facts.encoding}, which cannot hold every name. Create one with encoding UTF8 (createdb -E UTF8 -T template0) and name it in DATABASE_URL.`,
    );
  }
  if (facts.standby) {
    return problem(
      'server-read-only',
      `The server at ${place} is a standby, which can only be read. Name the primary server in DATABASE_URL.`,
    );
  }
  if (!facts.mayCreate) {
    return problem(
      'not-allowed',
      `The user in DATABASE_URL may not create anything in the database at ${place}. Make it the owner of the database (alter database ... owner to ...).`,
    );
  }
  return undefined;
}
