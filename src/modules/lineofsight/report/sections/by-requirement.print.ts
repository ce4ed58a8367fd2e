import type { Block, Cell, Inline, Text } from '../../../../platform/print/document.ts';
import { formatDayShort, type PlainDay } from '../../../../platform/time/plain-day.ts';
import { counted } from '../../../../platform/counted.ts';
import type { CoverageRow } from '../../../improvement/index.ts';
import { type LeadNames, leadNames, namedLeads } from '../material/lead-names.rule.ts';
import type { ReportMaterial } from '../material/material.shape.ts';
import { printedTable, prose } from '../material/printed-table.print.ts';
import { sideBySide } from '../material/prose.print.ts';
import type { ReferenceLinks } from '../material/reference-links.print.ts';
import { isReportedInFull } from '../material/reported-in-full.rule.ts';
import { requirementAnchor, sectionHeading, setAnchor, subheading } from '../material/sections.print.ts';
import type { Standing, StandingAction } from '../material/standing.rule.ts';
import { stateCounts, stateInline } from '../material/state-words.print.ts';

type Tools = {
  readonly material: ReportMaterial;
  readonly links: ReferenceLinks;
  readonly names: LeadNames;
  readonly standing: ReadonlyMap<string, StandingAction>;
};

/** Section 3: every requirement set, the core tasks first and in full. */
export function byRequirement(
  material: ReportMaterial,
  standing: Standing,
  links: ReferenceLinks,
): readonly Block[] {
  const tools: Tools = {
    material,
    links,
    names: leadNames(material.line),
    standing: new Map(standing.actions.map((row) => [row.action.ref, row])),
  };
  const { requirementSets } = material.line;
  const inFull = requirementSets.filter(isReportedInFull);
  const asTable = requirementSets.filter((set) => !isReportedInFull(set));
  if (requirementSets.length === 0)
    return [sectionHeading('requirements'), prose('The plan names no requirements.')];
  return [
    sectionHeading('requirements'),
    ...inFull.flatMap((set) => setInFull(tools, set)),
    ...asTable.flatMap((set) => setAsTable(tools, set)),
  ];
}

type RequirementSet = ReportMaterial['line']['requirementSets'][number];

function rowsOf({ material }: Tools, set: RequirementSet): readonly CoverageRow[] {
  const order = new Map(material.line.requirements.map(({ ref }, index) => [ref, index]));
  const place = ({ requirement }: CoverageRow) => order.get(requirement.ref) ?? 0;
  return material.coverage.rows
    .filter(({ requirement }) => requirement.setCode === set.code)
    .toSorted((a, b) => place(a) - place(b));
}

function setInFull(tools: Tools, set: RequirementSet): readonly Block[] {
  const { material, links } = tools;
  const wholeList = links.onSite('actions', material.paths.actions());
  return [
    subheading(2, `${set.title} (${set.code})`, setAnchor(set.code)),
    ...rowsOf(tools, set).flatMap((row): readonly Block[] => {
      const { ref, text } = row.requirement;
      const heading = subheading(3, `${ref}: ${text}`, requirementAnchor(ref));

      if (row.actions.length === 0) return [heading, { kind: 'note', text: ['No action carries it.'] }];
      return [
        heading,
        ...printedTable(
          {
            caption: `${counted(row.actions.length, 'action')} that ${row.actions.length === 1 ? 'carries' : 'carry'} ${ref}`,
            rowHeader: true,
            columns: [
              { heading: 'Action', width: 1.4 },
              { heading: 'What is to be done', width: 6 },
              { heading: 'Leads', width: 3 },
              { heading: 'Last day', width: 2.2 },
              { heading: 'State', width: 2.3 },
            ],
            rows: row.actions.flatMap(({ ref: action }) => actionRow(tools, action)),
          },
          wholeList,
        ),
      ];
    }),
  ];
}

function actionRow({ standing, links, names }: Tools, ref: string): Cell[][] {
  const found = standing.get(ref);
  if (found === undefined) return [];
  const { action, state } = found;
  const last = action.milestones
    .flatMap(({ endsOn }) => (endsOn === null ? [] : [endsOn]))
    .toSorted()
    .at(-1);
  return [
    [
      [links.to('action', ref)],
      links.within(action.text),
      [
        namedLeads(
          action.milestones.flatMap(({ leads }) => leads),
          names,
        ),
      ],
      [last === undefined ? '–' : formatDayShort(last as PlainDay)],
      [stateInline(state)],
    ],
  ];
}

function setAsTable(tools: Tools, set: RequirementSet): readonly Block[] {
  const { links, standing, material } = tools;
  const rows = rowsOf(tools, set);
  return [
    subheading(2, `${set.title} (${set.code})`, setAnchor(set.code)),
    ...printedTable(
      {
        caption: `${set.title}: ${counted(rows.length, 'requirement')}, the actions that carry each, and how they stand`,
        rowHeader: true,
        columns: [
          { heading: 'Ref', width: 1.2 },
          { heading: 'What is required', width: 6.4 },
          { heading: 'Actions', width: 3 },
          { heading: 'How they stand', width: 3.1 },
        ],
        rows: rows.map(({ requirement, actions }) => {
          const { ref, text, section, deadline } = requirement;
          const words: readonly Inline[] = [...links.within(text), ...whereItStands(section, deadline)];
          const states = actions.flatMap((carrier) => standing.get(carrier.ref)?.state ?? []);
          return [
            [links.to('requirement', ref)],
            words,
            actions.length === 0
              ? [{ kind: 'strong', text: 'None' }]
              : sideBySide(actions.map((carrier) => links.to('action', carrier.ref))),
            stateCounts(states),
          ];
        }),
      },
      links.onSite('requirements', material.paths.requirements({ set: set.code })),
    ),
  ];
}

/** The heading a requirement stands under in its source and its class of deadline: "Safeguarding, within three months". */
function whereItStands(section: string | null, deadline: string | null): Text {
  const parts = [section, deadline].filter((part) => part !== null);
  if (parts.length === 0) return [];
  const words = parts.map((part, index) =>
    index === 0 ? part : part.charAt(0).toLowerCase() + part.slice(1),
  );
  return [{ kind: 'break' }, `(${words.join(', ')})`];
}
