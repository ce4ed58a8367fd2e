import { sql } from 'kysely';
import type { Tx } from '../../../platform/db/index.ts';
import type { PlainDay } from '../../../platform/time/plain-day.ts';
import type { Actor } from '../../audit/index.ts';
import type { PersonName } from './name.rule.ts';
import { searchWords } from './print-name.rule.ts';

export interface NameToWrite {
  readonly personId: number;
  readonly name: PersonName;
  /** The day from which it is theirs; null for from the beginning, or where nobody knows. */
  readonly fromDay: PlainDay | null;
  readonly source: string;
  /** Why it replaces another, and the number of that one. */
  readonly correction?: { readonly reason: string; readonly replaces: number };
}

/** Writes a name of a person, after marking the one it replaces. */
export async function writeName(
  tx: Tx,
  actor: Pick<Actor, 'name'>,
  { personId, name, fromDay, source, correction }: NameToWrite,
): Promise<void> {
  if (correction !== undefined)
    await tx
      .updateTable('identity.person_name')
      .set({ replaced_at: sql`clock_timestamp()` })
      .where('id', '=', correction.replaces)
      .execute();
  await tx
    .insertInto('identity.person_name')
    .values({
      person_id: personId,
      title: name.title,
      forenames: name.forenames.join(' '),
      known_as: name.knownAs,
      surname: name.surname,
      suffix: name.suffix,
      honours: [...name.honours],
      search: searchWords(name),
      from_day: fromDay,
      source,
      reason: correction?.reason ?? null,
      replaces: correction?.replaces ?? null,
      recorded_by: actor.name,
    })
    .execute();
}
