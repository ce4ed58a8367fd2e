import { daysInMonth } from '../../../../platform/time/plain-day.ts';

export { daysInMonth };

/** A day or a month of the plan's calendar; `day` is null where only the month is known. */
export interface CalendarPoint {
  readonly year: number;
  readonly month: number;
  readonly day: number | null;
}

/** `2011-03-31`, or `2011-03` for a month alone. */
export function isoPoint(point: CalendarPoint): string {
  const month = `${String(point.year).padStart(4, '0')}-${String(point.month).padStart(2, '0')}`;
  return point.day === null ? month : `${month}-${String(point.day).padStart(2, '0')}`;
}

/** The first day that an ISO day or month covers. */
export function firstDay(iso: string): string {
  return iso.length === 7 ? `${iso}-01` : iso;
}

/** The last day that an ISO day or month covers. */
export function lastDay(iso: string): string {
  if (iso.length !== 7) return iso;
  return `${iso}-${daysInMonth(Number(iso.slice(0, 4)), Number(iso.slice(5, 7)))}`;
}
