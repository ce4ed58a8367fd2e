import type { Block, SourceDocument } from '../../../platform/intake/source-document.ts';
import type { Source } from '../../improvement/index.ts';

/** A line, row or paragraph of the file a plan was read from. */
export type PrintedBlock = Block;

/** Far more than any row of a plan was ever put together from. */
const MOST_BLOCKS = 40;

/** Finds what is printed at a place of a file, so that it can stand beside what was read from it. */
export class SourceLines {
  /** What is to be known of the file as a whole: "3 hidden sheets were not read". */
  readonly remarks: readonly string[];
  /** Blocks with line numbers, in the order of their lines. */
  readonly #byLine: readonly Block[];
  readonly #byRow = new Map<string, Block>();

  constructor(document: SourceDocument) {
    this.remarks = document.remarks;
    this.#byLine = document.blocks
      .filter(({ place }) => place.line !== undefined)
      .toSorted((a, b) => (a.place.line ?? 0) - (b.place.line ?? 0));
    for (const block of document.blocks)
      if (block.place.row !== undefined) this.#byRow.set(rowKey(block.place), block);
  }

  /** What is printed there, in order; nothing where the place is not known. */
  at(source: Source): readonly PrintedBlock[] {
    const row = source.row === undefined ? undefined : this.#byRow.get(rowKey(source));
    // A file may hold a whole table in one line, so the row tells more, unless several lines were put together.
    if (row !== undefined && source.endLine === undefined) return [row];
    if (source.line !== undefined) return this.#between(source.line, source.endLine ?? source.line);
    return row === undefined ? [] : [row];
  }

  #between(first: number, last: number): readonly PrintedBlock[] {
    const found: Block[] = [];
    // A block may begin before the line and reach over it, though only by a cell that broke over a few lines.
    for (let at = Math.max(0, this.#firstFrom(first) - MOST_BLOCKS); at < this.#byLine.length; at += 1) {
      const block = this.#byLine[at];
      const line = block?.place.line;
      if (block === undefined || line === undefined || line > last || found.length >= MOST_BLOCKS) break;
      if ((block.place.endLine ?? line) >= first) found.push(block);
    }
    return found;
  }

  /** Where the blocks begin whose line is not before the given one. */
  #firstFrom(line: number): number {
    let low = 0;
    let high = this.#byLine.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.#byLine[middle]?.place.line ?? 0) < line) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

function rowKey({ sheet = '', table = 0, row = 0 }: Source): string {
  return JSON.stringify([sheet, table, row]);
}
