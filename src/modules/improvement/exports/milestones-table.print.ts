import { EVERYTHING } from '../rows/list-filter.shape.ts';
import { listMilestones, milestoneOrder } from '../rows/list-milestones.read.ts';
import { CALENDAR_STATE_LOOKS } from '../states/calendar-state-mark.view.tsx';
import { placeInWords } from '../plan/plan-words.rule.ts';
import { howReadInWords, joined, type ListSource, type ListTable } from './list-table.shape.ts';

/** Milestones, a row each: the timescale as printed beside the days it was read as. */
export async function milestonesTable({ db, plan, query, line, places }: ListSource): Promise<ListTable> {
  const { rows } = await listMilestones(db, plan, query, EVERYTHING, milestoneOrder(query));
  const outcomes = new Map(line.actions.map(({ ref, outcomeRef }) => [ref, outcomeRef]));
  return {
    title: 'Milestones',
    showsStates: true,
    columns: [
      { heading: 'Action', kind: 'reference' },
      { heading: 'Milestone', kind: 'number' },
      { heading: 'What is to be done', kind: 'text' },
      { heading: 'Priority', kind: 'number' },
      { heading: 'Outcome', kind: 'reference' },
      { heading: 'Timescale as printed', kind: 'text' },
      { heading: 'First day', kind: 'day' },
      { heading: 'Last day', kind: 'day' },
      { heading: 'Comes back', kind: 'text' },
      { heading: 'Marked for review', kind: 'text' },
      { heading: 'Leads', kind: 'text' },
      { heading: 'Measures', kind: 'text' },
      { heading: 'State', kind: 'text' },
      { heading: 'How it was read', kind: 'text' },
      { heading: 'Where in the source', kind: 'text' },
    ],
    rows: rows.map((row) => [
      row.actionRef,
      row.ordinal,
      row.actionText,
      row.priority,
      outcomes.get(row.actionRef) ?? null,
      row.timescaleAsPrinted,
      row.startsOn,
      row.endsOn,
      row.recurrence,
      row.review ? 'Yes' : null,
      joined(row.leads.map(({ name }) => name)),
      joined(row.measures),
      CALENDAR_STATE_LOOKS[row.state].words,
      howReadInWords(row.howRead),
      placeInWords(places.milestone(row.actionRef, row.ordinal).source),
    ]),
  };
}
