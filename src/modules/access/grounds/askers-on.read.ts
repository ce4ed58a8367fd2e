import type { Db } from '../../../platform/db/index.ts';
import type { PlainDay } from '../../../platform/time/plain-day.ts';
import {
  type Asker,
  type Ground,
  type HolderWithRights,
  holdersWithRights,
  isRole,
  namesOn,
  recordsOfPeople,
} from '../../identity/index.ts';
import { type PostRole, recordedGrounds } from './recorded-grounds.read.ts';
import { whoSignsIn } from './people-who-sign-in.read.ts';

/** Somebody as they would have asked on a day. */
export type PersonAsker = Asker & { readonly personId: number };

/**
 * Everybody with a role, a need to know or an interest on a day, each as they would have asked, for finding out who could
 * see a thing then: filter them by the permission of its module.
 *
 * It says what was so **by what was recorded then**, since that is what pages were shown by. What opens counts if it held
 * at any time of the day: a role taken away at noon opened until noon. What shuts counts if it held all day: before an
 * interest was recorded, and after it ended, it shut nobody out. Whoever could see something for an hour could see it.
 */
export async function askersOn(db: Db, day: PlainDay): Promise<readonly PersonAsker[]> {
  return askers(db, day, 'that-day');
}

/** The same people as they would ask this moment; `day` is the day it is. */
export async function askersNow(db: Db, day: PlainDay): Promise<readonly PersonAsker[]> {
  return askers(db, day, 'now');
}

async function askers(db: Db, day: PlainDay, at: 'now' | 'that-day'): Promise<readonly PersonAsker[]> {
  const { own, ofPosts } = await recordedGrounds(db, day, at);
  const holders = await holdersWithRights(db, day, at);
  const signIn = new Set(await whoSignsIn(db));
  const rolesOfPost = (postId: number) => ofPosts.filter((given) => given.postId === postId);
  const ids = new Set(own.map(({ personId }) => personId));
  for (const holder of holders)
    if (rolesOfPost(holder.postId).length > 0) for (const id of whoAsksFor(holder, ids, signIn)) ids.add(id);
  const nameOf = await namesOn(db, [...ids], day);
  const recordsOf = await recordsOfPeople(db, [...ids]);
  return [...ids]
    .map((personId) => ({
      kind: 'person' as const,
      name: nameOf(personId),
      personId,
      day,
      grounds: newestOfEach([
        // An interest shuts the person out, whichever of their records it was written on; what opens does so for one alone.
        ...own
          .filter((row) =>
            row.ground.kind === 'interest'
              ? recordsOf(personId).includes(row.personId)
              : row.personId === personId,
          )
          .map(({ ground }) => ground),
        ...holders
          .filter(({ records }) => records.includes(personId))
          .flatMap((holder) => groundsOfHolder(holder, rolesOfPost(holder.postId))),
      ]),
    }))
    .toSorted((one, other) => one.name.localeCompare(other.name, 'en-GB') || one.personId - other.personId);
}

/** Of several records of one person, those that ask for themselves; the one in the post where none does. */
function whoAsksFor(
  { records, personId }: HolderWithRights,
  known: ReadonlySet<number>,
  signIn: ReadonlySet<number>,
): readonly number[] {
  const asking = records.filter((id) => known.has(id) || signIn.has(id));
  return asking.length === 0 ? [personId] : asking;
}

/** The post itself, and each role that goes with it on the days of both. */
function groundsOfHolder(
  { postId, title, from, to }: HolderWithRights,
  roles: readonly PostRole[],
): readonly Ground[] {
  return [
    { kind: 'post', postId, title, from, to },
    ...roles.flatMap((given): Ground[] =>
      isRole(given.role)
        ? [
            {
              kind: 'role',
              role: given.role,
              throughPost: title,
              from: given.from > from ? given.from : from,
              to: earlier(given.to, to),
            },
          ]
        : [],
    ),
  ];
}

/** A ground that was replaced on the very day stands there twice, the newer one last. */
function newestOfEach(grounds: readonly Ground[]): readonly Ground[] {
  return [...new Map(grounds.map((ground) => [nameOfGround(ground), ground])).values()];
}

function nameOfGround(ground: Ground): string {
  switch (ground.kind) {
    case 'role':
      return `role ${ground.role} ${ground.throughPost ?? ''}`;
    case 'post':
      return `post ${ground.postId}`;
    case 'seat':
      return `seat ${ground.bodyId}`;
    case 'need-to-know':
    case 'interest':
      return `${ground.kind} ${ground.thing.kind} ${ground.thing.ref}`;
  }
}

function earlier(one: PlainDay | null, other: PlainDay | null): PlainDay | null {
  if (one === null || other === null) return one ?? other;
  return one < other ? one : other;
}
