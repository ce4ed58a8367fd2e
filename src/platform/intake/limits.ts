/**
 * How much of a file is taken in before it is refused. Each number is far above any real plan and far below what
 * would trouble a small server: the plan of a large county is 0.2 MB of text, about 3,000 blocks.
 */

const MEGABYTE = 1024 * 1024;

/** Largest file, in bytes, as it was sent. */
export const MAX_FILE_BYTES = 25 * MEGABYTE;

/** Most that the parts of a .docx or .xlsx which are read may come to once unpacked, in bytes. */
export const MAX_UNPACKED_BYTES = 64 * MEGABYTE;

/** Most that everything in a .docx or .xlsx may claim to come to, pictures included (they are never unpacked), in bytes. */
export const MAX_CLAIMED_BYTES = 500 * MEGABYTE;

/** Most files inside one .docx or .xlsx. A long illustrated report has a few hundred. */
export const MAX_ZIP_ENTRIES = 10_000;

/** A part larger than 10 MB that shrank more than this many times was made to do harm: office documents shrink 10 to 50 times. */
export const MAX_SHRINKAGE = 250;

/** How deep HTML elements may stand in one another. Browsers stop at 512; a table in a table in a list needs about 20. */
export const MAX_HTML_DEPTH = 1_000;

/** Most columns of one table. Excel itself allows 16,384, and no plan has 100. */
export const MAX_COLUMNS = 1_000;

/** Most headings, paragraphs and table rows of one document. A pack of 1,000 pages has about 50,000. */
export const MAX_BLOCKS = 100_000;

/** Most table cells of one document. */
export const MAX_CELLS = 300_000;

/** Most characters of text of one document. */
export const MAX_CHARACTERS = 10_000_000;

/** Most pages of one PDF. */
export const MAX_PAGES = 3_000;

/** The bytes as a person reads them: "50 MB", "25.1 MB", rounded up so that a file over the limit never reads as the limit. */
export function megabytes(bytes: number): string {
  return `${(Math.ceil((bytes / MEGABYTE) * 10) / 10).toLocaleString('en-GB')} MB`;
}
