/** What is left of a cell or a line once a printed page number is taken out of it, and that number. */
export interface WithoutPageNumber {
  readonly text: string;
  readonly page: number | null;
}

/** Longest remainder beside a page number that can still be a margin ("1.1 Page 71") and not a sentence about a page. */
const LONGEST_MARGIN = 14;

const PAGE = /(?:^|\s)page\s+(\d{1,4})(?:\s+of\s+\d{1,4})?(?=\s|$)/i;

/**
 * Takes a page number out of a margin. "Page 39 1.1" is the number 39 and the text "1.1"; "see page 4 of the report"
 * is a sentence and stays as it is.
 */
export function withoutPageNumber(text: string): WithoutPageNumber {
  const found = PAGE.exec(text);
  if (found === null) return { text, page: null };
  const rest = `${text.slice(0, found.index)} ${text.slice(found.index + found[0].length)}`.trim();
  const isMargin = rest === '' || (rest.length <= LONGEST_MARGIN && /^[\d.()*\s]*$/.test(rest));
  return isMargin ? { text: rest, page: Number(found[1]) } : { text, page: null };
}
