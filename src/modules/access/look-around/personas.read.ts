import type { Db } from '../../../platform/db/index.ts';
import type { PlainDay } from '../../../platform/time/plain-day.ts';
import { isRole, namesOn, postTitles, ROLE_WORDS, ROLES } from '../../identity/index.ts';

/** A made-up person of the sample. */
export interface Persona {
  readonly personId: number;
  readonly role: string;
  readonly roleName: string;
  readonly purpose: string;
  readonly personName: string;
  readonly standsInFor: string | null;
}

/** The made-up people of the sample, in the order of roles. */
export async function listPersonas(db: Db, day: PlainDay): Promise<readonly Persona[]> {
  const rows = await db
    .selectFrom('access.persona')
    .select(['role', 'person_id as personId', 'stands_in_for as postId'])
    .execute();
  const nameOf = await namesOn(
    db,
    rows.map(({ personId }) => personId),
    day,
  );
  const titles = await postTitles(
    db,
    rows.flatMap(({ postId }) => (postId === null ? [] : [postId])),
  );
  return rows
    .flatMap(({ role, personId, postId }) =>
      isRole(role)
        ? [
            {
              personId,
              role,
              roleName: ROLE_WORDS[role].name,
              purpose: ROLE_WORDS[role].purpose,
              personName: nameOf(personId),
              standsInFor: postId === null ? null : (titles.get(postId) ?? null),
            },
          ]
        : [],
    )
    .toSorted(
      (a, b) => ROLES.findIndex((role) => role === a.role) - ROLES.findIndex((role) => role === b.role),
    );
}
