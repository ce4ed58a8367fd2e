/**
 * What every file format is turned into before anyone reads meaning into it: a flat list of headings,
 * paragraphs and table rows, each with its place in the file, so that a problem can always be pointed at.
 */

/** Where something stands in the file a person gave us. Every number counts from 1, as the person would. */
export interface Place {
  /** Line of a text file. */
  readonly line?: number;
  /** Last line, where one thing was put together from several. */
  readonly endLine?: number;
  /** Page of a PDF, or the page number printed in the text. */
  readonly page?: number;
  /** Heading or paragraph of a Word document, counted outside its tables. */
  readonly paragraph?: number;
  /** Name of the sheet in a workbook. */
  readonly sheet?: string;
  /** Which table of the document, for formats that have tables. */
  readonly table?: number;
  /** Row of the table or the sheet. */
  readonly row?: number;
}

/** A piece of a cell or paragraph: one run of text, or one bullet of a list. Markup is gone, words are as printed. */
export interface Part {
  readonly kind: 'text' | 'bullet';
  readonly text: string;
}

export interface Cell {
  /** The whole cell as printed, markup removed, white space folded. */
  readonly text: string;
  readonly parts: readonly Part[];
  /** How many columns the cell spans, where the format says so. */
  readonly span?: number;
}

export type Block =
  | { readonly kind: 'heading'; readonly level: number; readonly text: string; readonly place: Place }
  | {
      readonly kind: 'paragraph';
      readonly text: string;
      readonly parts: readonly Part[];
      readonly place: Place;
    }
  | {
      readonly kind: 'row';
      readonly cells: readonly Cell[];
      readonly header: boolean;
      readonly place: Place;
    };

export interface SourceDocument {
  readonly fileName: string;
  readonly format: 'txt' | 'html' | 'docx' | 'xlsx' | 'csv' | 'pdf';
  readonly blocks: readonly Block[];
  /** Things the person should know about the file as a whole ("3 hidden sheets were not read"). */
  readonly remarks: readonly string[];
}

/** Why a file could not be read at all: one sentence that says what happened and what to do. */
export interface UnreadableFile {
  readonly kind: 'unreadable';
  readonly reason:
    | 'empty'
    | 'too-large'
    | 'not-a-document'
    | 'wrong-encoding'
    | 'password-protected'
    | 'has-macros'
    | 'expands-too-far'
    | 'damaged'
    | 'took-too-long'
    | 'server-busy'
    | 'too-much-memory';
  readonly sentence: string;
}

export type OpenedFile = { readonly kind: 'opened'; readonly document: SourceDocument } | UnreadableFile;
