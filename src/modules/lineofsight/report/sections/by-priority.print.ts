import type { Block, Cell, Inline, Text } from '../../../../platform/print/document.ts';
import { monthNames } from '../../../../platform/time/plain-day.ts';
import { counted } from '../../../../platform/counted.ts';
import {
  type LineAction,
  type MilestoneRow,
  stateOfAction,
  timescaleInWords,
} from '../../../improvement/index.ts';
import { groupedBy } from '../../../../platform/grouped-by.ts';
import { leadNames, namedLeads } from '../material/lead-names.rule.ts';
import type { ReportMaterial } from '../material/material.shape.ts';
import { printedTable, prose } from '../material/printed-table.print.ts';
import { listed } from '../material/prose.print.ts';
import type { ReferenceLinks } from '../material/reference-links.print.ts';
import { outcomeAnchor, priorityAnchor, sectionHeading, subheading } from '../material/sections.print.ts';
import { stateInline } from '../material/state-words.print.ts';

/** Section 4: the plan itself, priority by priority, outcome by outcome, every milestone with what was read of it. */
export function byPriority(
  material: ReportMaterial,
  milestones: readonly MilestoneRow[],
  links: ReferenceLinks,
): readonly Block[] {
  const byAction = groupedBy(milestones, ({ actionRef }) => actionRef);
  return [
    sectionHeading('priorities'),
    prose(
      'Each milestone is shown with how it stands, its timescale in the plan’s own words and, under that, the dates as they were read.',
    ),
    accountableLeads(material),
    ...material.line.priorities.flatMap(({ number, title }): readonly Block[] => [
      subheading(2, `Priority ${number}: ${title}`, priorityAnchor(number)),
      ...outcomesOf(material, byAction, number, links),
    ]),
  ];
}

function accountableLeads({ line }: ReportMaterial): Block {
  const names = leadNames(line);
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
      [namedLeads(accountable, names)],
    ]),
  };
}

function outcomesOf(
  material: ReportMaterial,
  byAction: ReadonlyMap<string, readonly MilestoneRow[]>,
  priority: number,
  links: ReferenceLinks,
): readonly Block[] {
  const { line } = material;
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
            rows: actions.flatMap((action) => rowsOf(action, byAction.get(action.ref) ?? [], links)),
          },
          links.onSite('milestones', material.paths.milestones({ outcome: ref })),
        ),
      ];
    });
}

/** A row a milestone; an action that has none is promised all the same, so it has a row that says what it lacks. */
function rowsOf(action: LineAction, milestones: readonly MilestoneRow[], links: ReferenceLinks): Cell[][] {
  const what: Text = [...links.within(action.text), ...jointMark(action.jointWith)];
  if (milestones.length === 0)
    return [
      [
        [links.to('action', action.ref)],
        what,
        [stateInline(stateOfAction([])), { kind: 'break' }, 'No timescale'],
        ['Nobody named'],
        ['None'],
      ],
    ];
  return milestones.map((row, index): Cell[] => [
    [links.toMilestone(action, row.ordinal)],
    index === 0 ? what : ['The same action'],
    when(row),
    [row.leads.length === 0 ? 'Nobody named' : row.leads.map(({ name }) => name).join('; ')],
    measuresCell(row, links),
  ]);
}

function jointMark(partners: readonly string[]): Text {
  return partners.length === 0 ? [] : [{ kind: 'break' }, `Joint with ${listed(partners).join('')}.`];
}

/** What is said beside a timescale that was not simply read off the page. */
const READ_MARKS = {
  stated: '',
  inferred: '',
  corrected: ' (corrected)',
  'by-hand': ' (put right by hand)',
} as const;

/** The state, then the timescale as printed, then as read: a reader can see what was made of what. */
function when({ timescaleAsPrinted, start, end, state, recurrence, howRead }: MilestoneRow): Text {
  const read = state === 'completed' ? '' : asRead(start, end);
  const lines: readonly string[] = [
    ...(timescaleAsPrinted === '' ? [] : [`“${timescaleAsPrinted}”`]),
    ...(read === '' ? [] : [`${read}${READ_MARKS[howRead]}`]),
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
