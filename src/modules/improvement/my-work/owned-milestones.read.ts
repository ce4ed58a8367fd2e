import type { Db } from '../../../platform/db/index.ts';
import type { PlainDay } from '../../../platform/time/plain-day.ts';
import { postsById } from '../../identity/index.ts';
import { listPlans } from '../plan/list-plans.read.ts';
import { milestonesOf } from './milestones-of-posts.read.ts';
import { inForceOn, planVersions } from '../plan/plan-in-force.read.ts';

/** How many milestones of a plan somebody answers for that are not completed, through one post or by their own name. */
export interface OwnedMilestones {
  readonly planTitle: string;
  readonly planSlug: string;
  readonly count: number;
  /** The post it goes with, to whoever holds it next; null where the plan names the person alone. */
  readonly throughPost: string | null;
}

/**
 * What somebody who leaves still answers for in every plan in force on a day. A milestone that is theirs through two
 * posts is counted under each, since each may pass to somebody else.
 */
export async function ownedMilestones(
  db: Db,
  personIds: readonly number[],
  postIds: readonly number[],
  day: PlainDay,
): Promise<readonly OwnedMilestones[]> {
  const posts = await postsById(db, postIds);
  const owned: OwnedMilestones[] = [];
  for (const { slug, title } of await listPlans(db)) {
    const versions = await planVersions(db, slug);
    const plan = versions === null ? null : inForceOn(versions, day);
    if (plan?.kind !== 'in-force') continue;
    const through = [
      ...posts.map((post) => ({ throughPost: post.title, posts: [post], personIds: [] })),
      { throughPost: null, posts: [], personIds },
    ];
    for (const { throughPost, ...whose } of through) {
      const left = (await milestonesOf(db, plan, whose)).filter(({ state }) => state !== 'completed');
      if (left.length > 0) owned.push({ planTitle: title, planSlug: slug, count: left.length, throughPost });
    }
  }
  return owned;
}
