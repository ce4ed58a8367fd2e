import type { Block, Cell } from '../../../../platform/print/document.ts';
import { formatDay } from '../../../../platform/time/plain-day.ts';
import { counted } from '../../../../platform/counted.ts';
import { CALENDAR_STATE_LOOKS, CALENDAR_STATES, type CalendarState } from '../../../improvement/index.ts';
import type { ReportMaterial } from '../material/material.shape.ts';
import { planPicture, planPictureInWords } from './plan-picture.print.tsx';
import { prose } from '../material/printed-table.print.ts';
import { verb } from '../material/prose.print.ts';
import { sectionHeading } from '../material/sections.print.ts';
import type { Standing } from '../material/standing.rule.ts';
import { countIn } from '../material/state-words.print.ts';

/** Section 1: what the plan holds, how it stands, and one picture of both. */
export function atAGlance(material: ReportMaterial, standing: Standing): readonly Block[] {
  const { plan } = material;
  const past = standing.actions.filter(({ state }) => state === 'past-its-date').length;
  const priorities = material.line.priorities.map((priority) => ({
    ...priority,
    states: standing.actions
      .filter(({ action }) => action.priority === priority.number)
      .map(({ state }) => state),
  }));
  const finding =
    past === 0
      ? 'No action of any priority is past its date'
      : `${past.toLocaleString('en-GB')} of ${counted(standing.actions.length, 'action')} ${verb(past, 'is past its date', 'are past their dates')}`;
  return [
    sectionHeading('glance'),
    contentsTable(material, standing),
    statesTable(priorities),
    {
      kind: 'figure',
      svg: planPicture(finding, priorities),
      alt: planPictureInWords(priorities),
      caption: finding,

      source: `Each shape is an action, in the plan’s order. Source: ${plan.sourceName}, version ${plan.version}, as at ${formatDay(plan.on)}.`,
    },
    prose(
      'An action takes the most serious mark of its milestones. ',
      { kind: 'link', text: 'How the marks are worked out', href: '#marks' },
      '.',
    ),
  ];
}

function contentsTable({ line, coverage }: ReportMaterial, standing: Standing): Block {
  const number = (n: number): Cell => [n.toLocaleString('en-GB')];
  const leads = new Set(standing.milestones.flatMap(({ milestone }) => milestone.leads)).size;
  const carried = line.requirements.length - coverage.gaps;
  const sets = line.requirementSets.map(({ code, title }): Cell[] => {
    const own = coverage.rows.filter(({ requirement }) => requirement.setCode === code);
    const held = own.filter(({ grade }) => grade !== 'gap').length;
    return [
      [`${title} (${code})`],
      number(own.length),
      [`${held.toLocaleString('en-GB')} carried by an action`],
    ];
  });
  return {
    kind: 'table',
    caption: 'What the plan holds',
    rowHeader: true,
    columns: [
      { heading: 'What', width: 4 },
      { heading: 'Number', width: 1.4, align: 'right' },
      { heading: 'Of which', width: 5 },
    ],
    rows: [
      ...(sets.length > 1
        ? sets
        : line.requirements.length === 0
          ? []
          : [
              [
                ['Requirements'],
                number(line.requirements.length),
                [`${carried.toLocaleString('en-GB')} carried by an action`],
              ],
            ]),
      [
        ['Outcomes'],
        number(line.outcomes.length),
        [`under ${counted(line.priorities.length, 'priority', 'priorities')}`],
      ],
      [
        ['Actions'],
        number(line.actions.length),
        [`${coverage.untied.length.toLocaleString('en-GB')} carry no requirement`],
      ],
      [
        ['Milestones'],
        number(standing.milestones.length),
        [
          `${standing.past.length.toLocaleString('en-GB')} past their dates, ${standing.completed.toLocaleString('en-GB')} completed`,
        ],
      ],
      [
        ['Measures'],
        number(line.measures),
        [`${counted(standing.withoutMeasure.length, 'action')} without one`],
      ],
      [['Leads'], number(leads), [`${counted(standing.withoutLead.length, 'action')} without one`]],
    ],
  };
}

function statesTable(
  priorities: readonly {
    readonly number: number;
    readonly title: string;
    readonly states: readonly CalendarState[];
  }[],
): Block {
  const row = (name: string, states: readonly CalendarState[]): Cell[] => [
    [name],
    [states.length.toLocaleString('en-GB')],
    ...CALENDAR_STATES.map((state): Cell => [countIn(states, state).toLocaleString('en-GB')]),
  ];
  return {
    kind: 'table',
    caption: 'How the actions of each priority stand',
    rowHeader: true,
    columns: [
      { heading: 'Priority', width: 5.4 },
      { heading: 'Actions', width: 1.6, align: 'right' },
      ...CALENDAR_STATES.map((state) => ({
        heading: CALENDAR_STATE_LOOKS[state].words,
        width: state === 'completed' ? 2.2 : 1.6,
        align: 'right' as const,
      })),
    ],
    rows: [
      ...priorities.map(({ number, title, states }) => row(`${number}. ${title}`, states)),
      row(
        'All',
        priorities.flatMap(({ states }) => states),
      ),
    ],
  };
}
