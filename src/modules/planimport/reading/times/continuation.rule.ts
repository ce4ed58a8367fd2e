import { findPrintedDates } from './printed-dates.rule.ts';

const DASH_END = /[-–—−]\s*$/;
const DASH_START = /^\s*[-–—−]/;

/**
 * Whether a timescale on the next row goes on with the one above, because a page break cut it, and is not a timescale
 * of its own: "1 June" then "2011 - 30 April 2012"; "1 March 2012" then "(review)"; "1 March –" then "1 June 2011".
 */
export function continuesTimescale(above: string, below: string): boolean {
  const next = below.trim();
  const before = above.trim();
  if (before === '' || next === '') return false;
  if (/^\([^)]*\)$/.test(next) || DASH_END.test(before) || DASH_START.test(next)) return true;
  const last = findPrintedDates(before).at(-1);
  const endsThere = last !== undefined && last.until === before.length;
  if (/^(?:19|20)\d\d\b/.test(next)) return endsThere && last.year === null;
  // A day left alone at the end of the page, its month on the next.
  return /(?:^|\s)\d{1,2}(?:st|nd|rd|th)?$/.test(before) && !endsThere && findPrintedDates(next)[0]?.at === 0;
}

/** Whether words on the next row go on with words above: they begin in small letters, or the ones above have no end. */
export function continuesWords(above: string, below: string): boolean {
  if (above === '' || below === '') return false;
  return (
    /^[\p{Ll}(&,]/u.test(below) ||
    /(?:[,;:–-]|\b(?:and|or|the|a|an|of|to|in|for|with|by|on|at|from|that|which))$/i.test(above)
  );
}
