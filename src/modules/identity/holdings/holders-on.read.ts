import type { Db } from '../../../platform/db/index.ts';
import type { PlainDay } from '../../../platform/time/plain-day.ts';
import { groupedBy } from '../../../platform/grouped-by.ts';
import { standingOn, type Standing } from './standing.rule.ts';
import { readHoldings, type RecordedHolding } from './read-holdings.read.ts';
import { readJoined } from '../same-person/read-joined.read.ts';
import { namesOn } from '../names/read-names.read.ts';

/** Somebody in a post on a day, how sure that is, and who says so. */
export interface Holder extends RecordedHolding {
  /** The record that stands for the person, where several were found to be of one. */
  readonly leadId: number;
  /** What they were called on that day. */
  readonly personName: string;
  readonly standing: Standing;
}

/** Who held a post on a day: the sure before the presumed, then by name. Nobody where it was vacant or nobody says. */
export async function holdersOn(db: Db, postId: number, day: PlainDay): Promise<readonly Holder[]> {
  return holdersOfPosts(db, [postId], day);
}

/** What a person held on a day, whichever of their records says so; by post. */
export async function holdingsOf(db: Db, personId: number, day: PlainDay): Promise<readonly Holder[]> {
  return holdingsOfPeople(db, [personId], day);
}

/** What several people held on a day; each holder's `leadId` says whose it is. */
export async function holdingsOfPeople(
  db: Db,
  personIds: readonly number[],
  day: PlainDay,
): Promise<readonly Holder[]> {
  const joined = await readJoined(db);
  const leads = new Set(personIds.map((id) => joined.lead(id)));
  const own = await readHoldings(db, { personIds: [...leads].flatMap((id) => joined.recordsOf(id)) });
  const holders = await holdersOfPosts(db, [...new Set(own.map(({ postId }) => postId))], day);
  return holders
    .filter(({ leadId }) => leads.has(leadId))
    .toSorted((a, b) => a.postTitle.localeCompare(b.postTitle, 'en-GB'));
}

/** Who held each of several posts on a day. Two records of one person in one post are one holder. */
export async function holdersOfPosts(
  db: Db,
  postIds: readonly number[],
  day: PlainDay,
): Promise<readonly Holder[]> {
  if (postIds.length === 0) return [];
  const joined = await readJoined(db);
  const holdings = await readHoldings(db, { postIds });
  const nameOf = await namesOn(
    db,
    holdings.map(({ personId }) => personId),
    day,
  );
  const byPost = groupedBy(holdings, ({ postId }) => postId);
  const holders = holdings.flatMap((holding): Holder[] => {
    const leadId = joined.lead(holding.personId);
    const others = (byPost.get(holding.postId) ?? []).filter(
      (other) => other !== holding && joined.lead(other.personId) !== leadId,
    );
    const standing = standingOn(holding, day, others, holding.postHolders === 'one');
    return standing === null ? [] : [{ ...holding, leadId, personName: nameOf(holding.personId), standing }];
  });
  const surest = new Map<string, Holder>();
  for (const holder of holders.toSorted(bySureness)) {
    const key = `${holder.postId} ${holder.leadId}`;
    if (!surest.has(key)) surest.set(key, holder);
  }
  return [...surest.values()];
}

function bySureness(one: Holder, other: Holder): number {
  if (one.standing !== other.standing) return one.standing === 'known' ? -1 : 1;
  return one.personName.localeCompare(other.personName, 'en-GB');
}
