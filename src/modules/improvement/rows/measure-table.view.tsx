import type { JSX } from 'preact';
import { Reference } from '../../../platform/web/reference.tsx';
import { WideTable } from '../../../platform/web/wide-table.tsx';
import type { MeasureRow } from './list-measures.read.ts';
import { CalendarStateMark } from '../states/calendar-state-mark.view.tsx';
import type { PlanView } from '../plan/plan-view.shape.ts';
import { RefText } from '../plan/ref-text.view.tsx';
import { dayInWords } from '../plan/plan-words.rule.ts';

/** Measures as rows, each with the milestone and action it belongs to. */
export function MeasureTable(props: { view: PlanView; rows: readonly MeasureRow[] }): JSX.Element {
  const { view } = props;
  return (
    <WideTable
      name="Measures"
      caption="Measures"
      captionClass="govuk-visually-hidden"
      head={['Measure', 'What would show it', 'Action', 'Milestone’s last day', 'State of the milestone']}
      firstCellIsHeader
      rows={props.rows.map((row) => [
        <Reference href={view.paths.measure(row.actionRef, row.milestone, row.ordinal)}>
          {`${row.actionRef}/${row.milestone}/${row.ordinal}`}
        </Reference>,
        <RefText view={view}>{row.text}</RefText>,
        <Reference href={view.paths.action(row.actionRef)}>{row.actionRef}</Reference>,
        row.endsOn === null ? (
          <span class="tl-lacking">No last day</span>
        ) : (
          <span class="tl-day">{dayInWords(row.endsOn)}</span>
        ),
        <CalendarStateMark state={row.state} />,
      ])}
    />
  );
}
