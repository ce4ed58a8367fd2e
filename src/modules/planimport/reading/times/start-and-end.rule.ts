import { firstDay, lastDay } from './calendar-day.rule.ts';
import type { HowRead } from '../../../improvement/index.ts';
import { findPrintedDates } from './printed-dates.rule.ts';
import { readTimescale, type TimescaleOddity, type TimescaleReading } from './timescale.rule.ts';

/** What the columns of one row print about when: a cell that holds no letter and no figure is empty. */
export interface PrintedTimes {
  readonly start: string;
  readonly end: string;
  readonly timescale: string;
}

type Side = 'start' | 'end';

/**
 * Reads a start and an end that stand in columns of their own. Each cell is read by itself, so that one that cannot be
 * read is told of by its own words; beside a start, a timescale is the end. A day without a year takes the year of the
 * other cell unless that would turn the range round. Never fails.
 */
export function readStartAndEnd(printed: PrintedTimes): TimescaleReading {
  const start = filled(printed.start);
  const end = filled(printed.end) || filled(printed.timescale);
  const besides = filled(printed.end) === '' ? '' : filled(printed.timescale);
  if (start === '') return withBesides(readTimescale(end), besides);
  const opening = readSide(start, end, 'start');
  if (end === '') return withBesides(onlyStart(start, opening), besides);
  const closing = readSide(end, start, 'end');
  const both: TimescaleReading = {
    start: opening.start ?? opening.end,
    end: closing.end ?? closing.start,
    periods: [],
    status: closing.status ?? opening.status,
    review: opening.review || closing.review,
    recurrence: closing.recurrence ?? opening.recurrence,
    reading: weaker(opening.reading, closing.reading),
    oddities: [...opening.oddities, ...closing.oddities],
  };
  return withBesides(theRightWayRound(both, start, end), besides);
}

/** A quarter in a column of starts begins then; a range printed there is a range. */
function onlyStart(printed: string, opening: TimescaleReading): TimescaleReading {
  const range = findPrintedDates(printed).length > 1;
  return {
    ...opening,
    start: opening.start ?? opening.end,
    end: range && opening.start !== null ? opening.end : null,
  };
}

function readSide(text: string, other: string, side: Side): TimescaleReading {
  const reading = readTimescale(text);
  const dated = reading.start !== null || reading.end !== null;
  const completed = readTimescale(other).status === 'completed';
  if (!dated) {
    const given = withYearOf(text, other, side);
    if (given !== null) return given;
  }
  const oddities = reading.oddities.flatMap((oddity): TimescaleOddity[] => {
    if (oddity.kind !== 'timescale-in-words') return [oddity];
    // "Completed" in the one cell says why the other holds no date.
    return completed ? [] : [{ ...oddity, message: `The ${side}, “${text}”, gives no date.` }];
  });
  return { ...reading, oddities };
}

/** A cell whose one date prints no year, read with the year of the other cell; null where that cannot be. */
function withYearOf(text: string, other: string, side: Side): TimescaleReading | null {
  const dates = findPrintedDates(text);
  const [date] = dates;
  if (dates.length !== 1 || date === undefined || date.year !== null || date.month === null) return null;
  const beside = readTimescale(other);
  const known = side === 'start' ? (beside.end ?? beside.start) : (beside.start ?? beside.end);
  if (known === null) return null;
  const within = (year: number): TimescaleReading =>
    readTimescale(`${text.slice(0, date.until)} ${year}${text.slice(date.until)}`);
  const year = Number(known.slice(0, 4));
  const first = within(year);
  const point = first.start ?? first.end;
  if (point === null) return null;
  const turned = side === 'start' ? firstDay(point) > lastDay(known) : lastDay(point) < firstDay(known);
  const taken = turned ? year + (side === 'start' ? -1 : 1) : year;
  const reading = turned ? within(taken) : first;
  const oddity: TimescaleOddity = {
    kind: 'year-inferred',
    message: `The ${side}, “${text}”, gives no year.`,
    proposal: `${taken} was taken, from the ${side === 'start' ? 'end' : 'start'} beside it.`,
  };
  return {
    ...reading,
    reading: weaker(reading.reading, 'inferred'),
    oddities: [oddity, ...reading.oddities],
  };
}

function theRightWayRound(reading: TimescaleReading, start: string, end: string): TimescaleReading {
  if (reading.start === null || reading.end === null) return reading;
  if (firstDay(reading.start) <= lastDay(reading.end)) return reading;
  const oddity: TimescaleOddity = {
    kind: 'range-turned-round',
    message: `The start, “${start}”, lies after the end, “${end}”.`,
    proposal: 'It was read from the earlier day to the later. Check which day is meant.',
  };
  return {
    ...reading,
    start: reading.end,
    end: reading.start,
    reading: 'corrected',
    oddities: [...reading.oddities, oddity],
  };
}

/** A timescale printed as well as an end adds what it says, and its dates where they lie outside. */
function withBesides(reading: TimescaleReading, besides: string): TimescaleReading {
  if (besides === '') return reading;
  const more = readTimescale(besides);
  const starts = [reading.start, more.start].filter((point) => point !== null);
  const ends = [reading.end, more.end].filter((point) => point !== null);
  const start = starts.toSorted((a, b) => firstDay(a).localeCompare(firstDay(b)))[0] ?? null;
  const end = ends.toSorted((a, b) => lastDay(b).localeCompare(lastDay(a)))[0] ?? null;
  const differs = start !== reading.start || end !== reading.end;
  const oddity: TimescaleOddity = {
    kind: 'several-periods',
    message: `Beside its start and end this row prints a timescale, “${besides}”, which goes beyond them.`,
    proposal: 'The row runs from the earliest to the latest of them.',
  };
  return {
    ...reading,
    start,
    end,
    status: reading.status ?? more.status,
    review: reading.review || more.review,
    recurrence: reading.recurrence ?? more.recurrence,
    reading: weaker(reading.reading, more.reading),
    oddities: [
      ...reading.oddities,
      ...more.oddities.filter(({ kind }) => kind !== 'timescale-in-words'),
      ...(differs ? [oddity] : []),
    ],
  };
}

function filled(text: string): string {
  const folded = text.replace(/\s+/g, ' ').trim();
  return /[\p{L}\p{N}]/u.test(folded) ? folded : '';
}

const WEAKNESS: readonly HowRead[] = ['stated', 'inferred', 'corrected'];

function weaker(one: HowRead, two: HowRead): HowRead {
  return WEAKNESS.indexOf(one) > WEAKNESS.indexOf(two) ? one : two;
}
