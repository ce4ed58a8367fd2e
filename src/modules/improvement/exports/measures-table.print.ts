import { EVERYTHING } from '../rows/list-filter.shape.ts';
import { listMeasures } from '../rows/list-measures.read.ts';
import { CALENDAR_STATE_LOOKS } from '../states/calendar-state-mark.view.tsx';
import { placeInWords } from '../plan/plan-words.rule.ts';
import { howReadInWords, joined, type ListSource, type ListTable } from './list-table.shape.ts';

/** Measures, a row each, with the milestone they would show the worth of and who leads it. */
export async function measuresTable({ db, plan, query, line, places }: ListSource): Promise<ListTable> {
  const { rows } = await listMeasures(db, plan, query, EVERYTHING);
  const names = new Map(line.leads.map(({ slug, name }) => [slug, name]));
  const leads = new Map(
    line.actions.flatMap((action) =>
      action.milestones.map((milestone) => [
        `${action.ref}/${milestone.ordinal}`,
        milestone.leads.map((slug) => names.get(slug) ?? slug),
      ]),
    ),
  );
  return {
    title: 'Measures',
    showsStates: true,
    columns: [
      { heading: 'Action', kind: 'reference' },
      { heading: 'Milestone', kind: 'number' },
      { heading: 'Measure', kind: 'number' },
      { heading: 'What would show it', kind: 'text' },
      { heading: 'Leads', kind: 'text' },
      { heading: 'Timescale as printed', kind: 'text' },
      { heading: 'Last day', kind: 'day' },
      { heading: 'State of the milestone', kind: 'text' },
      { heading: 'How it was read', kind: 'text' },
      { heading: 'Where in the source', kind: 'text' },
    ],
    rows: rows.map((row) => {
      const place = places.measure(row.actionRef, row.milestone, row.text);
      return [
        row.actionRef,
        row.milestone,
        row.ordinal,
        row.text,
        joined(leads.get(`${row.actionRef}/${row.milestone}`) ?? []),
        row.timescaleAsPrinted,
        row.endsOn,
        CALENDAR_STATE_LOOKS[row.state].words,
        howReadInWords(place.howRead),
        placeInWords(place.source),
      ];
    }),
  };
}
