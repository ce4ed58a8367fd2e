import { listActions } from '../rows/list-actions.read.ts';
import { EVERYTHING } from '../rows/list-filter.shape.ts';
import type { HowRead } from '../plan/plan-reading.shape.ts';
import { CALENDAR_STATE_LOOKS } from '../states/calendar-state-mark.view.tsx';
import { placeInWords } from '../plan/plan-words.rule.ts';
import { howReadInWords, joined, type ListSource, type ListTable } from './list-table.shape.ts';

/** Actions, a row each, with what they carry, who leads them, their first and last day and how they stand. */
export async function actionsTable({ db, plan, query, line, places }: ListSource): Promise<ListTable> {
  const { rows } = await listActions(db, plan, query, EVERYTHING);
  const ordinals = new Map(
    line.actions.map((action) => [action.ref, action.milestones.map(({ ordinal }) => ordinal)]),
  );
  const readAs = (ref: string) =>
    leastSure((ordinals.get(ref) ?? []).map((ordinal) => places.milestone(ref, ordinal).howRead));
  return {
    title: 'Actions',
    showsStates: true,
    columns: [
      { heading: 'Action', kind: 'reference' },
      { heading: 'What is to be done', kind: 'text' },
      { heading: 'Priority', kind: 'number' },
      { heading: 'Outcome', kind: 'reference' },
      { heading: 'Carries', kind: 'text' },
      { heading: 'Joint with', kind: 'text' },
      { heading: 'Leads', kind: 'text' },
      { heading: 'First day', kind: 'day' },
      { heading: 'Last day', kind: 'day' },
      { heading: 'State', kind: 'text' },
      { heading: 'Milestones', kind: 'number' },
      { heading: 'Measures', kind: 'number' },
      { heading: 'How its dates were read', kind: 'text' },
      { heading: 'Where in the source', kind: 'text' },
    ],
    rows: rows.map((row) => [
      row.ref,
      row.text,
      row.priority,
      row.outcomeRef,
      joined(row.requirements),
      joined(row.jointWith),
      joined(row.leads.map(({ name }) => name)),
      row.startsOn,
      row.endsOn,
      CALENDAR_STATE_LOOKS[row.state].words,
      row.milestones,
      row.measures,
      howReadInWords(readAs(row.ref)),
      placeInWords(places.action(row.ref)),
    ]),
  };
}

const LEAST_SURE_FIRST = ['corrected', 'inferred', 'by-hand', 'stated'] as const;

function leastSure(readings: readonly HowRead[]): HowRead {
  return LEAST_SURE_FIRST.find((howRead) => readings.includes(howRead)) ?? 'stated';
}
