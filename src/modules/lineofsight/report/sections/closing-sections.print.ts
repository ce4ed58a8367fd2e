import type { Block } from '../../../../platform/print/document.ts';
import { formatDay } from '../../../../platform/time/plain-day.ts';
import type { CalendarState } from '../../../improvement/index.ts';
import type { ReportMaterial } from '../material/material.shape.ts';
import { prose } from '../material/printed-table.print.ts';
import { sectionHeading } from '../material/sections.print.ts';
import { stateInline } from '../material/state-words.print.ts';

const RULE: readonly (readonly [CalendarState, string])[] = [
  ['completed', 'The plan itself says it is completed. Nothing in this record proves it.'],
  ['past-its-date', 'Its last day has gone by and no completion is recorded.'],
  ['no-date', 'The plan gives no day to judge by.'],
  ['to-come', 'Its first day has not come.'],
  [
    'running',
    'None of these: the day lies between its first and its last, or before a last day that has no first.',
  ],
];

/** Section 7: the published rule behind every mark, in the order it is applied (`improvement/domain/calendar-state.rule.ts`). */
export function howMarksAreWorkedOut(): readonly Block[] {
  return [
    sectionHeading('marks'),
    prose(
      'By the plan and the calendar alone. Nobody has reported progress in this record yet, so no mark says that a service is improving or failing. The first of these that is true of a milestone is its mark.',
    ),
    {
      kind: 'table',
      caption: 'The marks, in the order they are tried',
      rowHeader: true,
      columns: [
        { heading: 'Mark', width: 3 },
        { heading: 'When a milestone bears it', width: 9 },
      ],
      rows: RULE.map(([state, words]) => [[stateInline(state)], [words]]),
    },
    prose(
      'A month alone ends on its last day: what is due in May is past its date from 1 June. An action takes the most serious mark of its milestones; where some are completed and others are still to come, it is running.',
    ),
  ];
}

/** Section 8: which version of which document this was made from, so that anybody can make it again. */
export function sourceAndVersion({ plan }: ReportMaterial): readonly Block[] {
  return [
    sectionHeading('source'),
    prose(
      `${plan.title}. Programme: ${plan.programme}. Version ${plan.version}, in force from ${formatDay(plan.inForceFrom)}, read from ${plan.sourceName}.`,
    ),
    prose(
      `Read as at ${formatDay(plan.on)}: what came into force later does not count. A version accepted since, in force from that day or before, does. The same version read as at the same day gives this report again.`,
    ),
  ];
}
