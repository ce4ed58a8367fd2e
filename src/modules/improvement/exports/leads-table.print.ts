import type { LeadKind } from '../plan/lead-kind.rule.ts';
import { listLeads } from '../rows/list-leads.read.ts';
import type { ListSource, ListTable } from './list-table.shape.ts';

const KIND_WORDS: Readonly<Record<LeadKind, string>> = {
  person: 'Person',
  post: 'Post',
  unknown: 'The plan does not say',
};

/** Everybody the plan names, a row each, with how much they answer for on the day. */
export async function leadsTable({ db, plan, query }: ListSource): Promise<ListTable> {
  const rows = await listLeads(db, plan, query);
  return {
    title: 'Leads',
    showsStates: true,
    columns: [
      { heading: 'Lead', kind: 'text' },
      { heading: 'What it is', kind: 'text' },
      { heading: 'Job title', kind: 'text' },
      { heading: 'Actions', kind: 'number' },
      { heading: 'Milestones', kind: 'number' },
      { heading: 'Past their dates', kind: 'number' },
      { heading: 'Ending this month', kind: 'number' },
      { heading: 'Next last day', kind: 'day' },
    ],
    rows: rows.map((row) => [
      row.name,
      KIND_WORDS[row.kind],
      row.jobTitle,
      row.actions,
      row.milestones,
      row.pastTheirDate,
      row.dueThisMonth,
      row.nextDay,
    ]),
  };
}
