import { countReading, type PlanReading } from '../modules/improvement/index.ts';

/** A reading in words for a terminal: what was found, how columns were taken, and everything odd by its place. */
export function describeReading(reading: PlanReading): string {
  const counts = countReading(reading);
  const lines = [
    reading.title ?? 'A plan without a title',
    `  ${counts.priorities} priorities, ${counts.outcomes} outcomes, ${counts.actions} actions, ` +
      `${counts.milestones} milestones, ${counts.measures} measures`,
    ...reading.requirementSets.map(
      (set) => `  ${set.requirements.length} requirements: ${set.title} (${set.code})`,
    ),
    `  ${counts.people} people with their job titles`,
    '',
    'Columns',
    ...reading.columns.map((column) => `  ${column.heading}: ${column.role}`),
    '',
    counts.problems === 0 ? 'Nothing odd was found.' : `${counts.problems} things to look at`,
    ...reading.problems.flatMap((problem) => [
      `  ${problem.where}: ${problem.message}`,
      ...(problem.proposal === null ? [] : [`      ${problem.proposal}`]),
    ]),
  ];
  return lines.join('\n');
}
