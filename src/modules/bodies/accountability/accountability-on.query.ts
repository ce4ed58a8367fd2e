import type { Db } from '../../../platform/db/index.ts';
import type { PlainDay } from '../../../platform/time/plain-day.ts';
import { type Holder, holdersOfPosts, postTitles } from '../../identity/index.ts';
import { byAuthority, holdsOn, type Said, type Span } from '../sayings/said.rule.ts';
import { type AccountabilityBreak, breakOf, DUTIES, type Duty } from './statutory-posts.rule.ts';
import { type Protocol, protocolsOn, type ProtocolTie } from './protocols.read.ts';
import { dayOf, saidOf } from '../sayings/said-columns.read.ts';

/** A post that somebody says carries a duty. */
export interface CarryingPost extends Said, Span {
  readonly postId: number;
  readonly title: string;
}

export interface DutyOnDay {
  readonly duty: Duty;
  readonly posts: readonly CarryingPost[];
  readonly holders: readonly Holder[];
  readonly break: AccountabilityBreak;
  /** Bodies with which accountability is held or shared, as protocols say. */
  readonly ties: readonly ProtocolTie[];
}

/** The statutory posts on a day, who holds each and where the line of accountability breaks; and every protocol. */
export async function accountabilityOn(
  db: Db,
  day: PlainDay,
): Promise<{ readonly duties: readonly DutyOnDay[]; readonly protocols: readonly Protocol[] }> {
  const rows = await db
    .selectFrom('bodies.statutory_post')
    .selectAll()
    .where('replaced_at', 'is', null)
    .where('change', '<>', 'withdrawn')
    .orderBy('id')
    .execute();
  const titles = await postTitles(
    db,
    rows.map(({ post_id: id }) => id),
  );
  const posts = rows
    .map((row): CarryingPost & { readonly duty: Duty } => ({
      ...saidOf(row),
      duty: row.duty as Duty,
      postId: row.post_id,
      title: titles.get(row.post_id) ?? '',
      from: dayOf(row.from_day),
      until: dayOf(row.until),
    }))
    .filter((post) => holdsOn(post, day));
  const holders = await holdersOfPosts(
    db,
    posts.map(({ postId }) => postId),
    day,
  );
  const protocols = await protocolsOn(db, day);
  const duties = (Object.keys(DUTIES) as Duty[]).map((duty): DutyOnDay => {
    const carrying = latestOf(posts.filter((post) => post.duty === duty));
    const held = holders.filter(({ postId }) => carrying.some((post) => post.postId === postId));
    return {
      duty,
      posts: carrying,
      holders: held,
      break: breakOf({
        duty,
        posts: carrying.map(({ postId, title }) => ({ id: postId, title })),
        holders: held,
      }),
      ties: protocols.flatMap(({ ties }) => ties.filter((tie) => tie.duty === duty)),
    };
  });
  return { duties, protocols };
}

/** Of posts that only papers name for a duty, the later paper's count; what was recorded counts before any. */
function latestOf<Post extends CarryingPost>(posts: readonly Post[]): readonly Post[] {
  const kept = posts.filter(({ byPaper }) => !byPaper);
  if (kept.length > 0) return kept;
  const [first] = posts.toSorted(byAuthority);
  return posts.filter((post) => post.statedOn === first?.statedOn && post.weight === first.weight);
}
