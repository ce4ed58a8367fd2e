import { formatDayOrMonth } from '../../../platform/time/plain-day.ts';

/** The quantitative part of a requirement, as the record holds it. */
export interface StatedTarget {
  readonly comparator: string;
  readonly value: number | null;
  readonly unit: string | null;
  readonly against: string | null;
  readonly dueBy: string | null;
  readonly periodStart: string | null;
  readonly periodEnd: string | null;
  readonly periodAsPrinted: string | null;
}

const COMPARATORS: Readonly<Record<string, string>> = {
  'at-most': 'at most',
  'at-least': 'at least',
  equal: '',
  'in-line-with': 'in line with',
  maintain: 'keep at least at',
  minimise: 'as low as can be',
};

const UNITS: Readonly<Record<string, string>> = {
  count: '',
  'per-cent': '%',
  'percentage-points': ' percentage points',
  'per-10000': ' per 10,000',
  days: ' days',
};

/** A figure with its unit: "65%", "34 percentage points", "200". */
export function figureInWords(value: number, unit: string | null): string {
  return `${value.toLocaleString('en-GB')}${UNITS[unit ?? 'count'] ?? ''}`;
}

/** What must be reached: "at most 200", "in line with the statistical neighbour average". */
export function targetInWords(target: StatedTarget): string {
  const comparator = COMPARATORS[target.comparator] ?? target.comparator;
  const value = target.value === null ? (target.against ?? '') : figureInWords(target.value, target.unit);
  return `${comparator} ${value}`.trim();
}

/** By when, or over which period: "by August 2011", "January 2012 to March 2012". */
export function targetTimeInWords(target: StatedTarget): string {
  if (target.periodAsPrinted !== null) return target.periodAsPrinted;
  if (target.periodStart !== null && target.periodEnd !== null)
    return `${formatDayOrMonth(target.periodStart)} to ${formatDayOrMonth(target.periodEnd)}`;
  return target.dueBy === null ? 'no day set' : `by ${formatDayOrMonth(target.dueBy)}`;
}
