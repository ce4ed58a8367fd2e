import { formatDay, parsePlainDay, parseTypedDay, type PlainDay } from '../time/plain-day.ts';

/** The day a page is read as at: what was true then, as the record knows it. */
export interface AsAt {
  /** Always a real day: today where none was asked for, or where what was asked for is not one. */
  day: PlainDay;
  /** Whether it is the day pages open at when none is asked for: today, or the day of a record that is closed. */
  isToday: boolean;
  /** Set where pages open at a day of their own, such as those of a plan of years ago. */
  opensOn?: PlainDay;
  /** Set where a day was asked for that is not one; the page says so and shows what was typed. */
  problem?: { message: string; typed: TypedDay };
}

export interface TypedDay {
  day: string;
  month: string;
  year: string;
}

/** The parameter that carries the day, as `?on=2011-05-12`. */
export const DAY_PARAMETER = 'on';
const BOXES = ['on-day', 'on-month', 'on-year'] as const;

/** What to say when a day is not one. */
export const NOT_A_DAY = 'Enter a real day, like 12 May 2011';

/**
 * Reads the day from a page's query: `?on=2011-05-12`, or the three boxes of the form at the top of the page.
 * @param today the day it is in London
 * @param opensOn the day the record opens at, where that is not today
 */
export function readAsAt(query: URLSearchParams, today: PlainDay, opensOn?: PlainDay): AsAt {
  return opensOn === undefined || opensOn === today
    ? asAskedFor(query, today)
    : { ...asAskedFor(query, opensOn), opensOn };
}

function asAskedFor(query: URLSearchParams, today: PlainDay): AsAt {
  const typed = typedDay(query);
  if (typed === undefined) return { day: today, isToday: true };
  const words = Object.values(typed).join(' ').trim();
  const day = parsePlainDay(words) ?? parseTypedDay(words);
  return day === null
    ? { day: today, isToday: true, problem: { message: NOT_A_DAY, typed } }
    : { day, isToday: day === today };
}

/**
 * Where the form at the top of a page leads: the same page with the day as one parameter, so that the address can be
 * kept and shared. Undefined where the address is already so, or the day is not one.
 */
export function addressWithOneDay(path: string, query: URLSearchParams, asAt: AsAt): string | undefined {
  if (asAt.problem !== undefined || !BOXES.some((box) => query.has(box))) return undefined;
  const rest = withoutDay(query);
  // Today too: a record that opens at a day of its own must be readable as at today. Three empty boxes ask for no day.
  if (BOXES.some((box) => query.get(box)?.trim())) rest.set(DAY_PARAMETER, asAt.day);
  return address(path, rest);
}

/** A link to another page that keeps the day the reader is on. */
export function linkAsAt(path: string, asAt: AsAt): string {
  if (asAt.isToday) return path;
  const [before = '', fragment] = path.split('#', 2);
  const joined = `${before}${before.includes('?') ? '&' : '?'}${DAY_PARAMETER}=${asAt.day}`;
  return fragment === undefined ? joined : `${joined}#${fragment}`;
}

/** The query's other parameters, which a form about the day must carry along. The page number is dropped: it may not exist on that day. */
export function withoutDay(query: URLSearchParams): URLSearchParams {
  const rest = new URLSearchParams(query);
  for (const name of [DAY_PARAMETER, ...BOXES, 'page']) rest.delete(name);
  return rest;
}

/** A path with its query, where it has one. */
export function address(path: string, query: URLSearchParams): string {
  return query.size === 0 ? path : `${path}?${query}`;
}

/** The day in words, as the page says it: "today, 21 November 2026" or "12 May 2011". */
export function asAtInWords(asAt: AsAt): string {
  return asAt.isToday && asAt.opensOn === undefined ? `today, ${formatDay(asAt.day)}` : formatDay(asAt.day);
}

function typedDay(query: URLSearchParams): TypedDay | undefined {
  const whole = query.get(DAY_PARAMETER)?.trim();
  if (whole) {
    const [year = '', month = '', day = ''] = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(whole)?.slice(1) ?? [];
    return year === '' ? { day: whole.slice(0, 60), month: '', year: '' } : { day, month, year };
  }
  const [day = '', month = '', year = ''] = BOXES.map((box) => query.get(box)?.trim().slice(0, 60) ?? '');
  return day + month + year === '' ? undefined : { day, month, year };
}
