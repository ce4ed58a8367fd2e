import { MAX_BLOCKS, MAX_CELLS, MAX_CHARACTERS } from './limits.ts';
import { foldSpace, partsOf, type PrintedLine, textOf } from './printed-lines.ts';
import { Refusal } from './refusal.ts';
import type { Block, Cell, Place, SourceDocument } from './source-document.ts';

/** Collects the blocks of one document in order, and refuses once there are more than anybody could review. */
export class DocumentBuilder {
  readonly name: string;
  readonly #format: SourceDocument['format'];
  readonly #fileName: string;
  readonly #blocks: Block[] = [];
  readonly #remarks: string[] = [];
  #cells = 0;
  #characters = 0;

  /** `fileName` as it was given; `name` as it may be printed in a sentence. */
  constructor(fileName: string, name: string, format: SourceDocument['format']) {
    this.#fileName = fileName;
    this.name = name;
    this.#format = format;
  }

  heading(level: number, text: string, place: Place): void {
    const folded = foldSpace(text);
    if (folded !== '') this.#push({ kind: 'heading', level, text: folded, place }, folded.length);
  }

  /** A paragraph; one that is a single item of a list has the item's own words for its text. */
  paragraph(lines: readonly PrintedLine[], place: Place): void {
    const parts = partsOf(lines);
    const text = parts.length === 1 ? (parts[0]?.text ?? '') : textOf(parts);
    if (text !== '') this.#push({ kind: 'paragraph', text, parts, place }, text.length);
  }

  /** A table row. A row with nothing in any cell is left out. */
  row(cells: readonly Cell[], header: boolean, place: Place): void {
    // Counted before it is known to be empty, so that a million empty rows of a thousand cells still end somewhere.
    this.#cells += cells.length;
    if (this.#cells > MAX_CELLS) {
      throw tooMuch(this.name, `more than ${MAX_CELLS.toLocaleString('en-GB')} table cells`);
    }
    if (cells.every((cell) => cell.text === '')) return;
    const characters = cells.reduce((sum, cell) => sum + cell.text.length, 0);
    this.#push({ kind: 'row', cells, header, place }, characters);
  }

  remark(sentence: string): void {
    this.#remarks.push(sentence);
  }

  /** How many blocks there are so far. */
  get size(): number {
    return this.#blocks.length;
  }

  finish(): SourceDocument {
    return {
      fileName: this.#fileName,
      format: this.#format,
      blocks: this.#blocks,
      remarks: this.#remarks,
    };
  }

  #push(block: Block, characters: number): void {
    this.#characters += characters;
    if (this.#blocks.length >= MAX_BLOCKS) {
      throw tooMuch(this.name, `more than ${MAX_BLOCKS.toLocaleString('en-GB')} paragraphs and rows`);
    }
    if (this.#characters > MAX_CHARACTERS) {
      throw tooMuch(this.name, `more than ${MAX_CHARACTERS.toLocaleString('en-GB')} letters of text`);
    }
    this.#blocks.push(block);
  }
}

/** The refusal of a document with more in it than can be read at once. */
export function tooMuch(name: string, what: string): Refusal {
  return new Refusal(
    'expands-too-far',
    `${name} holds ${what}. Keep only the pages or the sheet with the plan, save that as a new file, and try again.`,
  );
}
