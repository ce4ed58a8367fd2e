import { sql } from 'kysely';
import type { Tx } from '../../../platform/db/index.ts';
import { type Actor, recordEvent } from '../../audit/index.ts';
import type { PersonName } from '../names/name.rule.ts';
import { personAdded } from '../events.ts';
import { writeName } from '../names/write-name.write.ts';

export interface PersonToAdd {
  readonly name: PersonName;
  /** Who says that this is their name. */
  readonly source: string;
}

/**
 * Adds a person. Whether the record has them already is not decided here: two people may share a name, and the new
 * person's page shows the records that look alike.
 */
export async function addPerson(tx: Tx, actor: Actor, { name, source }: PersonToAdd): Promise<number> {
  const id = await newNumber(tx);
  await writeName(tx, actor, { personId: id, name, fromDay: null, source });
  await recordEvent(tx, actor, personAdded(String(id), {}));
  return id;
}

/** A number by which nobody can tell how many people there are: the moment, tried again where it is taken. */
async function newNumber(tx: Tx): Promise<number> {
  for (;;) {
    const { rows } = await sql<{ id: number }>`
      insert into identity.person (id) overriding system value values (identity.number_for_added_person())
      on conflict do nothing returning id`.execute(tx);
    if (rows[0] !== undefined) return rows[0].id;
  }
}
