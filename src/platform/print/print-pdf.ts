import { paperTemplate } from './paper-template.ts';
import type { PrintDocument } from './document.ts';
import { paperData } from './paper-data.ts';
import type { Typesetter } from './pdf-press.ts';
import { prepareDocument } from './prepare-document.ts';

export interface PdfPrint {
  readonly bytes: Uint8Array;
  readonly pages: number;
  /** Characters that no face of ours has; each is printed as an empty box. Usually none. */
  readonly charactersNotPrinted: readonly string[];
}

/** Stands where a character has no glyph, so that a reader sees something is missing. */
const missing = '\u25A1';

/**
 * A paper as a tagged PDF (PDF/UA-1): headings, table headers, links, reading order, language and title are in the
 * file for a screen reader, and the standard is checked as it is written. The same paper gives the same bytes.
 *
 * A character without a glyph would make the standard refuse the whole paper, so the compiler's complaint is read, the
 * character printed as an empty box, and the caller told which.
 * @throws Error when the template does not compile: a fault of ours, never of what the paper says
 */
export async function printPdf(document: PrintDocument, typesetter: Typesetter): Promise<PdfPrint> {
  const prepared = prepareDocument(document, 'paper');
  // The file's own clock begins in 1970; a paper may be older.
  const timestamp = Math.max(0, Date.parse(`${prepared.cover.date}T00:00:00Z`) / 1000);
  const notPrinted = new Set<string>();
  let data = paperData(prepared);
  for (;;) {
    const result = await typesetter.set({ source: paperTemplate, data, timestamp });
    if (result.kind === 'set') {
      return { bytes: result.pdf, pages: result.pages, charactersNotPrinted: [...notPrinted] };
    }
    const lacking = charactersWithoutGlyph(result.words).filter((character) => !notPrinted.has(character));
    if (lacking.length === 0) throw new Error(`The paper could not be set: ${result.words}`);
    for (const character of lacking) notPrinted.add(character);
    data = replaceCharacters(data, lacking);
  }
}

/** The characters the compiler names in `the text "..." could not be displayed`. Plain letters are never among them. */
export function charactersWithoutGlyph(words: string): readonly string[] {
  const named = [...words.matchAll(/the text `\\*"(.*?)\\*"` could not be displayed/gs)].map(
    (match) => match[1] ?? '',
  );
  const text = named
    .join('')
    .replaceAll(/\\*u\{([0-9a-f]+)\}/g, (_, code: string) => String.fromCodePoint(Number.parseInt(code, 16)));
  return [...new Set(text)].filter((character) => character > '\u007F');
}

function replaceCharacters(data: string, characters: readonly string[]): string {
  const any = new RegExp(
    characters.map((character) => `\\u{${character.codePointAt(0)?.toString(16)}}`).join('|'),
    'gu',
  );
  return data.replaceAll(any, missing);
}
