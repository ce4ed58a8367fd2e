import { inForceOn, listPlans, type PlanInForce, planVersions } from '../modules/improvement/index.ts';
import type { Db } from '../platform/db/index.ts';
import {
  formatDay,
  parsePlainDay,
  parseTypedDay,
  type PlainDay,
  systemClock,
  todayInLondon,
} from '../platform/time/plain-day.ts';
import { fail } from './open.ts';

export type FoundPlan =
  | { readonly kind: 'found'; readonly plan: PlanInForce; readonly opensOn: PlainDay | null }
  | { readonly kind: 'problem'; readonly sentences: readonly string[] };

/** The day that --on names, or undefined where it is left out. Ends the command where it is not a day. */
export function dayOption(text: string | undefined): PlainDay | undefined {
  if (text === undefined) return undefined;
  return (
    parsePlainDay(text) ??
    parseTypedDay(text) ??
    fail(`--on needs a real day, like 2026-12-01: ${text} is not one.`)
  );
}

/**
 * The version of a plan in force on a day, for a command.
 * @param slug the plan's short name; the only plan there is when left out
 * @param on the plan's own opening day, or today, when left out
 */
export async function findPlan(
  db: Db,
  slug: string | undefined,
  on: PlainDay | undefined,
): Promise<FoundPlan> {
  const plans = await listPlans(db);
  const named = plans.map((plan) => `  ${plan.slug}  ${plan.title}`);
  const [only, another] = plans;
  if (only === undefined)
    return problem(
      'There is no plan yet. Bring one in with throughline import plan FILE, or start with serve --sample.',
    );
  if (slug === undefined && another !== undefined)
    return problem('There are several plans. Name one of them:', ...named);
  const versions = await planVersions(db, slug ?? only.slug);
  if (versions === null) return problem(`There is no plan called ${slug}. There is:`, ...named);
  const found = inForceOn(versions, on ?? versions.opensOn ?? todayInLondon(systemClock));
  if (found.kind === 'not-yet')
    return problem(
      `There was no version of ${found.title} on ${formatDay(found.on)}: its first is in force from ${formatDay(found.firstDay)}.`,
    );
  return { kind: 'found', plan: found, opensOn: versions.opensOn };
}

function problem(...sentences: readonly string[]): FoundPlan {
  return { kind: 'problem', sentences };
}
