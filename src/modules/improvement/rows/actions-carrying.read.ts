import type { Db } from '../../../platform/db/index.ts';
import type { PlainDay } from '../../../platform/time/plain-day.ts';
import { type Carrier, carriersOf } from '../pictures/coverage.rule.ts';
import { stateOfAction, stateOfMilestone } from '../states/calendar-state.rule.ts';
import { keepPerVersion } from '../plan/keep-per-version.read.ts';
import type { ActionRow } from './list-actions.read.ts';
import type { NamedLead } from './named-lead.shape.ts';
import type { PlanInForce } from '../plan/plan-in-force.shape.ts';
import { planLine } from '../plan/plan-line.read.ts';
import type { LineAction } from '../plan/plan-line.shape.ts';

interface Carrying {
  readonly carriers: ReadonlyMap<string, readonly Carrier[]>;
  /** Each lead once, in the order in which the action's rows name them. */
  readonly leads: ReadonlyMap<LineAction, readonly NamedLead[]>;
}

/** Which actions carry each requirement of a version. Worked out of the joined version once and kept. */
const carrying = keepPerVersion(async (db, versionId): Promise<Carrying> => {
  const line = await planLine(db, versionId);
  const names = new Map(line.leads.map(({ slug, name }) => [slug, name]));
  const leadsOf = (action: LineAction) =>
    [...new Set(action.milestones.flatMap((milestone) => milestone.leads))].map((slug) => ({
      slug,
      name: names.get(slug) ?? slug,
    }));
  return {
    carriers: carriersOf(line),
    leads: new Map(line.actions.map((action) => [action, leadsOf(action)])),
  };
});

/** The actions that carry a requirement, in the plan's order: what `listActions` answers, without asking again. */
export async function actionsCarrying(
  db: Db,
  plan: PlanInForce,
  requirement: string,
): Promise<readonly (ActionRow & { readonly through: 'action' | 'outcome' })[]> {
  const { carriers, leads } = await carrying(db, plan.versionId);
  return (carriers.get(requirement) ?? []).map(({ action, through }) => ({
    ...rowOf(action, leads.get(action) ?? [], plan.on),
    through,
  }));
}

function rowOf(action: LineAction, leads: readonly NamedLead[], on: PlainDay): ActionRow {
  const { ref, text, outcomeRef, priority, jointWith, milestones } = action;
  return {
    ref,
    text,
    outcomeRef,
    priority,
    jointWith,
    requirements: action.requirements.map((carried) => carried.ref),
    leads,
    milestones: milestones.length,
    measures: milestones.reduce((all, milestone) => all + milestone.measures, 0),
    startsOn: ends(milestones.map(({ startsOn }) => startsOn)).first,
    endsOn: ends(milestones.map(({ endsOn }) => endsOn)).last,
    state: stateOfAction(milestones.map((milestone) => stateOfMilestone(milestone, on))),
  };
}

/** The first and the last of some ISO days, which sort as their letters do; null where there is none. */
function ends(days: readonly (string | null)[]): { first: string | null; last: string | null } {
  const sorted = days.filter((day) => day !== null).toSorted();
  return { first: sorted[0] ?? null, last: sorted.at(-1) ?? null };
}
