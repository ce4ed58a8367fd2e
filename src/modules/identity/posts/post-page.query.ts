import type { Db } from '../../../platform/db/index.ts';
import type { PlainDay } from '../../../platform/time/plain-day.ts';
import type { Holders } from '../holdings/holding.rule.ts';
import { postTimeline, type Stretch } from '../holdings/post-timeline.rule.ts';
import { type Holder, holdersOn } from '../holdings/holders-on.read.ts';
import { readHoldingHistory, type RecordedHolding } from '../holdings/read-holdings.read.ts';
import { namesOn } from '../names/read-names.read.ts';
import { readStatements, type Statement } from '../sources/read-statements.read.ts';

/** A holding with what its holder was called on the page's day. */
export interface NamedHolding extends RecordedHolding {
  readonly personName: string;
}

export interface PostPage {
  readonly id: number;
  readonly title: string;
  readonly organisation: string | null;
  readonly holdersMeant: Holders;
  /** Who held it on the day. */
  readonly holders: readonly Holder[];
  /** Where nobody did: whether it is known to have been vacant. */
  readonly isVacant: boolean;
  /** Holders and vacancies, the latest first. */
  readonly timeline: readonly Stretch<NamedHolding>[];
  readonly history: readonly NamedHolding[];
  readonly statements: readonly Statement[];
}

/** A post: who held it on a day, everybody who did and when nobody, and what papers say. */
export async function postPage(db: Db, id: number, day: PlainDay): Promise<PostPage | null> {
  const post = await db
    .selectFrom('identity.post as post')
    .leftJoin('identity.organisation as organisation', 'organisation.id', 'post.organisation_id')
    .select(['post.id', 'post.title', 'post.holders', 'organisation.name as organisation'])
    .where('post.id', '=', id)
    .executeTakeFirst();
  if (post === undefined) return null;
  const recorded = await readHoldingHistory(db, { postIds: [id] });
  const nameOf = await namesOn(
    db,
    recorded.map(({ personId }) => personId),
    day,
  );
  const history = recorded.map((row) => ({ ...row, personName: nameOf(row.personId) }));
  const timeline = postTimeline(history.filter((row) => !row.isReplaced && row.change !== 'withdrawn'));
  return {
    id,
    title: post.title,
    organisation: post.organisation,
    holdersMeant: post.holders as Holders,
    holders: await holdersOn(db, id, day),
    isVacant: timeline.some(
      (stretch) =>
        stretch.kind === 'vacant' && stretch.from <= day && (stretch.to === null || day <= stretch.to),
    ),
    timeline: timeline.toReversed(),
    history,
    statements: await readStatements(db, { postId: id }),
  };
}
