import type { Milestone } from '../../src/modules/improvement/plan/plan-reading.shape.ts';
import { monthNames } from '../../src/platform/time/plain-day.ts';
import type { Dice } from './dice.ts';

/** A timescale as the plan prints it, and what a careful clerk reads in it. */
export type Timescale = Pick<
  Milestone,
  'timescaleAsPrinted' | 'start' | 'end' | 'periods' | 'status' | 'review' | 'recurrence' | 'reading'
>;

const LAST_DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;

/** A month of the plan's time, counted from January 2026. */
interface Month {
  readonly name: string;
  readonly short: string;
  readonly year: number;
  readonly iso: string;
  readonly last: number;
}

function month(fromJanuary2026: number): Month {
  const index = fromJanuary2026 % 12;
  const year = 2026 + Math.floor(fromJanuary2026 / 12);
  const name = monthNames[index] ?? 'January';
  return {
    name,
    short: name.slice(0, 3),
    year,
    iso: `${year}-${String(index + 1).padStart(2, '0')}`,
    last: LAST_DAYS[index] ?? 31,
  };
}

function timescale(
  timescaleAsPrinted: string,
  start: string | null,
  end: string | null,
  more: Partial<Timescale> = {},
): Timescale {
  return {
    timescaleAsPrinted,
    start,
    end,
    periods: [],
    status: null,
    review: false,
    recurrence: null,
    reading: 'stated',
    ...more,
  };
}

type Form = (from: Month, to: Month) => Timescale;

const firstTo = (from: Month, to: Month): [string, string] => [`${from.iso}-01`, `${to.iso}-${to.last}`];

const fullRange: Form = (from, to) =>
  timescale(`1 ${from.name} ${from.year} – ${to.last} ${to.name} ${to.year}`, ...firstTo(from, to));

const shortRange: Form = (from, to) =>
  timescale(`1 ${from.short} ${from.year} - ${to.last} ${to.short} ${to.year}`, ...firstTo(from, to));

/** The start prints no year: it is the end's, or the year before where that would turn the range round. */
const rangeWithoutFirstYear: Form = (from, to) =>
  from.year === to.year || (to.year === from.year + 1 && from.iso.slice(5) > to.iso.slice(5))
    ? timescale(`1 ${from.name} – ${to.last} ${to.name} ${to.year}`, ...firstTo(from, to), {
        reading: 'inferred',
      })
    : fullRange(from, to);

const months: Form = (from, to) =>
  timescale(`${from.name} ${from.year} – ${to.name} ${to.year}`, from.iso, to.iso);

const loneEnd: Form = (_, to) => timescale(`${to.last} ${to.name} ${to.year}`, null, `${to.iso}-${to.last}`);

const openEnded: Form = (from) => timescale(`From 1 ${from.name} ${from.year}`, `${from.iso}-01`, null);

const withReview: Form = (from, to) =>
  timescale(`1 ${from.name} ${from.year} – ${to.last} ${to.name} ${to.year} (review)`, ...firstTo(from, to), {
    review: true,
  });

const rolling: Form = (from) =>
  timescale(`1 ${from.name} ${from.year} (rolling programme)`, `${from.iso}-01`, null, {
    recurrence: 'rolling programme',
  });

const monthlyUntil: Form = (_, to) =>
  timescale(`Monthly until ${to.last} ${to.name} ${to.year}`, null, `${to.iso}-${to.last}`, {
    recurrence: 'monthly',
  });

const afterEach: Form = () => timescale('After each audit', null, null, { recurrence: 'after each audit' });

const reviewMonthly: Form = () =>
  timescale('Review monthly', null, null, { recurrence: 'monthly', review: true });

const completed: Form = () => timescale('Completed', null, null, { status: 'completed' });

/** Two periods in one cell, the second beginning the day after the first ends. */
const twoPeriods: Form = (from, to) => {
  const between = month(monthsFrom2026(from.iso) + 1);
  const next = month(monthsFrom2026(from.iso) + 2);
  if (next.iso > to.iso) return fullRange(from, to);
  const first = `1 ${from.name} ${from.year} – ${between.last} ${between.name} ${between.year}`;
  const second = `1 ${next.name} ${next.year} – ${to.last} ${to.name} ${to.year}`;
  return timescale(`${first} ${second}`, ...firstTo(from, to), {
    periods: [
      { start: `${from.iso}-01`, end: `${between.iso}-${between.last}` },
      { start: `${next.iso}-01`, end: `${to.iso}-${to.last}` },
    ],
  });
};

/** A day that no calendar has: the plan prints the 31st of a month of 30 days. */
const impossibleDay: Form = (from, to) => {
  const next = [0, 1, 2, 3, 4].map((later) => month(monthsFrom2026(to.iso) + later));
  const short = next.find(({ last }) => last === 30) ?? to;
  const printed = `1 ${from.name} ${from.year} – 31 ${short.name} ${short.year}`;
  return timescale(printed, ...firstTo(from, short), { reading: 'corrected' });
};

/** No date at all, and nothing that says when. */
export const NO_TIMESCALE: Timescale = timescale('', null, null);

/** How often each form turns up in a hundred rows. */
const FORMS: readonly (readonly [number, Form])[] = [
  [30, fullRange],
  [12, shortRange],
  [14, rangeWithoutFirstYear],
  [6, months],
  [6, loneEnd],
  [4, openEnded],
  [6, withReview],
  [2, rolling],
  [3, monthlyUntil],
  [2, afterEach],
  [1, reviewMonthly],
  [8, completed],
  [4, twoPeriods],
  [2, impossibleDay],
];

/** A timescale within the plan's time: from February 2026 to December 2027. */
export function throwTimescale(dice: Dice): Timescale {
  const from = dice.between(1, 14);
  const to = Math.min(from + dice.between(0, 9), 23);
  let throwOf = dice.throw() * 100;
  const form = FORMS.find(([times]) => (throwOf -= times) < 0)?.[1] ?? fullRange;
  return form(month(from), month(to));
}

function monthsFrom2026(iso: string): number {
  return (Number(iso.slice(0, 4)) - 2026) * 12 + Number(iso.slice(5)) - 1;
}
