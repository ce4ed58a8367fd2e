import type { Db } from '../../../platform/db/index.ts';
import { readJoined } from './read-joined.ts';

/** Every record of the person that a record is of, itself among them. */
export async function recordsOfPerson(db: Db, personId: number): Promise<readonly number[]> {
  return (await readJoined(db)).recordsOf(personId);
}
