import type { Block } from '../../../../platform/intake/source-document.ts';
import { LONGEST_HEADING, roleOfHeading } from './heading-roles.rule.ts';
import type { Column, ColumnRole } from '../../../improvement/index.ts';
import { leadingRef, wholeRef } from '../marks/references.rule.ts';

type Row = Extract<Block, { kind: 'row' }>;

const STATUS_SURE = /\b(?:status|rag|brag|ragb)\b/i;

/** Roles that only one column may have: the second to claim one gets the next best, or is left out. */
const ONCE = new Set<ColumnRole>([
  'ref',
  'action',
  'timescale',
  'start',
  'end',
  'status',
  'tags',
  'joint',
  'priority',
  'outcome',
  'requirement',
]);

/** What an override is keyed by, so that spacing and capitals in a heading do not matter. */
export function headingKey(heading: string): string {
  return heading.replace(/\s+/g, ' ').trim().toLowerCase();
}

/**
 * Reads a row as the heads of a plan's columns, or null where it is not: a plan needs something to do (an action, a task)
 * and at least one of when, who and how we will know, unless a person said which column holds what is to be done.
 *
 * @param chosen roles a person gave to headings, which win over the words
 */
export function readHeaderRow(row: Row, chosen: ReadonlyMap<string, ColumnRole>): readonly Column[] | null {
  const texts = row.cells.map((cell) => cell.text);
  const filled = texts.filter((text) => text !== '');
  if (filled.length < 2 || filled.some((text) => text.length > LONGEST_HEADING)) return null;
  // A row that carries a reference is a row of the plan, whatever words it holds.
  if (filled.some((text) => leadingRef(text) !== null || wholeRef(text) !== null)) return null;
  // Beside a column of ratings or statuses, a column of progress is prose about them.
  const rated = texts.some((heading) => STATUS_SURE.test(heading));
  // Beside a day by which something is to be done, the day of a review is another matter.
  const timed = texts.some(
    (heading) => !isReview(heading) && ['timescale', 'end'].includes(roleOfHeading(heading) ?? ''),
  );
  const taken = new Set<ColumnRole>();
  const columns = texts.map((heading): Column => {
    const role = chosen.get(headingKey(heading)) ?? roleOfHeading(heading) ?? 'ignore';
    // Beside a column of actions, milestones are what tells that they happen.
    if (role === 'action' && taken.has('action') && /^(?:key )?milestones?$/i.test(heading))
      return { heading, role: 'measure' };
    if (role === 'status' && rated && !STATUS_SURE.test(heading) && !chosen.has(headingKey(heading)))
      return { heading, role: 'ignore' };
    if (ONCE.has(role) && taken.has(role)) return { heading, role: 'ignore' };
    if (role === 'timescale' && isReview(heading) && timed && !chosen.has(headingKey(heading)))
      return { heading, role: 'ignore' };
    taken.add(role);
    return { heading, role };
  });
  const settled = settleTimes(settle(columns, chosen));
  const known = settled.filter(({ role, heading }) => role !== 'ignore' || chosen.has(headingKey(heading)));
  const said = settled.some(({ role, heading }) => role === 'action' && chosen.has(headingKey(heading)));
  return (said || isPlanHeader(settled)) && known.length * 2 >= filled.length ? settled : null;
}

/** A plan with recommendations or milestones and no column of actions: the words of the plan stand in the next best column. */
function settle(columns: readonly Column[], chosen: ReadonlyMap<string, ColumnRole>): readonly Column[] {
  if (columns.some(({ role }) => role === 'action')) return columns;
  for (const fallback of ['requirement', 'outcome'] as const) {
    const at = columns.findIndex(
      ({ role, heading }) => role === fallback && !chosen.has(headingKey(heading)),
    );
    if (at !== -1)
      return columns.map((column, index) => (index === at ? { ...column, role: 'action' } : column));
  }
  return columns;
}

/** "Due date" with no column of starts beside it is the plan's timescale, whatever its cells turn out to hold. */
function settleTimes(columns: readonly Column[]): readonly Column[] {
  if (columns.some(({ role }) => role === 'start' || role === 'timescale')) return columns;
  return columns.map((column) => (column.role === 'end' ? { ...column, role: 'timescale' } : column));
}

function isReview(heading: string): boolean {
  return /\breview/i.test(heading);
}

/** The column that has the part a heading speaks for, where that is why the heading was left out. */
export function holderOf(heading: string, columns: readonly Column[]): Column | null {
  const wanted = roleOfHeading(heading);
  if (wanted === null) return null;
  const others = columns.filter((column) => column.role !== 'ignore' && column.heading !== heading);
  return (
    others.find(({ role }) => role === wanted) ??
    // A column of ends may stand as the timescale, one of recommendations as the actions.
    others.find((column) => roleOfHeading(column.heading) === wanted) ??
    null
  );
}

const TELLING = new Set<ColumnRole>(['timescale', 'start', 'end', 'lead', 'measure', 'status']);

function isPlanHeader(columns: readonly Column[]): boolean {
  const roles = new Set(columns.map(({ role }) => role));
  return roles.has('action') && [...roles].some((role) => TELLING.has(role));
}

/** Whether a row prints the same heads again, as happens on every page. */
export function isSameHeader(row: Row, columns: readonly Column[]): boolean {
  if (row.cells.length === 0) return false;
  const keys = new Set(columns.map(({ heading }) => headingKey(heading)));
  const filled = row.cells.filter((cell) => cell.text !== '');
  return filled.length >= 2 && filled.every((cell) => keys.has(headingKey(cell.text)));
}
