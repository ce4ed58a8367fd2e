import type { JSX } from 'preact';
import { Reference } from '../../../platform/web/reference.tsx';
import { WideTable } from '../../../platform/web/wide-table.tsx';
import type { MilestoneRow } from './milestone-row.shape.ts';
import { CalendarStateMark } from '../states/calendar-state-mark.view.tsx';
import { LeadLinks } from './lead-links.view.tsx';
import type { PlanView } from '../plan/plan-view.shape.ts';
import { RefText } from '../plan/ref-text.view.tsx';
import { shortened, timescaleInWords } from '../plan/plan-words.rule.ts';

/** Milestones as rows: of which action, when as printed and as read, who, what would show it, and how it stands. */
export function MilestoneTable(props: {
  view: PlanView;
  caption: string;
  rows: readonly MilestoneRow[];
  /** On a page about one action the action need not be said again. */
  ofOneAction?: boolean;
}): JSX.Element {
  const { view, ofOneAction = false } = props;
  return (
    <WideTable
      name={props.caption}
      caption={props.caption}
      captionClass="govuk-visually-hidden"
      head={['Milestone', ...(ofOneAction ? [] : ['Action']), 'When', 'Leads', 'Measures', 'State']}
      firstCellIsHeader
      rows={props.rows.map((row) => [
        <Reference
          href={view.paths.milestone(row.actionRef, row.ordinal)}
        >{`${row.actionRef}/${row.ordinal}`}</Reference>,
        ...(ofOneAction
          ? []
          : [
              <a class="govuk-link" href={view.paths.action(row.actionRef)}>
                {shortened(row.actionText, 90)}
              </a>,
            ]),
        <MilestoneWhen row={row} />,
        <LeadLinks view={view} leads={row.leads} />,
        <MilestoneMeasures view={view} row={row} />,
        <CalendarStateMark state={row.state} />,
      ])}
    />
  );
}

/** The timescale as read, and as printed where the two say it differently. */
export function MilestoneWhen(props: { row: MilestoneRow }): JSX.Element {
  const { row } = props;
  const read = row.state === 'completed' ? 'Completed' : timescaleInWords(row.start, row.end);
  return (
    <>
      {read}
      {row.recurrence !== null && <span class="tl-aside">Comes back: {row.recurrence}</span>}
      {row.review && row.recurrence === null && <span class="tl-aside">To be reviewed</span>}
      {row.timescaleAsPrinted !== '' && saysMore(row) && (
        <span class="tl-aside">
          Printed: {row.timescaleAsPrinted}
          {row.howRead === 'corrected' && ' (corrected)'}
          {row.howRead === 'by-hand' && ' (put right by hand)'}
          {row.howRead === 'inferred' && ' (worked out)'}
        </span>
      )}
    </>
  );
}

/** Whether the printed timescale tells a reader something that the reading of it does not. */
function saysMore(row: MilestoneRow): boolean {
  return (
    row.howRead !== 'stated' ||
    row.recurrence !== null ||
    (row.start === null && row.end === null && row.state !== 'completed')
  );
}

function MilestoneMeasures(props: { view: PlanView; row: MilestoneRow }): JSX.Element {
  const { view, row } = props;
  if (row.measures.length === 0) return <span class="tl-lacking">No measure</span>;
  return (
    <ol class="tl-measures">
      {row.measures.map((text, index) => (
        <li>
          <RefText view={view}>{text}</RefText>{' '}
          <a
            class="govuk-link tl-measures__link"
            href={view.paths.measure(row.actionRef, row.ordinal, index + 1)}
            aria-label={`Measure ${row.actionRef}/${row.ordinal}/${index + 1}`}
          >
            {row.actionRef}/{row.ordinal}/{index + 1}
          </a>
        </li>
      ))}
    </ol>
  );
}
