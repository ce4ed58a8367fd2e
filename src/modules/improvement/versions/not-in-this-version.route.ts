import type { Db } from '../../../platform/db/index.ts';
import { formatDay } from '../../../platform/time/plain-day.ts';
import { type Answer, notFound, problem } from '../../../platform/web/answer.ts';
import type { PlanInForce } from '../plan/plan-in-force.shape.ts';
import { whereItStood } from './where-it-stood.read.ts';

/**
 * What to say of a reference that the version of the day does not have: where another version has it, which one and on
 * which days; otherwise that there is no such page.
 */
export async function notInThisVersion(
  db: Db,
  plan: PlanInForce,
  thing: 'action' | 'requirement' | 'outcome',
  ref: string,
): Promise<Answer> {
  const stood = await whereItStood(db, plan.planId, thing, ref);
  if (stood === null) return notFound();
  const name = `${thing.charAt(0).toUpperCase()}${thing.slice(1)} ${ref}`;
  const time =
    stood.until === null
      ? `from ${formatDay(stood.from)}`
      : `from ${formatDay(stood.from)} until ${formatDay(stood.until)}`;
  return problem({
    status: 404,
    title: `${name} was not in the plan on ${formatDay(plan.on)}`,
    explanation: [
      `It stood in version ${stood.version} of the plan, in force ${time}.`,
      'Change the day at the top of the page to one of those to read it.',
    ],
  });
}
