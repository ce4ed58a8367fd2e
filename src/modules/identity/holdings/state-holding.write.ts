import type { Tx } from '../../../platform/db/index.ts';
import type { PlainDay } from '../../../platform/time/plain-day.ts';
import { daysHeld, type HoldingFact } from './holding.rule.ts';
import { readJobTitle } from './job-title.rule.ts';
import { parsePrintedName } from '../names/parse-name.rule.ts';
import { readHoldings } from './read-holdings.read.ts';
import { lockPost, writeHolding } from './write-holding.write.ts';
import { writeName } from '../names/write-name.write.ts';

/** One line of a paper that says who holds a post. */
export interface StatedHolding {
  /** As the paper prints it: it is kept so, beside what was read of it. */
  readonly name: string;
  readonly jobTitle: string;
  readonly interim: boolean;
  readonly jobShare: boolean;
  /** Who they are, where whoever takes the paper in knows; else they are found by name and post, or new. */
  readonly personId?: number;
  /** The day of the paper, and the paper. */
  readonly statedOn: PlainDay;
  readonly source: string;
}

export interface HoldingIds {
  readonly personId: number;
  readonly postId: number;
}

/** Who records what is read from papers; the person who accepts the paper stands in the trail. */
const READER = { name: 'Throughline' } as const;

/**
 * Records that a paper names a person as the holder of a post on a day, and makes the person and the post where they
 * are new. The person is taken to be the same only where papers print the very same name in the very same post: two
 * people may share a name, and nothing here decides that they are one. What people have recorded since is not touched:
 * where the paper disagrees with it, only the paper's own words are kept.
 */
export async function stateHolding(tx: Tx, stated: StatedHolding): Promise<HoldingIds> {
  const postId = await postByTitle(tx, readJobTitle(stated.jobTitle).post);
  const post = await lockPost(tx, postId);
  const personId = stated.personId ?? (await personInPost(tx, stated, postId));
  await tx
    .insertInto('identity.statement')
    .values({
      post_id: postId,
      person_id: personId,
      interim: stated.interim,
      job_share: stated.jobShare,
      stated_on: stated.statedOn,
      source: stated.source,
      name_as_printed: stated.name,
      post_as_printed: stated.jobTitle,
    })
    // The same thing said again is one statement; said otherwise on the same day, as a corrected plan does, it is another.
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  await holdFromThen(tx, { personId, postId }, stated, post?.holders ?? 'one');
  return { personId, postId };
}

/** Makes the paper's day part of a holding, where no holding recorded so far speaks against it. */
async function holdFromThen(
  tx: Tx,
  { personId, postId }: HoldingIds,
  { jobTitle, interim, jobShare, statedOn, source }: StatedHolding,
  holders: 'one' | 'several',
): Promise<void> {
  const own = await readHoldings(tx, { personIds: [personId], postIds: [postId] });
  const isHeld = own.some((holding) => {
    const { from, to } = daysHeld(holding);
    return from <= statedOn && (to === null || statedOn <= to);
  });
  if (isHeld) return;
  const later = own
    .filter((holding) => daysHeld(holding).from > statedOn)
    .toSorted((a, b) => (daysHeld(a).from < daysHeld(b).from ? -1 : 1))[0];
  const begins = { since: null, statedOn, source };
  if (later !== undefined) {
    // An earlier paper than the one that first named them. A first day that somebody recorded stands.
    if (later.begins.since === null)
      await writeHolding(
        tx,
        READER,
        { ...later, begins },
        { change: 'stated', reason: 'An earlier paper names them', replaces: later.id },
        holders,
      );
    return;
  }
  const fact: HoldingFact = {
    postId,
    personId,
    manner: readJobTitle(jobTitle).manner ?? (interim ? 'interim' : 'substantive'),
    jobShare,
    begins,
    ends: null,
  };
  await writeHolding(tx, READER, fact, { change: 'stated' }, holders);
}

/** The post of this title. Where organisations have one each, the one that nobody has given to any. */
async function postByTitle(tx: Tx, title: string): Promise<number> {
  const known = await tx
    .selectFrom('identity.post')
    .select('id')
    .where('title', '=', title)
    .orderBy('organisation_id', (order) => order.asc().nullsFirst())
    .executeTakeFirst();
  if (known !== undefined) return known.id;
  await tx
    .insertInto('identity.post')
    .values({ title })
    .onConflict((conflict) => conflict.constraint('post_title_in_organisation').doNothing())
    .execute();
  const post = await tx
    .selectFrom('identity.post')
    .select('id')
    .where('title', '=', title)
    .executeTakeFirstOrThrow();
  return post.id;
}

async function personInPost(tx: Tx, { name, source }: StatedHolding, postId: number): Promise<number> {
  const known = await tx
    .selectFrom('identity.statement')
    .select('person_id as id')
    .where('name_as_printed', '=', name)
    .where('post_id', '=', postId)
    .orderBy('person_id')
    .executeTakeFirst();
  if (known !== undefined) return known.id;
  const made = await tx
    .insertInto('identity.person')
    .defaultValues()
    .returning('id')
    .executeTakeFirstOrThrow();
  await writeName(tx, READER, { personId: made.id, name: parsePrintedName(name), fromDay: null, source });
  return made.id;
}
