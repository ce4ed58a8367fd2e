import { fileEnding } from './file-name.ts';

/** What the first bytes say a file is. `what` completes the sentence "plan.png is ...". */
export type Sniffed =
  | { readonly kind: 'zip' | 'pdf' | 'compound' | 'text' }
  | { readonly kind: 'other'; readonly what: string };

const PICTURE =
  'a picture. Save the plan as a Word document, workbook, PDF or text file with words that can be selected, and try again.';
const ARCHIVE = 'a packed archive. Unpack it, and choose the document inside.';
const PROGRAM = 'a program, not a document. Choose the file with the plan in it.';

const SIGNATURES: readonly (readonly [signature: string, what: string])[] = [
  ['{\\rtf', 'a rich text file (.rtf). Open it in Word, save it as a Word document (.docx), and try again.'],
  ['\x89PNG', PICTURE],
  ['\xff\xd8\xff', PICTURE],
  ['GIF8', PICTURE],
  ['II*\0', PICTURE],
  ['MM\0*', PICTURE],
  ['BM', PICTURE],
  ['\x1f\x8b', ARCHIVE],
  ['Rar!', ARCHIVE],
  ['7z\xbc\xaf', ARCHIVE],
  ['MZ', PROGRAM],
  ['\x7fELF', PROGRAM],
];

/** Decides by content what kind of file this is. Text of any kind is told apart later, once it is decoded. */
export function sniffFormat(bytes: Uint8Array): Sniffed {
  const start = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 1024)).toString('latin1');
  if (start.startsWith('PK\x03\x04') || start.startsWith('PK\x05\x06')) return { kind: 'zip' };
  if (start.startsWith('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1')) return { kind: 'compound' };
  // The standard wants the mark in the first bytes, readers take it anywhere in the first 1,024 (ISO 32000-1, annex H).
  if (start.includes('%PDF-')) return { kind: 'pdf' };
  for (const [signature, what] of SIGNATURES) {
    // Two letters may also begin an honest text ("BM..."): such a one has no control characters after them.
    if (start.startsWith(signature) && (signature.length > 2 || /[\0-\x08]/.test(start))) {
      return { kind: 'other', what };
    }
  }
  return { kind: 'text' };
}

/** Which reader a text is for, by what it looks like and, where that does not tell, by the ending of its name. */
export function sniffText(fileName: string, text: string): 'html' | 'xml' | 'mail' | 'csv' | 'unknown' {
  const start = text.slice(0, 4096).trimStart();
  const ending = fileEnding(fileName);
  if (/^(?:<\?xml[^>]*>\s*)?(?:<!--[\s\S]*?-->\s*)*<(?:!doctype\s+html|html|head|body)\b/i.test(start))
    return 'html';
  if (/^<\?xml|^<!DOCTYPE|^<!ENTITY/i.test(start)) return 'xml';
  if (
    /^(?:MIME-Version|From|Received|Return-Path|Content-Type):/i.test(start) &&
    /^MIME-Version:/im.test(start)
  )
    return 'mail';
  if (/^html?$|^xhtml$/.test(ending) && /<\w+[^>]*>/.test(start)) return 'html';
  if (/^<(?:table|div|p|h[1-6]|ul|section|meta|style)\b/i.test(start)) return 'html';
  return ['csv', 'tsv', 'tab'].includes(ending) ? 'csv' : 'unknown';
}
