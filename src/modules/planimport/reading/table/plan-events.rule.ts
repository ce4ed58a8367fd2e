import type { Block, Cell, Place, SourceDocument } from '../../../../platform/intake/source-document.ts';
import { alignRow } from './align-row.rule.ts';
import { isSameHeader, readHeaderRow } from './columns.rule.ts';
import type { LeadDirectory } from '../leads/lead-directory.rule.ts';
import {
  readAccountable,
  readObjectivesLabel,
  readOutcomeHeading,
  readPriorityHeading,
} from '../marks/plan-headings.rule.ts';
import type { Column, ColumnRole } from '../../../improvement/index.ts';
import { depthOf, leadingRef, wholeRef } from '../marks/references.rule.ts';
import type { TagReader } from '../marks/tags.rule.ts';

type Row = Extract<Block, { kind: 'row' }>;

/** One thing the plan says, in the order it says it. */
export type PlanEvent =
  | { readonly kind: 'columns'; readonly columns: readonly Column[]; readonly place: Place }
  | { readonly kind: 'priority'; readonly number: number; readonly title: string; readonly place: Place }
  | { readonly kind: 'objectives'; readonly text: string; readonly place: Place }
  | { readonly kind: 'accountable'; readonly text: string; readonly place: Place }
  | {
      readonly kind: 'outcome';
      readonly ref: string;
      readonly text: string;
      readonly saysSo: boolean;
      readonly place: Place;
    }
  | { readonly kind: 'section'; readonly text: string; readonly place: Place }
  | { readonly kind: 'row'; readonly row: PlanRow };

/** A row of the plan's table, its cells under the columns by what they are for. */
export interface PlanRow {
  readonly cells: ReadonlyMap<ColumnRole, Cell>;
  /** Every word of the row, for rows that hold one thing alone. */
  readonly only: Cell | null;
  readonly shifted: boolean;
  readonly place: Place;
}

export interface WalkOptions {
  readonly chosen: ReadonlyMap<string, ColumnRole>;
  readonly directory: LeadDirectory;
  readonly tags: TagReader;
}

/**
 * Walks a document and yields what belongs to the plan. A plan begins at a row that heads its columns; it goes on through
 * headings of priorities and outcomes, and ends where other words stand until a row shows, by its columns or its
 * reference, that the plan goes on. Everything else in the file (a whole agenda pack) is passed over.
 */
export function* walkPlan(document: SourceDocument, options: WalkOptions): Generator<PlanEvent> {
  const walk = new Walk(options);
  for (const block of document.blocks) yield* block.kind === 'row' ? walk.row(block) : walk.words(block);
}

/** How many blocks may stand between a priority's heading and its table. */
const FARTHEST_HEADING = 12;

/** A longer heading across the table is a sentence. */
const LONGEST_SECTION = 150;
/** A shorter one beside a number is a mark in the margin. */
const SHORTEST_OUTCOME = 12;

class Walk {
  readonly #options: WalkOptions;
  #columns: readonly Column[] | null = null;
  #table: number | string | undefined;
  /** open: rows are the plan's; expecting: a heading of the plan was seen; closed: other words were. */
  #state: 'open' | 'expecting' | 'closed' = 'closed';
  /** Headings seen while closed, in case a table follows. */
  #waiting: PlanEvent[] = [];
  #sinceHeading = 0;
  #expectsObjectives = false;
  #section: PlanEvent | null = null;

  constructor(options: WalkOptions) {
    this.#options = options;
  }

