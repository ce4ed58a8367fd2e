import type { Block, Cell } from '../../../../platform/print/document.ts';
import { groupedBy } from '../../../../platform/grouped-by.ts';
import { leadNames, namedLeads } from '../material/lead-names.rule.ts';
import type { ReportMaterial } from '../material/material.shape.ts';
import { printedTable, prose } from '../material/printed-table.print.ts';
import type { ReferenceLinks } from '../material/reference-links.print.ts';
import { sectionHeading } from '../material/sections.print.ts';
import type { Standing } from '../material/standing.rule.ts';
import { stateCounts } from '../material/state-words.print.ts';

/** Section 3 of a plan too long to print row by row: each requirement set on a line. */
export function requirementsInBrief(material: ReportMaterial, links: ReferenceLinks): readonly Block[] {
  const { line, coverage, paths } = material;
  const bySet = groupedBy(coverage.rows, ({ requirement }) => requirement.setCode);
  const number = (n: number): Cell => [n.toLocaleString('en-GB')];
  return [
    sectionHeading('requirements'),
    prose(
      `The plan has ${line.requirements.length.toLocaleString('en-GB')} requirements, too many to print one by one. Those that no action carries, or one alone, are in section 5; all of them are in the list of `,
      links.onSite('requirements', paths.requirements()),
      '.',
    ),
    ...printedTable(
      {
        caption: 'Requirement sets, and how many of their requirements are carried',
        rowHeader: true,
        columns: [
          { heading: 'Set', width: 6 },
          { heading: 'Requirements', width: 2, align: 'right' },
          { heading: 'No action', width: 1.6, align: 'right' },
          { heading: 'A single action', width: 1.8, align: 'right' },
          { heading: 'Several actions', width: 1.8, align: 'right' },
        ],
        rows: line.requirementSets.map(({ code, title }): Cell[] => {
          const rows = bySet.get(code) ?? [];
          const of = (grade: string) => rows.filter((row) => row.grade === grade).length;
          return [
            [`${title} (${code})`],
            number(rows.length),
            number(of('gap')),
            number(of('single-thread')),
            number(of('carried')),
          ];
        }),
      },
      links.onSite('requirements', paths.requirements()),
    ),
  ];
}

/** Section 4 of such a plan: each priority on a line. */
export function prioritiesInBrief(
  material: ReportMaterial,
  standing: Standing,
  links: ReferenceLinks,
): readonly Block[] {
  const { line, paths } = material;
  const names = leadNames(line);
  const byPriority = groupedBy(standing.actions, ({ action }) => action.priority);
  const outcomes = groupedBy(line.outcomes, ({ priority }) => priority);
  return [
    sectionHeading('priorities'),
    prose(
      `The plan has ${standing.milestones.length.toLocaleString('en-GB')} milestones, too many to print one by one: all of them are in the list of `,
      links.onSite('milestones', paths.milestones()),
      '.',
    ),
    ...printedTable(
      {
        caption: 'Priorities, who is accountable, and how their actions stand',
        rowHeader: true,
        columns: [
          { heading: 'Priority', width: 4.4 },
          { heading: 'Accountable', width: 3 },
          { heading: 'Outcomes', width: 1.6, align: 'right' },
          { heading: 'Actions', width: 1.4, align: 'right' },
          { heading: 'How they stand', width: 3.2 },
        ],
        rows: line.priorities.map(({ number, title, accountable }): Cell[] => {
          const states = (byPriority.get(number) ?? []).map(({ state }) => state);
          return [
            [`${number}. ${title}`],
            [namedLeads(accountable, names)],
            [(outcomes.get(number) ?? []).length.toLocaleString('en-GB')],
            [states.length.toLocaleString('en-GB')],
            stateCounts(states),
          ];
        }),
      },
      links.onSite('actions', paths.actions()),
    ),
  ];
}
