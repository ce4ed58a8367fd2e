import type { Block, Cell, Column } from '../../../../platform/print/document.ts';
import {
  daysBetween,
  formatDay,
  formatDayShort,
  type PlainDay,
} from '../../../../platform/time/plain-day.ts';
import { counted } from '../../../../platform/counted.ts';
import type { LineAction } from '../../../improvement/index.ts';
import { type LeadNames, leadNames, namedLeads } from '../material/lead-names.rule.ts';
import type { ReportMaterial } from '../material/material.shape.ts';
import { printedTable, prose } from '../material/printed-table.print.ts';
import type { ReferenceLinks } from '../material/reference-links.print.ts';
import { sectionHeading, subheading } from '../material/sections.print.ts';
import type { Standing, StandingMilestone } from '../material/standing.rule.ts';

/** Section 2: what a board should look at first. */
export function exceptions(
  material: ReportMaterial,
  standing: Standing,
  links: ReferenceLinks,
): readonly Block[] {
  return [
    sectionHeading('exceptions'),
    ...pastTheirDates(material, standing, links),
    ...endingSoon(material, standing, links),
    ...lacking(material, standing, links),
    ...byLead(material, standing, links),
  ];
}

function pastTheirDates(
  material: ReportMaterial,
  { past, on }: Standing,
  links: ReferenceLinks,
): readonly Block[] {
  const names = leadNames(material.line);
  const heading = subheading(2, 'Past their dates, no completion recorded', 'past');
  if (past.length === 0)
    return [
      heading,
      prose(`No milestone’s last day had gone by on ${formatDay(on)} without a completion recorded.`),
    ];
  return [
    heading,
    prose(
      'The last day of each has gone by and nothing in this record says whether the work was done. That is a question for the lead, not a finding that it is late.',
    ),
    ...printedTable(
      {
        caption: `${counted(past.length, 'milestone')} past ${past.length === 1 ? 'its date' : 'their dates'} on ${formatDay(on)}`,
        rowHeader: true,
        columns: [...milestoneColumns, { heading: 'Days ago', width: 1.2, align: 'right' }],
        rows: past.map((row) => [
          ...milestoneCells(row, names, links),
          [daysBetween(row.milestone.endsOn as PlainDay, on).toLocaleString('en-GB')],
        ]),
      },
      links.onSite('milestones past their dates', material.paths.milestones({ status: 'past-its-date' })),
    ),
  ];
}

function endingSoon(
  material: ReportMaterial,
  { ending, on, until }: Standing,
  links: ReferenceLinks,
): readonly Block[] {
  const names = leadNames(material.line);
  const heading = subheading(2, `Ending in the 30 days to ${formatDay(until)}`, 'ending');
  if (ending.length === 0) return [heading, prose('No milestone ends in these days.')];
  return [
    heading,
    ...printedTable(
      {
        caption: `${counted(ending.length, 'milestone')} ending from ${formatDay(on)} to ${formatDay(until)}`,
        rowHeader: true,
        columns: milestoneColumns,
        rows: ending.map((row) => milestoneCells(row, names, links)),
      },
      links.onSite('milestones', material.paths.milestones()),
    ),
  ];
}

const milestoneColumns: readonly Column[] = [
  { heading: 'Milestone', width: 1.9 },
  { heading: 'What is to be done', width: 6.6 },
  { heading: 'Leads', width: 3.2 },
  { heading: 'Last day', width: 2.2 },
];

function milestoneCells(
  { action, milestone }: StandingMilestone,
  names: LeadNames,
  links: ReferenceLinks,
): Cell[] {
  return [
    [links.toMilestone(action, milestone.ordinal)],
    links.within(action.text),
    [namedLeads(milestone.leads, names)],
    [milestone.endsOn === null ? '' : formatDayShort(milestone.endsOn as PlainDay)],
  ];
}

/** Who is to be asked: the same milestones counted by lead. One with two leads counts for both. */
function byLead(
  material: ReportMaterial,
  { past, ending }: Standing,
  links: ReferenceLinks,
): readonly Block[] {
  const counts = new Map<string, { past: number; ending: number }>();
  const count = (rows: readonly StandingMilestone[], which: 'past' | 'ending') => {
    for (const { milestone } of rows)
      for (const slug of milestone.leads) {
        const held = counts.get(slug) ?? { past: 0, ending: 0 };
        held[which] += 1;
        counts.set(slug, held);
      }
  };
  count(past, 'past');
  count(ending, 'ending');
  if (counts.size === 0) return [];
  const leads = new Map(material.line.leads.map((lead) => [lead.slug, lead]));
  const rows = [...counts]
    .map(([slug, held]) => ({
      ...held,
      name: leads.get(slug)?.name ?? slug,
      post: leads.get(slug)?.jobTitle ?? 'The plan does not say',
    }))
    .toSorted((a, b) => b.past - a.past || b.ending - a.ending || a.name.localeCompare(b.name, 'en-GB'));
  return [
    subheading(2, 'Who can answer for them', 'who-answers'),
    ...printedTable(
      {
        caption: 'Leads of milestones past their dates or ending in the next 30 days',
        rowHeader: true,
        columns: [
          { heading: 'Lead', width: 4 },
          { heading: 'Post, as the plan gives it', width: 5.6 },
          { heading: 'Past their dates', width: 1.9, align: 'right' },
          { heading: 'Ending soon', width: 1.6, align: 'right' },
        ],
        rows: rows.map(({ name, post, past: pastTheirs, ending: endingTheirs }) => [
          [name],
          [post],
          [String(pastTheirs)],
          [String(endingTheirs)],
        ]),
      },
      links.onSite('leads', material.paths.leads()),
    ),
    prose('A milestone with two leads counts for both.'),
  ];
}

function lacking(
  material: ReportMaterial,
  { withoutDate, withoutLead, withoutMeasure }: Standing,
  links: ReferenceLinks,
): readonly Block[] {
  const heading = subheading(2, 'No date, no lead or no measure', 'lacking');
  const lacks = (actions: ReadonlySet<LineAction>, action: LineAction, what: string) =>
    actions.has(action) ? [what] : [];
  const [dateless, leaderless, measureless] = [
    new Set(withoutDate),
    new Set(withoutLead),
    new Set(withoutMeasure),
  ];
  const rows = material.line.actions.flatMap((action): Cell[][] => {
    const what = [
      ...lacks(dateless, action, 'No date'),
      ...lacks(leaderless, action, 'No lead'),
      ...lacks(measureless, action, 'No measure'),
    ];
    return what.length === 0
      ? []
      : [[[links.to('action', action.ref)], links.within(action.text), [what.join(', ')]]];
  });
  if (rows.length === 0) return [heading, prose('Every action has a date, a lead and a measure.')];
  return [
    heading,
    ...printedTable(
      {
        caption: `${counted(rows.length, 'action')} lacking a date, a lead or a measure`,
        rowHeader: true,
        columns: [
          { heading: 'Action', width: 1.6 },
          { heading: 'What is to be done', width: 8 },
          { heading: 'What it lacks', width: 3 },
        ],
        rows,
      },
      links.onSite('actions', material.paths.actions()),
    ),
  ];
}
