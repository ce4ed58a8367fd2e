import type { Block, Cell, Inline, Text } from '../../../platform/print/document.ts';
import { monthNames } from '../../../platform/time/plain-day.ts';
import { counted, type MilestoneRow, timescaleInWords } from '../../improvement/index.ts';
import { groupedBy } from './grouped.ts';
import type { ReportMaterial } from './material.ts';
import { printedTable, prose } from './printed-table.ts';
import { listed } from './prose.ts';
import type { ReferenceLinks } from './reference-links.ts';
import { outcomeAnchor, priorityAnchor, sectionHeading, subheading } from './sections.ts';
import type { Standing } from './standing.ts';
import { stateCounts, stateInline } from './state-words.ts';

/** Section 4: the plan itself, priority by priority, outcome by outcome, every milestone with what was read of it. */
export function byPriority(
  material: ReportMaterial,
  standing: Standing,
  links: ReferenceLinks,
): readonly Block[] {
  const { line, milestones } = material;

  return [
    sectionHeading('priorities'),
    milestones === null
      ? prose(
          `The plan has ${standing.milestones.length.toLocaleString('en-GB')} milestones, too many for a paper. Each outcome is shown with the number of its actions in each state; every milestone is in the list of `,
          links.onSite('milestones', material.paths.milestones()),
          '.',
        )
      : prose(
          'Each milestone is shown with how it stands, its timescale in the plan’s own words and, under that, the dates as they were read.',
        ),
    accountableLeads(material),
    ...line.priorities.flatMap(({ number, title }): readonly Block[] => [
      subheading(2, `Priority ${number}: ${title}`, priorityAnchor(number)),

      ...(milestones === null
        ? countedOutcomes(material, standing, number, links)
        : outcomesInFull(material, milestones, number, links)),
    ]),
  ];
}

function accountableLeads({ line }: ReportMaterial): Block {
  const names = new Map(line.leads.map((lead) => [lead.slug, lead.name]));
  return {
    kind: 'table',
    caption: 'Who is accountable for each priority',
    rowHeader: true,
    columns: [
      { heading: 'Priority', width: 6 },
      { heading: 'Accountable', width: 6 },
    ],
    rows: line.priorities.map(({ number, title, accountable }): Cell[] => [
      [`${number}. ${title}`],
      [
        accountable.length === 0
          ? 'Nobody named'
          : accountable.map((slug) => names.get(slug) ?? slug).join('; '),
      ],
    ]),
  };
}

function outcomesInFull(
  material: ReportMaterial,
  milestones: readonly MilestoneRow[],
  priority: number,
  links: ReferenceLinks,
): readonly Block[] {
  const { line } = material;
  const byAction = groupedBy(milestones, ({ actionRef }) => actionRef);
  return line.outcomes
    .filter((outcome) => outcome.priority === priority)
    .flatMap(({ ref, text }): readonly Block[] => {
      const actions = line.actions.filter((action) => action.outcomeRef === ref);
      const heading = subheading(3, `Outcome ${ref}: ${text}`, outcomeAnchor(ref));

      if (actions.length === 0) return [heading, { kind: 'note', text: ['No action is promised for it.'] }];
      return [
        heading,
        ...printedTable(
          {
            caption: `${counted(actions.length, 'action')} for outcome ${ref}`,
            rowHeader: true,
            columns: [
              { heading: 'Ref', width: 1.7 },
              { heading: 'What is to be done', width: 4.6 },
              { heading: 'When, and how it stands', width: 3.6 },
              { heading: 'Leads', width: 2.8 },
              { heading: 'Measures', width: 5.2 },
            ],
            rows: actions.flatMap((action) =>
              (byAction.get(action.ref) ?? []).map((row, index): Cell[] => [
                [links.toMilestone(action, row.ordinal)],
                index === 0
                  ? [...links.within(action.text), ...jointMark(action.jointWith)]
                  : ['The same action'],
                when(row),
                [row.leads.length === 0 ? 'Nobody named' : row.leads.map(({ name }) => name).join('; ')],
                measuresCell(row, links),
              ]),
            ),
          },
          links.onSite('milestones', material.paths.milestones({ outcome: ref })),
        ),
      ];
    });
}

function jointMark(partners: readonly string[]): Text {
  return partners.length === 0 ? [] : [{ kind: 'break' }, `Joint with ${listed(partners).join('')}.`];
}

/** The state, then the timescale as printed, then as read: a reader can see what was made of what. */
function when({ timescaleAsPrinted, start, end, state, recurrence, howRead }: MilestoneRow): Text {
  const read = state === 'completed' ? '' : asRead(start, end);
  const lines: readonly string[] = [
    ...(timescaleAsPrinted === '' ? [] : [`“${timescaleAsPrinted}”`]),
    ...(read === '' ? [] : [howRead === 'corrected' ? `${read} (corrected)` : read]),
    ...(recurrence === null ? [] : [`Comes back: ${recurrence}`]),
  ];
  return [stateInline(state), ...lines.flatMap((line): Inline[] => [{ kind: 'break' }, line])];
}

const wholeMonth = new RegExp(monthNames.join('|'), 'g');

/** "1 Mar 2011 to 30 Apr 2011": months are cut to three letters, since the column is narrow. */
function asRead(start: string | null, end: string | null): string {
  if (start === null && end === null) return '';
  const words = timescaleInWords(start, end).replaceAll(wholeMonth, (month) => month.slice(0, 3));
  return words.charAt(0).toUpperCase() + words.slice(1);
}

function measuresCell({ measures }: MilestoneRow, links: ReferenceLinks): Cell {
  const [only] = measures;
  if (only === undefined) return ['None'];
  return measures.length === 1
    ? links.within(only)
    : { kind: 'list', items: measures.map((measure) => links.within(measure)) };
}

function countedOutcomes(
  material: ReportMaterial,
  standing: Standing,
  priority: number,
  links: ReferenceLinks,
): readonly Block[] {
  const byOutcome = groupedBy(standing.actions, ({ action }) => action.outcomeRef);
  const outcomes = material.line.outcomes.filter((outcome) => outcome.priority === priority);
  return printedTable(
    {
      caption: `${counted(outcomes.length, 'outcome')} of priority ${priority}, and how their actions stand`,
      rowHeader: true,
      columns: [
        { heading: 'Outcome', width: 1.5 },
        { heading: 'What it is', width: 7 },
        { heading: 'Actions', width: 1.5, align: 'right' },
        { heading: 'How they stand', width: 3 },
      ],
      rows: outcomes.map(({ ref, text }) => {
        const states = (byOutcome.get(ref) ?? []).map(({ state }) => state);
        return [[ref], [text], [String(states.length)], stateCounts(states)];
      }),
    },
    links.onSite('actions', material.paths.actions({ priority })),
  );
}
