import { decodeText } from './decode-text.ts';
import { tooMuch } from './document-builder.ts';
import { type DelimiterGuess, guessDelimiter } from './csv-delimiter.ts';
import { fileEnding, printableFileName } from './file-name.ts';
import { MAX_BLOCKS, MAX_FILE_BYTES, megabytes } from './limits.ts';
import { compoundFileRefusal } from './compound-file.ts';
import { readCsv } from './read-csv.ts';
import { readHtml } from './read-html.ts';
import { readTextFile } from './read-text-file.ts';
import { Refusal } from './refusal.ts';
import { sniffFormat, sniffText } from './sniff-format.ts';
import type { OpenedFile, SourceDocument } from './source-document.ts';

/** A file as a person gave it: the name is theirs and only a hint, the bytes are what counts. */
export interface GivenFile {
  readonly fileName: string;
  readonly bytes: Uint8Array;
}

/**
 * Reads a file of any known format into headings, paragraphs and table rows, each with its place. The format is decided by
 * what stands in the file. Never throws: a file that cannot be read comes back as one sentence that says why and what to do.
 *
 * It bounds what it unpacks and counts, but a hostile file can still cost time and memory here; whoever takes files from
 * strangers lets `readApart` do this.
 */
export async function openFile(file: GivenFile): Promise<OpenedFile> {
  const name = printableFileName(file.fileName);
  try {
    refuseSize(name, file.bytes.length);
    const document = await read(file, name);
    if (document.blocks.length === 0) throw nothingInIt(name, document.format);
    if (document.blocks.length > MAX_BLOCKS) {
      throw tooMuch(name, `more than ${MAX_BLOCKS.toLocaleString('en-GB')} paragraphs and rows`);
    }
    return { kind: 'opened', document };
  } catch (error) {
    if (error instanceof Refusal) return error.file;
    // A library failed in a way none of the readers foresaw. To the person this is a damaged file, whatever the cause.
    return {
      kind: 'unreadable',
      reason: 'damaged',
      sentence: `${name} could not be read: something inside it is damaged. Open it in the program it came from, save it as a new file, and try again.`,
    };
  }
}

/** Refuses a file by its size alone. @throws Refusal */
export function refuseSize(name: string, bytes: number, most = MAX_FILE_BYTES): void {
  if (bytes === 0) throw new Refusal('empty', `${name} is empty. Choose the file with the plan in it.`);
  if (bytes <= most) return;
  throw new Refusal(
    'too-large',
    `${name} is ${megabytes(bytes)}. Files up to ${megabytes(most)} can be read. Save it without pictures, or as text, and try again.`,
  );
}

async function read(file: GivenFile, name: string): Promise<SourceDocument> {
  const sniffed = sniffFormat(file.bytes);
  // The larger readers are loaded only for a file that needs them: a child that opens one text starts in half the time.
  if (sniffed.kind === 'zip') {
    const { openOfficeFile } = await import('./open-office-file.ts');
    return openOfficeFile(file.fileName, name, file.bytes);
  }
  if (sniffed.kind === 'pdf') {
    const { readPdf } = await import('./read-pdf.ts');
    return readPdf(file.fileName, name, file.bytes);
  }
  if (sniffed.kind === 'compound') throw compoundFileRefusal(name, file.bytes);
  if (sniffed.kind === 'other') throw new Refusal('not-a-document', `${name} is ${sniffed.what}`);
  const { text, remarks } = decodeText(name, file.bytes);
  const document = readDecoded(file.fileName, name, text);
  return { ...document, remarks: [...remarks, ...document.remarks] };
}

function readDecoded(fileName: string, name: string, text: string): SourceDocument {
  const kind = sniffText(fileName, text);
  if (kind === 'html') return readHtml(fileName, name, text);
  if (kind === 'xml' || kind === 'mail') throw new Refusal('not-a-document', `${name} is ${NOT_TEXT[kind]}`);
  const guess = guessDelimiter(text);
  if (kind === 'csv' || looksLikeCsv(fileName, guess)) return readCsv(fileName, name, text, guess.delimiter);
  return readTextFile(fileName, text);
}

const NOT_TEXT = {
  xml: 'an XML file. Open it in the program it came from, save it as a Word document (.docx), workbook (.xlsx) or text, and try again.',
  mail: 'a saved e-mail or web archive. Open it, save the plan itself as a Word document (.docx) or text, and try again.',
};

/** A CSV under another name: at least three rows, every one cut by commas or semicolons into the same three or more columns. */
function looksLikeCsv(fileName: string, guess: DelimiterGuess): boolean {
  if (fileEnding(fileName) === 'md') return false;
  // Text with tabs is left to the text reader, which reads rows among paragraphs.
  return guess.delimiter !== '\t' && guess.regular && guess.rows >= 3 && guess.columns >= 3;
}

function nothingInIt(name: string, format: SourceDocument['format']): Refusal {
  if (format !== 'pdf')
    return new Refusal('empty', `${name} holds no text. Choose the file with the plan in it.`);
  return new Refusal(
    'not-a-document',
    `${name} has pages but no words that can be selected: it may be a scan. Ask for the document it was made from, or have the words recognised first.`,
  );
}
