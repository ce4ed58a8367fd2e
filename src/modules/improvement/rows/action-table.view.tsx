import type { JSX } from 'preact';
import { Reference } from '../../../platform/web/reference.tsx';
import { WideTable } from '../../../platform/web/wide-table.tsx';
import type { ActionRow } from '../queries/list-actions.ts';
import { CalendarStateMark } from './calendar-state-mark.tsx';
import { LeadLinks } from './lead-links.tsx';
import type { PlanView } from './plan-view.ts';
import { RefList, RefText } from './ref-text.tsx';
import { dayInWords } from './words.ts';

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
