import { counted } from '../platform/counted.ts';
import { countReading, type PlanReading } from '../modules/improvement/index.ts';

/** A reading in words for a terminal: what was found, how columns were taken, and everything odd by its place. */
export function describeReading(reading: PlanReading): string {
  const counts = countReading(reading);
  const lines = [
    reading.title ?? 'A plan without a title',
    `  ${counted(counts.priorities, 'priority', 'priorities')}, ${counted(counts.outcomes, 'outcome')}, ` +
      `${counted(counts.actions, 'action')}, ${counted(counts.milestones, 'milestone')}, ` +
      counted(counts.measures, 'measure'),
    ...reading.requirementSets.map(
      (set) => `  ${counted(set.requirements.length, 'requirement')}: ${set.title} (${set.code})`,
    ),
    `  ${counted(counts.people, 'person', 'people')} with a job title`,
    '',
    'Columns',
    ...reading.columns.map((column) => `  ${column.heading}: ${column.role}`),
    '',
    counts.problems === 0
      ? 'Nothing odd was found.'
      : counted(counts.problems, 'thing to look at', 'things to look at'),
    ...reading.problems.flatMap((problem) => [
      `  ${problem.where}: ${problem.message}`,
      ...(problem.proposal === null ? [] : [`      ${problem.proposal}`]),
    ]),
  ];
  return lines.join('\n');
}
