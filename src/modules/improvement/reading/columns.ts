import type { Block } from '../../../platform/intake/source-document.ts';
import type { Column, ColumnRole } from './plan-reading.ts';
import { leadingRef, wholeRef } from './references.ts';

type Row = Extract<Block, { kind: 'row' }>;

/** Words that head a column, surest first. The first pattern that fits a heading gives its role. */
const HEADINGS: readonly (readonly [ColumnRole, RegExp])[] = [
  [
    'start',
    /^(?:planned |target |actual |revised )?start(?:s|ing)?(?: date)?$|^(?:date )?from$|^commence(?:s|ment)?(?: date)?$/i,
  ],
  [
    'status',
    /^(?:current |delivery |overall )?(?:status|rag|brag|ragb|progress|position)\b|\b(?:status|rag(?:b)?(?: rating)?)$|^(?:progress|update|% complete|percentage complete)/i,
  ],
  [
    'measure',
    /measur|^targets?$|evidence|how (?:will|do|would) we know|\bkpis?\b|indicator|success|impact|\bproof\b|what (?:will|does) (?:success|good)|intended result|difference (?:made|will)|difference .*(?:make|made)|\boutputs?\b/i,
  ],
  [
    'end',
    /^(?:planned |target |actual |revised |expected )?(?:end|finish|completion|due)(?:s| date| by)?$|^(?:date )?(?:to|until)$|^completion date$/i,
  ],
  [
    'timescale',
    /time\s?-?\s?(?:scale|frame|line|table)|\bby when\b|^when\b|deadline|\bdue\b|target date|\bdate\b|\bdates\b|milestone date|completion|\bcomplete[d]? by\b/i,
  ],
  [
    'lead',
    /\blead(?:s|er|ing)?\b|\bowner|responsib|\bwho\b|\bby whom\b|accountab|delivery (?:officer|team)|\bofficer\b|\bsponsor|assigned/i,
  ],
  ['joint', /^(?:joint|jointly)\b|\bpartners?\b|\bpartner agenc/i],
  [
    'tags',
    /^(?:tags?|links?|linked to|cross[- ]ref\w*|addresses|requirements? (?:met|ref\w*|addressed)|source ref\w*|ofsted ref\w*|rec\w*\.? (?:ref\w*|no\.?|number))$/i,
  ],
  [
    'requirement',
    /^(?:ofsted |inspection |inspector'?s? |key |the )?(?:recommendations?|findings?|requirements?|areas? for (?:improvement|development)|judgements?|issues?)(?: text|s? identified|\s*\/.{1,30})?$/i,
  ],
  [
    'ref',
    /^(?:action |unique |plan |item |task )?(?:ref(?:erence)?(?:\s?(?:no|number|id)\.?)?|no|number|num|id|#|item|s\/?no)\.?$/i,
  ],
  ['priority', /^(?:priority|theme|work\s?stream|strand|programme)(?: area)?$/i],
  ['outcome', /^(?:(?:intended |expected |desired )?outcomes?|objectives?|aims?|goals?)(?: sought)?$/i],
  [
    'action',
    /\bactions?\b|^what$|\btasks?\b|\bactivit(?:y|ies)\b|what (?:will|we|are|needs|do)\b|\bsteps?\b|intervention|^how (?:we|will we|it) |improvement(?:s)?$|\bdeliverable|^description$|^milestones?$/i,
  ],
];

/** A longer cell is a sentence; "How will we know that this has made a difference to children?" is still a heading. */
const LONGEST_HEADING = 100;

/** The role a heading speaks for, or null where no word in it is known. */
export function roleOfHeading(heading: string): ColumnRole | null {
  const words = heading
    .replace(/[*_:]+/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  if (words === '' || words.length > LONGEST_HEADING) return null;
  return HEADINGS.find(([, pattern]) => pattern.test(words))?.[0] ?? null;
}

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
 * and at least one of when, who and how we will know.
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
  const taken = new Set<ColumnRole>();
  const columns = texts.map((heading): Column => {
    const role = chosen.get(headingKey(heading)) ?? roleOfHeading(heading) ?? 'ignore';
    // Beside a column of actions, milestones are what tells that they happen.
    if (role === 'action' && taken.has('action') && /^(?:key )?milestones?$/i.test(heading))
      return { heading, role: 'measure' };
    if (role === 'status' && rated && !STATUS_SURE.test(heading) && !chosen.has(headingKey(heading)))
      return { heading, role: 'ignore' };
    if (ONCE.has(role) && taken.has(role)) return { heading, role: 'ignore' };
    taken.add(role);
    return { heading, role };
  });
  const settled = settleTimes(settle(columns, chosen));
  const known = settled.filter(({ role, heading }) => role !== 'ignore' || chosen.has(headingKey(heading)));
  return isPlanHeader(settled) && known.length * 2 >= filled.length ? settled : null;
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
