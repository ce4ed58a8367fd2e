import type { ChartSvg } from '../charts/chart-svg.ts';
import type { State } from '../charts/state-shapes.ts';
import type { PlainDay } from '../time/plain-day.ts';

/**
 * A paper as the council writes it, said once and printed three ways: as a web page, as a tagged PDF and as a Word
 * file. Everything here is text and structure; no field holds markup of any kind, so whatever a person typed is
 * printed as they typed it.
 */
export interface PrintDocument {
  readonly title: string;
  readonly language: 'en-GB';
  readonly cover: Cover;
  readonly blocks: readonly Block[];
  /** Where links that begin with `/` lead once the paper has left the site: `https://plan.example.gov.uk`. */
  readonly linkBase?: string;
  /** The council's colour for rules and headings, as `#1d4f4a`. Anything else is ignored. */
  readonly accent?: string;
  /** How the pages lie. Wide tables want landscape. */
  readonly page?: 'portrait' | 'landscape';
}

/** What stands at the head of a paper, in the order it is printed. */
export interface Cover {
  readonly council: string;
  /** Whose paper it is, one a line: `Jenny Whittle, Cabinet Member for Specialist Children's Services`. */
  readonly by: readonly string[];
  /** The body or person it goes to, one a line. */
  readonly to: readonly string[];
  /** The day of the meeting or of the paper. It is also the creation date written into the files. */
  readonly date: PlainDay;
  readonly subject: string;
  /** `Unrestricted`, or what the law says of an exempt paper. Repeated at the head of every page. */
  readonly classification: string;
  /** One paragraph each. */
  readonly summary: readonly Text[];
  /** What the reader is asked to do, numbered. */
  readonly recommendations: readonly Text[];
}

/** A piece of running text. A plain string is the usual case. */
export type Inline =
  | string
  | { readonly kind: 'strong'; readonly text: string }
  | { readonly kind: 'link'; readonly href: string; readonly text: string }
  /** A reference such as IN 3 or 2.1.3, set apart quietly; a link where it leads somewhere. */
  | { readonly kind: 'reference'; readonly text: string; readonly href?: string }
  /** A state of progress: its shape, then its word (another word may be given: `13 late`). */
  | { readonly kind: 'state'; readonly state: State; readonly text?: string }
  | { readonly kind: 'break' };

export type Text = readonly Inline[];

/** The content of a table cell: running text, or a short list. */
export type Cell = Text | { readonly kind: 'list'; readonly items: readonly Text[] };

export interface Column {
  readonly heading: string;
  /** Share of the width of the table, beside the shares of the other columns. */
  readonly width: number;
  /** Numbers stand right. Left unless said. */
  readonly align?: 'left' | 'right';
}

export interface Table {
  readonly kind: 'table';
  readonly caption: string;
  readonly columns: readonly Column[];
  readonly rows: ReadonlyArray<readonly Cell[]>;
  /** The first cell of each row names the row. */
  readonly rowHeader?: boolean;
}

export interface Heading {
  readonly kind: 'heading';
  /** 1 for a section of the paper. A level skipped on the way down is closed up when printed. */
  readonly level: 1 | 2 | 3;
  readonly text: string;
  /** Its name for links within the paper: small letters, digits and hyphens; made so, and made single, when printed. */
  readonly id: string;
}

export interface Figure {
  readonly kind: 'figure';
  readonly svg: ChartSvg;
  /** What the picture shows, for someone who cannot see it. */
  readonly alt: string;
  readonly caption: string;
  /** Where the figures come from, and as at which day. */
  readonly source?: string;
}

export type Block =
  | Heading
  | { readonly kind: 'paragraph'; readonly text: Text }
  | { readonly kind: 'list'; readonly ordered: boolean; readonly items: readonly Text[] }
  | Table
  | Figure
  /** Something that must not be missed, set apart from the text. */
  | { readonly kind: 'note'; readonly text: Text }
  | { readonly kind: 'page-break' }
  /** The list of headings of the paper, with page numbers where there are pages. */
  | { readonly kind: 'contents' };

/** The headings of a paper, in order: what a list of contents shows. */
export function headingsOf(document: PrintDocument): readonly Heading[] {
  return document.blocks.filter((block) => block.kind === 'heading');
}

/** The lines at the head of the paper under their labels, in the order a council prints them. */
export function coverLines(
  cover: Cover,
  dateInWords: string,
): ReadonlyArray<readonly [string, readonly string[]]> {
  return [
    ['By', cover.by],
    ['To', cover.to],
    ['Date', [dateInWords]],
    ['Subject', [cover.subject]],
    ['Classification', [cover.classification]],
  ];
}