  *row(block: Row): Generator<PlanEvent> {
    const header = readHeaderRow(block, this.#options.chosen);
    if (header !== null) {
      yield* this.#begin(block, header);
      return;
    }
    const alone = aloneInFront(block, this.#options.tags);
    if (this.#columns === null && alone !== null) yield* this.#words(alone.text, block.place, 'row');
    if (this.#columns === null || isSameHeader(block, this.#columns)) return;
    if (alone !== null) {
      yield* this.#spanning(alone, block.place);
      return;
    }
    const sameTable = this.#table !== undefined && this.#table === tableOf(block);
    if (this.#state !== 'open' && !showsReference(block) && !this.#looksFull(block, sameTable)) return;
    this.#state = 'open';
    yield { kind: 'row', row: rowOf(block, this.#columns, this.#options.directory) };
  }

  /** After other words a row without a reference has to fill the table as a row of the plan would. */
  #looksFull(block: Row, sameTable: boolean): boolean {
    const count = this.#columns?.length ?? 0;
    const filled = block.cells.filter((cell) => cell.text !== '').length;
    if (this.#state === 'expecting') return block.cells.length >= count && filled >= Math.min(2, count);
    return sameTable && filled >= Math.min(3, count);
  }

  /** Words that stand alone across the table: a heading of the plan, or of a part of it. */
  *#spanning(cell: Cell, place: Place): Generator<PlanEvent> {
    const event = wordsEvent(cell.text, place, this.#expectsObjectives, 'row');
    this.#expectsObjectives = event?.kind === 'objectives' && event.text === '';
    if (event !== null) {
      const opens = event.kind === 'priority' || (event.kind === 'outcome' && event.saysSo);
      if (opens && this.#state === 'closed') this.#state = 'expecting';
      if (this.#state !== 'closed') yield event;
      return;
    }
    const heads =
      cell.text.length <= LONGEST_SECTION &&
      /^[A-Z]/.test(cell.text) &&
      !/[.)]$/.test(cell.text) &&
      cell.parts.length <= 1;
    if (heads && this.#state !== 'closed') yield { kind: 'section', text: cell.text, place };
    this.#state = heads && this.#state !== 'closed' ? 'expecting' : 'closed';
  }

  *#begin(block: Row, header: readonly Column[]): Generator<PlanEvent> {
    const sheet = block.place.sheet;
    const newSheet = sheet !== undefined && this.#table !== sheet;
    if (this.#section !== null) yield this.#section;
    else if (newSheet) yield { kind: 'section', text: sheet, place: block.place };
    if (this.#columns === null || !isSameHeader(block, this.#columns)) {
      yield { kind: 'columns', columns: header, place: block.place };
    }
    yield* this.#waiting;
    this.#waiting = [];
    this.#section = null;
    this.#columns = header;
    this.#table = tableOf(block);
    this.#state = 'open';
  }

  words(block: Exclude<Block, Row>): Generator<PlanEvent> {
    return this.#words(block.text, block.place, block.kind);
  }

  *#words(text: string, place: Place, from: Block['kind']): Generator<PlanEvent> {
    const event = wordsEvent(text, place, this.#expectsObjectives, from);
    this.#expectsObjectives = event?.kind === 'objectives' && event.text === '';
    if (event === null) {
      if (from === 'heading') this.#section = { kind: 'section', text, place };
      this.#state = 'closed';
      this.#sinceHeading += 1;
      this.#waiting =
        this.#sinceHeading > FARTHEST_HEADING ? [] : this.#waiting.filter(({ kind }) => kind === 'priority');
      return;
    }
    this.#sinceHeading = 0;
    if (this.#state !== 'closed') {
      yield event;
      return;
    }
    // The last priority introduced before the table is the plan's; one named earlier was only spoken of.
    if (event.kind === 'priority') this.#waiting = [];
    this.#waiting.push(event);
    if (this.#columns !== null && (event.kind === 'priority' || (event.kind === 'outcome' && event.saysSo))) {
      this.#state = 'expecting';
      yield* this.#waiting;
      this.#waiting = [];
    }
  }
}

function tableOf(row: Row): number | string | undefined {
  return row.place.table ?? row.place.sheet;
}

/** A row by its first words carries a reference of several levels, so it belongs to a plan wherever it stands. */
function showsReference(row: Row): boolean {
  return row.cells.slice(0, 2).some((cell) => /^\d{1,2}\.\d{1,2}\.\d{1,3}/.test(cell.text));
}

function wordsEvent(
  text: string,
  place: Place,
  expectsObjectives: boolean,
  from: Block['kind'],
): PlanEvent | null {
  const priority = readPriorityHeading(text, from === 'row' ? 'across-a-table' : 'words');
  if (priority !== null) return { kind: 'priority', ...priority, place };
  const outcome = readOutcomeHeading(text);
  const heads = from === 'heading' || (from === 'row' && text.length > SHORTEST_OUTCOME);
  if (outcome !== null && (outcome.saysSo || heads)) return { kind: 'outcome', ...outcome, place };
  const objectives = readObjectivesLabel(text);
  if (objectives !== null) return { kind: 'objectives', text: objectives, place };
  const accountable = readAccountable(text);
  if (accountable !== null) return { kind: 'accountable', text: accountable, place };
  return expectsObjectives ? { kind: 'objectives', text, place } : null;
}

/** The one filled cell of a row, where it is the first and holds words: neither tags nor a reference, which belong to a row. */
function aloneInFront(row: Row, tags: TagReader): Cell | null {
  const filled = row.cells.filter((cell) => cell.text !== '');
  const [only] = filled;
  if (filled.length !== 1 || only === undefined || row.cells[0] !== only) return null;
  const { text } = only;
  if (tags.takeWhole(text) !== null || wholeRef(text) !== null || /^\p{Ll}/u.test(text)) return null;
  const ref = leadingRef(text);
  return ref !== null && readOutcomeHeading(text) === null && depthOf(ref.ref) > 1 ? null : only;
}

function rowOf(block: Row, columns: readonly Column[], directory: LeadDirectory): PlanRow {
  const filled = block.cells.filter((cell) => cell.text !== '');
  const only = filled.length === 1 ? (filled[0] ?? null) : null;
  // A sheet keeps each cell in its column, so that a full row of it has slid nowhere, however odd its words.
  const { row, table } = block.place;
  const whole = block.cells.length === columns.length && block.cells.every(({ span }) => (span ?? 1) === 1);
  const ofSheet = row !== undefined && table === undefined && whole;
  const aligned = ofSheet
    ? { cells: block.cells, shifted: false }
    : alignRow(block.cells, columns, directory);
  const cells = new Map<ColumnRole, Cell>();
  aligned.cells.forEach((cell, index) => {
    const role = columns[index]?.role ?? 'ignore';
    if (role === 'ignore' || cell.text === '') return;
    const there = cells.get(role);
    cells.set(
      role,
      there === undefined
        ? cell
        : { text: `${there.text} ${cell.text}`, parts: [...there.parts, ...cell.parts] },
    );
  });
  return { cells, only, shifted: aligned.shifted, place: block.place };
}
