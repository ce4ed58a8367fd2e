import { sql } from 'kysely';
import type { Db } from '../../../platform/db/index.ts';
import type { BodyPart } from '../sayings/body-part.shape.ts';

/** Which body a part is of, by table. */
const OF_BODY: Readonly<Record<BodyPart, string>> = {
  fact: 'body_id',
  event: 'body_id',
  line: 'from_id',
  terms: 'body_id',
  seat: 'body_id',
  sitting: 'body_id',
};

/**
 * Whether something was recorded of a body and counts no more, because it was ended, corrected or taken out since; read for
 * whoever asks, so a body they may not know of has no parts.
 * @param id as it stands in an address
 */
export async function isPartReplaced(
  db: Db,
  bodyId: number,
  { part, id }: { readonly part: BodyPart; readonly id: string },
): Promise<boolean> {
  if (!/^\d{1,15}$/.test(id)) return false;
  const { rows } = await sql`
    select 1 from ${sql.table(`bodies.${part}`)}
    where id = ${Number(id)} and ${sql.ref(OF_BODY[part])} = ${bodyId} and replaced_at is not null`.execute(
    db,
  );
  return rows.length > 0;
}
