import { formatDay, formatDayOrMonth, type PlainDay } from '../../../platform/time/plain-day.ts';
import type { Source } from './plan-reading.shape.ts';

/** When a milestone runs, as it was read: "1 March 2011 to 30 April 2011", "by June 2011", "from 1 April 2011". */
export function timescaleInWords(start: string | null, end: string | null): string {
  if (start !== null && end !== null)
    return start === end ? formatDayOrMonth(end) : `${formatDayOrMonth(start)} to ${formatDayOrMonth(end)}`;
  if (end !== null) return `by ${formatDayOrMonth(end)}`;
  if (start !== null) return `from ${formatDayOrMonth(start)}`;
  return 'no date';
}

/** A day the database gave, in words. */
export function dayInWords(day: string): string {
  return formatDay(day as PlainDay);
}

/** How something was read, in words a clerk would use. */
export const HOW_READ_WORDS = {
  stated: 'As printed',
  inferred: 'Worked out from what stands around it',
  corrected: 'Corrected: what is printed cannot be',
  'by-hand': 'Put right by hand',
} as const;

/** Where something stands in the file it was read from: "lines 889 to 891, page 41". */
export function placeInWords(source: Source): string {
  const parts: string[] = [];
  if (source.line !== undefined)
    parts.push(
      source.endLine === undefined || source.endLine === source.line
        ? `line ${source.line}`
        : `lines ${source.line} to ${source.endLine}`,
    );
  if (source.sheet !== undefined) parts.push(`sheet ${source.sheet}`);
  if (source.table !== undefined) parts.push(`table ${source.table}`);
  if (source.row !== undefined) parts.push(`row ${source.row}`);
  if (source.page !== undefined) parts.push(`page ${source.page}`);
  return parts.join(', ');
}

/** A text cut to a length at a word, for a link or a title. */
export function shortened(text: string, atMost: number): string {
  if (text.length <= atMost) return text;
  const cut = text.slice(0, atMost);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), atMost - 20)).trimEnd()}…`;
}

/** A phrase at the beginning of a cell or a line. */
export function capitalised(phrase: string): string {
  return phrase.charAt(0).toUpperCase() + phrase.slice(1);
}
