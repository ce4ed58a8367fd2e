import { compareDays, formatDay, type PlainDay, plainDay } from '../platform/time/plain-day.ts';

/**
 * The last day on which a line of Node gets security updates: `end` in schedule.json of github.com/nodejs/Release, as it
 * stood in November 2026. A line that is not named here is newer than this list.
 */
const LAST_DAYS: ReadonlyMap<number, PlainDay> = new Map([
  [20, plainDay(2026, 4, 30)],
  [21, plainDay(2024, 6, 1)],
  [22, plainDay(2027, 4, 30)],
  [23, plainDay(2025, 6, 1)],
  [24, plainDay(2028, 4, 30)],
  [25, plainDay(2026, 6, 1)],
]);

/** The line to go to: the newest that is supported for long and that the tests are run on. */
const BETTER = 24;

/**
 * One sentence where the support of this Node has ended, else null.
 *
 * @param running version of Node, such as `20.19.0`
 */
export function supportEnded(running: string, today: PlainDay): string | null {
  const line = Number(running.split('.')[0]);
  const last = LAST_DAYS.get(line);
  if (last === undefined || compareDays(today, last) <= 0) return null;
  const better = LAST_DAYS.get(BETTER);
  const supported =
    better === undefined || compareDays(today, better) > 0
      ? 'A newer one is supported.'
      : `Node ${BETTER} is supported until ${formatDay(better)}.`;
  return `Node ${line} is past its support: no security updates since ${formatDay(last)}. ${supported}`;
}
