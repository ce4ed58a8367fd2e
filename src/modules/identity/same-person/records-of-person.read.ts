import type { Db } from '../../../platform/db/index.ts';
import { readJoined } from './read-joined.read.ts';

/** Every record of the person that a record is of, itself among them. */
export async function recordsOfPerson(db: Db, personId: number): Promise<readonly number[]> {
  return (await readJoined(db)).recordsOf(personId);
}

/** The same for several people, by one reading. */
export async function recordsOfPeople(
  db: Db,
  personIds: readonly number[],
): Promise<(personId: number) => readonly number[]> {
  const joined = personIds.length === 0 ? undefined : await readJoined(db);
  return (personId) => joined?.recordsOf(personId) ?? [personId];
}
