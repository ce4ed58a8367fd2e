import { formatDay, formatMonth } from '../../../platform/time/plain-day.ts';
import { problemKindInWords } from '../plan/problem-kind-words.rule.ts';
import type { ListFilter } from '../rows/list-filter.shape.ts';
import type { PlanInForce } from '../plan/plan-in-force.shape.ts';
import type { PlanLine } from '../plan/plan-line.shape.ts';
import { CALENDAR_STATE_LOOKS } from '../states/calendar-state-mark.view.tsx';

/** Where a list's facts come from and the day they are as at, each a sentence. */
export function exportNotes(plan: PlanInForce): readonly string[] {
  return [
    `${plan.title}, version ${plan.version}, in force from ${formatDay(plan.inForceFrom)}, read from ${plan.sourceName}.`,
    `As at ${formatDay(plan.on)}.`,
  ];
}

/** What every list that shows states must say of them. */
export const STATES_NOTE =
  'States go by the plan and the calendar alone: nobody has reported progress in this record yet. Past its date means ' +
  'that the last day has gone by and no completion is recorded; completed is the plan’s own word, and unproven.';

/** What a list was narrowed to, as a sentence. */
export function narrowingNote(query: ListFilter, line: Pick<PlanLine, 'leads'>): string {
  const parts = [
    query.text === undefined ? null : `words “${query.text}”`,
    query.priority === undefined ? null : `priority ${query.priority}`,
    query.outcome === undefined ? null : `outcome ${query.outcome}`,
    query.action === undefined ? null : `action ${query.action}`,
    query.lead === undefined
      ? null
      : `lead ${line.leads.find(({ slug }) => slug === query.lead)?.name ?? query.lead}`,
    query.partner === undefined ? null : `joint with ${query.partner}`,
    query.requirement === undefined ? null : `carrying ${query.requirement}`,
    query.due === undefined ? null : `ending in ${formatMonth(query.due)}`,
    query.status === undefined ? null : `state “${CALENDAR_STATE_LOOKS[query.status].words}”`,
    query.open === undefined ? null : 'not completed',
    query.lacking === undefined ? null : `without a ${query.lacking}`,
    query.kind === undefined ? null : `kind “${problemKindInWords(query.kind)}”`,
    query.set === undefined ? null : `set ${query.set}`,
    query.coverage === undefined
      ? null
      : query.coverage === 'none'
        ? 'carried by no action'
        : 'carried by a single action',
  ].filter((part) => part !== null);
  return parts.length === 0 ? 'The whole list.' : `Narrowed to: ${parts.join('; ')}.`;
}
