import { firstDay } from '../times/calendar-day.rule.ts';
import { actionsOf } from './check-leads.rule.ts';
import type { Milestone, Priority, Problem } from '../../../improvement/index.ts';
import { problem } from './problems.rule.ts';

/** An improvement plan spans a few years; a date this far from the middle of all its dates is a slip of the pen. */
const FAR_YEARS = 4;
/** Below this many dates there is no middle to speak of. */
const FEWEST = 8;

/** Rows without any date, and dates far from all others of the plan. */
export function checkDates(priorities: readonly Priority[]): readonly Problem[] {
  const problems: Problem[] = [];
  const rows = actionsOf(priorities).flatMap((action) =>
    action.milestones.map((milestone) => ({ ref: action.ref, milestone })),
  );
  const years = rows.flatMap(({ milestone }) => yearsOf(milestone)).sort((a, b) => a - b);
  const middle = years[Math.floor(years.length / 2)];
  for (const { ref, milestone } of rows) {
    const about = { thing: 'Action', ref } as const;
    if (milestone.timescaleAsPrinted === '' && milestone.status === null) {
      problems.push(
        problem(
          'no-date',
          about,
          milestone.source,
          'This row has no timescale.',
          'Say by when it is to be done.',
        ),
      );
    }
    if (middle === undefined || years.length < FEWEST) continue;
    for (const year of new Set(yearsOf(milestone))) {
      if (Math.abs(year - middle) < FAR_YEARS) continue;
      problems.push(
        problem(
          'date-outside-plan',
          about,
          milestone.source,
          `“${milestone.timescaleAsPrinted}” lies in ${year}, far from the other dates of the plan, most of which are about ${middle}.`,
          'It was kept as printed. Check the year.',
        ),
      );
    }
  }
  return problems;
}

function yearsOf({ start, end }: Milestone): readonly number[] {
  return [start, end].filter((date) => date !== null).map((date) => Number(firstDay(date).slice(0, 4)));
}
