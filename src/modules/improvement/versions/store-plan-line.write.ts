import type { Tx } from '../../../platform/db/index.ts';
import { earliestDayOf, latestDayOf } from '../../../platform/time/plain-day.ts';
import type { PlanReading } from '../plan/plan-reading.shape.ts';
import { insertRows } from '../../../platform/db/insert-rows.ts';

/** Writes priorities, outcomes, actions, milestones and measures, and what ties them to requirements and leads. */
export async function storePlanLine(
  tx: Tx,
  version_id: number,
  reading: PlanReading,
  slugs: ReadonlyMap<string, string>,
): Promise<void> {
  const known = new Set(reading.requirementSets.flatMap((set) => set.requirements.map(({ ref }) => ref)));
  const unlisted = (tags: readonly string[]) => [...new Set(tags)].filter((tag) => !known.has(tag));
  const slugOf = (name: string) => slugs.get(name) ?? '';
  const outcomes = reading.priorities.flatMap((priority) =>
    priority.outcomes.map((outcome) => ({ outcome, priority })),
  );
  const actions = outcomes.flatMap(({ outcome }) => outcome.actions.map((action) => ({ action, outcome })));
  const milestones = actions.flatMap(({ action }) =>
    action.milestones.map((milestone, index) => ({ milestone, action, ordinal: index + 1 })),
  );

  await insertRows(
    tx,
    'improvement.priority',
    reading.priorities.map(({ number, title, objectives, source }) => ({
      version_id,
      number,
      title,
      objectives,
      source: JSON.stringify(source),
    })),
  );
  await insertRows(
    tx,
    'improvement.priority_lead',
    reading.priorities.flatMap(({ number, accountableLeads }) =>
      [...new Set(accountableLeads)].map((name, position) => ({
        version_id,
        priority_number: number,
        lead_slug: slugOf(name),
        position,
      })),
    ),
  );
  await insertRows(
    tx,
    'improvement.outcome',
    outcomes.map(({ outcome, priority }, position) => ({
      version_id,
      ref: outcome.ref,
      priority_number: priority.number,
      position,
      text: outcome.text,
      joint_with: outcome.jointWith,
      source: JSON.stringify(outcome.source),
    })),
  );
  await insertRows(
    tx,
    'improvement.action',
    actions.map(({ action, outcome }, position) => ({
      version_id,
      ref: action.ref,
      outcome_ref: outcome.ref,
      position,
      text: action.text,
      text_as_printed: action.textAsPrinted,
      provenance: JSON.stringify(action.provenance),
      joint_with: action.jointWith,
      put_right: action.putRight ?? false,
      unlisted_tags: unlisted([...action.tags, ...outcome.tags]),
      source: JSON.stringify(action.source),
    })),
  );
  await insertRows(
    tx,
    'improvement.milestone',
    milestones.map(({ milestone, action, ordinal }, position) => ({
      version_id,
      action_ref: action.ref,
      ordinal,
      position,
      timescale_as_printed: milestone.timescaleAsPrinted,
      start_as_read: milestone.start,
      end_as_read: milestone.end,
      starts_on: milestone.start === null ? null : earliestDayOf(milestone.start),
      ends_on: milestone.end === null ? null : latestDayOf(milestone.end),
      periods: JSON.stringify(milestone.periods),
      status: milestone.status,
      status_as_printed: milestone.statusAsPrinted,
      leads_as_printed: milestone.leadsAsPrinted,
      provenance: JSON.stringify(milestone.provenance),
      review: milestone.review,
      recurrence: milestone.recurrence,
      leads_inherited: milestone.leadsInherited,
      how_read: milestone.reading,
      source: JSON.stringify(milestone.source),
    })),
  );
  await insertRows(
    tx,
    'improvement.measure',
    milestones.flatMap(({ milestone, action, ordinal }) =>
      milestone.measures.map((text, index) => ({
        version_id,
        action_ref: action.ref,
        milestone_ordinal: ordinal,
        ordinal: index + 1,
        text,
      })),
    ),
  );
  await insertRows(
    tx,
    'improvement.milestone_lead',
    milestones.flatMap(({ milestone, action, ordinal }) =>
      [...new Set(milestone.leads)].map((name, position) => ({
        version_id,
        action_ref: action.ref,
        milestone_ordinal: ordinal,
        lead_slug: slugOf(name),
        position,
      })),
    ),
  );
  await insertRows(
    tx,
    'improvement.carries',
    actions.flatMap(({ action, outcome }) => {
      const tied = (tags: readonly string[], through: 'action' | 'outcome') =>
        [...new Set(tags)]
          .filter((tag) => known.has(tag))
          .map((requirement_ref) => ({ version_id, action_ref: action.ref, requirement_ref, through }));
      const onlyOnOutcome = outcome.tags.filter((tag) => !action.tags.includes(tag));
      return [...tied(action.tags, 'action'), ...tied(onlyOnOutcome, 'outcome')];
    }),
  );
  await insertRows(
    tx,
    'improvement.cross_reference',
    actions.flatMap(({ action }) =>
      [...new Set(action.crossReferences)].map((to_ref) => ({ version_id, from_ref: action.ref, to_ref })),
    ),
  );
}
