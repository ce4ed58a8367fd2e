import type { JSX } from 'preact';
import { WideTable } from '../../../platform/web/wide-table.tsx';
import type { LeadRow } from './list-leads.read.ts';
import type { PlanView } from '../plan/plan-view.shape.ts';
import { dayInWords } from '../plan/plan-words.rule.ts';

/** People, posts and firms the plan names, with how much each answers for; most first. */
export function LeadTable(props: { view: PlanView; rows: readonly LeadRow[] }): JSX.Element {
  const { view } = props;
  return (
    <WideTable
      name="Leads"
      caption="Leads"
      captionClass="govuk-visually-hidden"
      head={[
        'Lead',
        'Job title',
        { text: 'Actions', format: 'numeric' as const },
        { text: 'Milestones', format: 'numeric' as const },
        { text: 'Past their date', format: 'numeric' as const },
        { text: 'End this month', format: 'numeric' as const },
        'Next last day',
      ]}
      firstCellIsHeader
      rows={props.rows.map((row) => [
        <a class="govuk-link" href={view.paths.lead(row.slug)}>
          {row.name}
        </a>,
        row.jobTitle ?? <span class="tl-lacking">{withoutJobTitle(row)}</span>,
        { text: row.actions, format: 'numeric' as const },
        { text: row.milestones, format: 'numeric' as const },
        { text: row.pastTheirDate, format: 'numeric' as const },
        { text: row.dueThisMonth, format: 'numeric' as const },
        row.nextDay === null ? '–' : <span class="tl-day">{dayInWords(row.nextDay)}</span>,
      ])}
    />
  );
}

function withoutJobTitle({ kind, introduced }: LeadRow): string {
  if (kind === 'post') return introduced ? 'A post' : 'A post, not introduced';
  return introduced ? 'None given' : 'Not introduced';
}
