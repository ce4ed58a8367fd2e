import type { JSX } from 'preact';
import { Reference } from '../../../platform/web/reference.tsx';
import { WideTable } from '../../../platform/web/wide-table.tsx';
import type { ActionRow } from './list-actions.read.ts';
import { CalendarStateMark } from '../states/calendar-state-mark.view.tsx';
import { LeadLinks } from './lead-links.view.tsx';
import type { PlanView } from '../plan/plan-view.shape.ts';
import { RefList, RefText } from '../plan/ref-text.view.tsx';
import { dayInWords } from '../plan/plan-words.rule.ts';

/** Actions as rows: what, carrying what, who, until when, and how it stands on the day. */
export function ActionTable(props: {
  view: PlanView;
  caption: string;
  rows: readonly ActionRow[];
  /** Marks rows that carry a requirement only through their outcome. */
  throughOutcome?: ReadonlySet<string>;
}): JSX.Element {
  const { view, rows } = props;
  return (
    <WideTable
      name={props.caption}
      caption={props.caption}
      captionClass="govuk-visually-hidden"
      head={[
        'Action',
        'What is to be done',
        'Carries',
        'Leads',
        'Last day',
        { text: 'Measures', format: 'numeric' },
        'State',
      ]}
      firstCellIsHeader
      rows={rows.map((row) => [
        <Reference href={view.paths.action(row.ref)}>{row.ref}</Reference>,
        <>
          <RefText view={view}>{row.text}</RefText>
          {row.jointWith.length > 0 && <span class="tl-aside">Joint with {row.jointWith.join(', ')}</span>}
          {props.throughOutcome?.has(row.ref) && (
            <span class="tl-aside">Tagged on its outcome, {row.outcomeRef}, not on the action</span>
          )}
        </>,
        row.requirements.length === 0 ? (
          <span class="tl-lacking">Nothing</span>
        ) : (
          <RefList view={view} kind="requirement" refs={row.requirements} />
        ),
        <LeadLinks view={view} leads={row.leads} />,
        row.endsOn === null ? (
          <span class="tl-lacking">No last day</span>
        ) : (
          <span class="tl-day">{dayInWords(row.endsOn)}</span>
        ),
        {
          text: row.measures === 0 ? <span class="tl-lacking">None</span> : row.measures,
          format: 'numeric' as const,
        },
        <CalendarStateMark state={row.state} />,
      ])}
    />
  );
}
