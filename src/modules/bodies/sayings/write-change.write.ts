import { sql } from 'kysely';
import type { Tx } from '../../../platform/db/index.ts';
import type { PlainDay } from '../../../platform/time/plain-day.ts';
import type { Actor } from '../../audit/index.ts';
import type { Weight } from './body-words.shape.ts';

/** Who says so, and by whose authority, as somebody who keeps the record enters it. */
export interface Entered {
  /** The resolution or decision behind it; null where there is none yet. */
  readonly authority: string | null;
  readonly source: string;
  readonly statedOn: PlainDay;
}

/**
 * The columns of a row that a person records. What would change the structure and nobody approved yet is a proposal, and pages
 * say so; what a register or a letter says of it needs no resolution, and is stated.
 */
export function recordedBy(
  actor: Pick<Actor, 'name'>,
  { authority, source, statedOn }: Entered,
  withoutAuthority: 'proposed' | 'stated' = 'proposed',
) {
  return {
    weight: (authority === null ? withoutAuthority : 'resolved') satisfies Weight,
    source,
    stated_on: statedOn,
    change: 'recorded',
    recorded_by: actor.name,
  } as const;
}

/** Tables whose rows are replaced by later ones. */
type Dated =
  | 'bodies.fact'
  | 'bodies.line'
  | 'bodies.terms'
  | 'bodies.seat'
  | 'bodies.sitting'
  | 'bodies.statutory_post';

/**
 * Writes the row again with what is changed, as the one that counts; the former one stays, marked as replaced.
 * @returns the number of the new row
 */
export async function replaceRow(
  tx: Tx,
  table: Dated,
  id: number,
  changed: {
    readonly until?: PlainDay;
    readonly change: 'ended' | 'corrected' | 'withdrawn';
    readonly reason: string;
    readonly recordedBy: string;
    readonly source?: string;
    readonly statedOn?: PlainDay;
  },
): Promise<number> {
  const [, name = ''] = table.split('.');
  // Every column but those that say how a row came about, whatever the table has.
  const { rows: columns } = await sql<{ name: string }>`
    select column_name as name from information_schema.columns
    where table_schema = 'bodies' and table_name = ${name} and is_generated = 'NEVER'
      and column_name not in ('id', 'until', 'change', 'reason', 'replaces', 'recorded_at', 'recorded_by', 'replaced_at',
        'source', 'stated_on')
    order by ordinal_position`.execute(tx);
  const kept = sql.join(columns.map((column) => sql.id(column.name)));
  await sql`update ${sql.table(table)} set replaced_at = clock_timestamp() where id = ${id}`.execute(tx);
  const { rows } = await sql<{ id: number }>`
    insert into ${sql.table(table)} (${kept}, until, change, reason, replaces, recorded_by, source, stated_on)
    select ${kept}, coalesce(${changed.until ?? null}::date, until), ${changed.change}, ${changed.reason}, id,
      ${changed.recordedBy}, source, stated_on
    from ${sql.table(table)} where id = ${id}
    returning id`.execute(tx);
  const [row] = rows;
  if (row === undefined) throw new Error(`There is no such row in ${table}`);
  return row.id;
}
