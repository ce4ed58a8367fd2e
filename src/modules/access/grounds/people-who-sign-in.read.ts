import type { Db } from '../../../platform/db/index.ts';
import type { PlainDay } from '../../../platform/time/plain-day.ts';
import { namesOn } from '../../identity/index.ts';

/** Who may sign in as things are: an account that is open, or a made-up person of the sample. */
export async function whoSignsIn(db: Db): Promise<readonly number[]> {
  const rows = await db
    .selectFrom('access.account')
    .select('person_id as id')
    .where('closed_at', 'is', null)
    .union(db.selectFrom('access.persona').select('person_id as id'))
    .execute();
  return rows.map(({ id }) => id);
}

/** The same, to choose one from: by the names they have on a day. */
export async function peopleWhoSignIn(
  db: Db,
  day: PlainDay,
): Promise<readonly { readonly id: number; readonly name: string }[]> {
  const ids = await whoSignsIn(db);
  const nameOf = await namesOn(db, ids, day);
  return ids
    .map((id) => ({ id, name: nameOf(id) }))
    .toSorted((one, other) => one.name.localeCompare(other.name, 'en-GB') || one.id - other.id);
}
