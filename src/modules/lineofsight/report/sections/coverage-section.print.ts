import type { Block, Cell, Inline } from '../../../../platform/print/document.ts';
import { counted } from '../../../../platform/counted.ts';
import { type Break, BREAK_KINDS, BREAK_WORDS, type BreakKind } from '../../breaks/breaks.rule.ts';
import { groupedBy } from '../../../../platform/grouped-by.ts';
import { leadNames, namedLeads } from '../material/lead-names.rule.ts';
import type { ReportMaterial } from '../material/material.shape.ts';
import { printedTable, prose } from '../material/printed-table.print.ts';
import { listed, sideBySide } from '../material/prose.print.ts';
import type { ReferenceLinks } from '../material/reference-links.print.ts';
import { sectionHeading, subheading } from '../material/sections.print.ts';

/** Section 5: what carries what, where nothing does, and every other place where the line does not hold. */
export function coverageSection(material: ReportMaterial, links: ReferenceLinks): readonly Block[] {
  return [
    sectionHeading('coverage'),
    ...breakCounts(material, links),
    ...weakRequirements(material, links, 'gap'),
    ...weakRequirements(material, links, 'single-thread'),
    ...untiedActions(material, links),
    ...otherBreaks(material, links),
  ];
}

function breakCounts({ breaks, paths }: ReportMaterial, links: ReferenceLinks): readonly Block[] {
  if (breaks.length === 0) return [prose('The line holds everywhere: no break was found in it.')];
  return [
    {
      kind: 'table',
      caption: `${counted(breaks.length, 'break')} in the line from what was required to what would prove it`,
      rowHeader: true,
      columns: [
        { heading: 'Kind of break', width: 5 },
        { heading: 'Why it matters', width: 7 },
        { heading: 'Number', width: 1.4, align: 'right' },
      ],
      rows: BREAK_KINDS.map((kind): Cell[] => [
        [BREAK_WORDS[kind].title],
        [BREAK_WORDS[kind].why],
        [breaks.filter((broken) => broken.kind === kind).length.toLocaleString('en-GB')],
      ]),
    },
    prose(
      'Each is listed in this section or in section 2, and all of them are in the ',
      links.onSite('list of breaks', paths.breaks()),
      '.',
    ),
  ];
}

const WEAK = {
  gap: {
    title: 'Requirements with no action',
    id: 'gaps',
    none: 'Every requirement has at least one action that carries it.',
    caption: (n: number) => `${counted(n, 'requirement')} that no action carries`,
  },
  'single-thread': {
    title: 'Requirements resting on a single action',
    id: 'single-threads',
    none: 'No requirement rests on a single action.',
    caption: (n: number) => `${counted(n, 'requirement')} resting on a single action`,
  },
} as const;

function weakRequirements(
  material: ReportMaterial,
  links: ReferenceLinks,
  grade: 'gap' | 'single-thread',
): readonly Block[] {
  const { coverage, line, paths } = material;
  if (line.requirements.length === 0) return [];
  const words = WEAK[grade];
  const heading = subheading(2, words.title, words.id);
  const rows = coverage.rows.filter((row) => row.grade === grade);
  if (rows.length === 0) return [heading, prose(words.none)];
  const single = grade === 'single-thread';
  const names = leadNames(line);
  const leads = new Map(
    line.actions.map((action) => [action.ref, action.milestones.flatMap((milestone) => milestone.leads)]),
  );
  return [
    heading,
    ...printedTable(
      {
        caption: words.caption(rows.length),
        rowHeader: true,
        columns: [
          { heading: 'Ref', width: 1.2 },
          { heading: 'What is required', width: 7.4 },
          ...(single
            ? [
                { heading: 'Rests on', width: 1.6 },
                { heading: 'Led by', width: 3.2 },
              ]
            : []),
        ],
        rows: rows.map((row): Cell[] => [
          [links.to('requirement', row.requirement.ref)],
          links.within(row.requirement.text),
          ...(single
            ? [
                sideBySide(row.actions.map(({ ref }) => links.to('action', ref))),
                [
                  namedLeads(
                    row.actions.flatMap(({ ref }) => leads.get(ref) ?? []),
                    names,
                  ),
                ],
              ]
            : []),
        ]),
      },
      links.onSite('requirements', paths.requirements()),
    ),
  ];
}

function untiedActions({ coverage, line, paths }: ReportMaterial, links: ReferenceLinks): readonly Block[] {
  if (line.requirements.length === 0) return [];
  const heading = subheading(2, 'Actions that carry no requirement', 'untied');
  if (coverage.untied.length === 0) return [heading, prose('Every action carries a requirement.')];
  const byPriority = groupedBy(coverage.untied, ({ priority }) => priority);
  return [
    heading,
    ...printedTable(
      {
        caption: `${counted(coverage.untied.length, 'action')} with no requirement, by priority`,
        rowHeader: true,
        columns: [
          { heading: 'Priority', width: 4 },
          { heading: 'Actions', width: 8 },
          { heading: 'Number', width: 1.4, align: 'right' },
        ],
        rows: line.priorities
          .filter(({ number }) => byPriority.has(number))
          .map(({ number, title }): Cell[] => {
            const untied = byPriority.get(number) ?? [];
            return [
              [`${number}. ${title}`],
              listed(
                untied.map(({ ref }) => links.to('action', ref)),
                NAMED,
              ),
              [String(untied.length)],
            ];
          }),
      },
      links.onSite('actions', paths.actions({ lacking: 'requirement' })),
    ),
    prose('They may answer what nobody asked for, or lack a tag. The plan does not say which.'),
  ];
}

/** Breaks that no other part of the report sets out one by one. */
const SET_OUT_HERE: readonly BreakKind[] = [
  'link-to-nothing',
  'same-action-twice',
  'lead-not-introduced',
  'priority-without-accountable-lead',
];

/** Actions named in one cell before the rest are counted. */
const NAMED = 60;

/** Breaks of one kind that are set out one by one. */
const LISTED = 100;

function otherBreaks({ breaks, paths }: ReportMaterial, links: ReferenceLinks): readonly Block[] {
  return SET_OUT_HERE.flatMap((kind): readonly Block[] => {
    const found = breaks.filter((broken) => broken.kind === kind);
    if (found.length === 0) return [];
    const whole: Inline = links.onSite('list of breaks', paths.breaks({ kind }));
    return [
      subheading(2, BREAK_WORDS[kind].title, kind),
      found.length > LISTED
        ? prose(`There are ${found.length.toLocaleString('en-GB')}, all in the `, whole, '.')
        : setOut(kind, found, links),
    ];
  });
}

function setOut(kind: BreakKind, found: readonly Break[], links: ReferenceLinks): Block {
  const names = found.flatMap(({ about }) => (about.thing === 'lead' ? [about.name] : []));
  return kind === 'lead-not-introduced'
    ? prose(`The plan’s own list of leads does not say who these are: ${listed(names).join('')}.`)
    : { kind: 'list', ordered: false, items: found.map(({ sentence }) => links.within(sentence)) };
}
