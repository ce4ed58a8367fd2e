import { sql } from 'kysely';
import type { Db, Tx } from '../../../platform/db/index.ts';

/** Any number will do; it must never change. */
const LOCK = 7_403_110_207;

/** One change at a time of who administers: two who each end the other's role would otherwise both succeed. */
export async function lockAdministrators(tx: Tx): Promise<void> {
  await sql`select pg_advisory_xact_lock(${LOCK})`.execute(tx);
}

/**
 * How many people can sign in and administer with no last day in sight. One whose role ends on a day is not counted: the
 * day would come and nobody be left.
 */
export async function administratorsLeft(
  db: Db | Tx,
  without: {
    readonly grantId?: number;
    readonly personId?: number;
    /** Leaves out whoever has no way in but the provider that is in use. */
    readonly providers?: boolean;
  } = {},
): Promise<number> {
  const { rows } = await sql<{ left: number }>`
    select count(distinct grants.person_id) as left
    from access.role_grant as grants
    where grants.role = 'administrator' and grants.replaced_at is null and grants.stopped_at is null
      and grants.from_day <= access.today() and grants.to_day is null
      and grants.id is distinct from ${without.grantId ?? null}
      and grants.person_id is distinct from ${without.personId ?? null}
      and access.can_get_in(grants.person_id, ${without.providers !== true})`.execute(db);
  return rows[0]?.left ?? 0;
}
