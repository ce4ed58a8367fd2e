import type { Db } from '../../../platform/db/index.ts';
import type { PlainDay } from '../../../platform/time/plain-day.ts';
import { type AsAt, readAsAt } from '../../../platform/web/as-at.ts';
import { dueSoonestFirst, workPartOf, type WorkPart } from './my-work.rule.ts';
import { listPlans } from '../plan/list-plans.read.ts';
import { milestonesOf, type OwnMilestone, type WorkOf } from './milestones-of-posts.read.ts';
import { inForceOn, planVersions } from '../plan/plan-in-force.read.ts';

/** A plan that was looked through for somebody's work, as at its day. */
export interface WorkPlan {
  readonly slug: string;
  readonly title: string;
  readonly asAt: AsAt;
}

/** A milestone of somebody's, in its plan. */
export interface WorkItem extends OwnMilestone {
  readonly plan: WorkPlan;
  readonly part: WorkPart;
}

export interface MyWork {
  /** Every plan in force on its day, whether or not they answer for anything in it. */
  readonly plans: readonly WorkPlan[];
  /** The one due soonest first. */
  readonly items: readonly WorkItem[];
}

/**
 * What somebody answers for in every plan, in the version in force on the page's day. A plan that opens at a day of its own
 * is read as at that day where the reader asks for none, as its own pages are.
 */
export async function myWork(
  db: Db,
  whose: WorkOf,
  { query, today }: { readonly query: URLSearchParams; readonly today: PlainDay },
): Promise<MyWork> {
  const plans: WorkPlan[] = [];
  const items: WorkItem[] = [];
  for (const { slug, title, opensOn } of await listPlans(db)) {
    const asAt = readAsAt(query, today, opensOn ?? today);
    const versions = await planVersions(db, slug);
    const found = versions === null ? null : inForceOn(versions, asAt.day);
    if (found?.kind !== 'in-force') continue;
    const plan = { slug, title, asAt };
    plans.push(plan);
    for (const own of await milestonesOf(db, found, whose))
      items.push({ ...own, plan, part: workPartOf({ ...own, on: asAt.day }) });
  }
  return { plans, items: items.toSorted(dueSoonestFirst) };
}
