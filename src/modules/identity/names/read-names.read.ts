import type { Db } from '../../../platform/db/index.ts';
import type { PlainDay } from '../../../platform/time/plain-day.ts';
import type { PersonName } from './name.rule.ts';
import { nameOn } from './name-on.rule.ts';
import { printName } from './print-name.rule.ts';
import { groupedBy } from '../../../platform/grouped-by.ts';

/** A name as the record has it: its parts, from when it is theirs, and who says so. */
export interface RecordedName extends PersonName {
  readonly id: number;
  readonly personId: number;
  readonly fromDay: PlainDay | null;
  readonly source: string;
  /** Why it replaces another; null for a first one. */
  readonly reason: string | null;
  readonly replaces: number | null;
  readonly recordedAt: Date;
  readonly recordedBy: string;
  readonly isReplaced: boolean;
}

/** Every name ever recorded of these people, replaced ones too, in the order they were recorded. */
export async function readNames(db: Db, personIds: readonly number[]): Promise<readonly RecordedName[]> {
  if (personIds.length === 0) return [];
  const rows = await db
    .selectFrom('identity.person_name')
    .selectAll()
    .where('person_id', 'in', personIds)
    .orderBy('id')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    personId: row.person_id,
    title: row.title,
    forenames: row.forenames === '' ? [] : row.forenames.split(' '),
    knownAs: row.known_as,
    surname: row.surname,
    suffix: row.suffix,
    honours: row.honours,
    fromDay: row.from_day as PlainDay | null,
    source: row.source,
    reason: row.reason,
    replaces: row.replaces,
    recordedAt: row.recorded_at,
    recordedBy: row.recorded_by,
    isReplaced: row.replaced_at !== null,
  }));
}

/** What each of these people was called on a day, printed in full. */
export async function namesOn(
  db: Db,
  personIds: readonly number[],
  day: PlainDay,
): Promise<(personId: number) => string> {
  const names = (await readNames(db, [...new Set(personIds)])).filter(({ isReplaced }) => !isReplaced);
  const byPerson = groupedBy(names, ({ personId }) => personId);
  return (personId) => {
    const name = nameOn(byPerson.get(personId) ?? [], day);
    return name === undefined ? `Person ${personId}` : printName(name, 'full');
  };
}

/** A name as `identity.names_of` gives it, for a query that reads who somebody is together with other things. */
export interface StoredName extends Omit<PersonName, 'forenames'> {
  readonly forenames: string;
  readonly fromDay: PlainDay | null;
}

/** What somebody was called on a day, printed in full, by the names that were read with them. */
export function nameAmong(stored: readonly StoredName[], personId: number, day: PlainDay): string {
  const name = nameOn(stored, day);
  return name === undefined
    ? `Person ${personId}`
    : printName({ ...name, forenames: name.forenames === '' ? [] : name.forenames.split(' ') }, 'full');
}
