import type { Db } from '../../../platform/db/index.ts';
import { type Answer, notFound, page } from '../../../platform/web/answer.ts';
import { readAsAt } from '../../../platform/web/as-at.ts';
import type { Visit } from '../../../platform/web/visit.ts';
import { askerOf, refuse } from '../../identity/index.ts';
import { planPaths } from '../paths.ts';
import { mayReadPlans } from '../permissions.ts';
import { knownReferences } from './known-references.read.ts';
import { inForceOn, planVersions } from './plan-in-force.read.ts';
import type { PlanView } from './plan-view.shape.ts';
import { NotYetInForce } from './not-yet-in-force.view.tsx';

/** What of a visit the pages of a plan are made of: nothing that is the reader's own. */
export type PlanVisit = Pick<
  Visit<{ readonly plan: string }>,
  'frame' | 'query' | 'today' | 'params' | 'asker' | 'requestId'
>;

/**
 * Finds the version of a plan in force on the page's day and hands the handler what every page of it needs. A plan may
 * open at a day of its own, so the day is read again from the address once the plan is known.
 */
export async function visitPlan(
  db: Db,
  visit: PlanVisit,
  show: (view: PlanView) => Answer | Promise<Answer>,
): Promise<Answer> {
  if (!mayReadPlans(askerOf(visit))) return refuse(mayReadPlans);
  const slug = visit.params.plan;
  const versions = await planVersions(db, slug);
  if (versions === null) return notFound();
  const asAt =
    versions.opensOn === null ? visit.frame.asAt : readAsAt(visit.query, visit.today, versions.opensOn);
  const frame = { ...visit.frame, asAt };
  const found = inForceOn(versions, asAt.day);
  if (found.kind === 'not-yet') return page(<NotYetInForce frame={frame} plan={found} />);
  return show({
    frame,
    plan: found,
    paths: planPaths(slug, asAt.isToday ? null : asAt.day),
    plainPaths: planPaths(slug, null),
    refs: await knownReferences(db, found.versionId),
  });
}
