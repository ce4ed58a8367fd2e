import { describe, expect, it } from 'vitest';
import { MAX_FILE_BYTES } from './limits.ts';
import { openFile } from './open-file.ts';
import { lockedPdf } from './testing/locked-pdf.ts';
import { pdfOf, planAsPdf } from './testing/plan-files.ts';
import {
  BILLION_LAUGHS,
  half,
  refusalOf,
  SAYS_WHAT_TO_DO,
  type RefusedFile,
  text,
} from './testing/refused-files.ts';

const files: readonly RefusedFile[] = [
  {
    what: 'an empty file',
    fileName: 'plan.docx',
    bytes: text(''),
    reason: 'empty',
    says: 'plan.docx is empty.',
  },
  {
    what: 'nothing but blank lines',
    fileName: 'plan.txt',
    bytes: text(' \n\t\r\n'),
    reason: 'empty',
    says: 'plan.txt holds no text.',
  },
  {
    what: 'a text of 50 MB',
    fileName: 'plan.txt',
    bytes: () => Buffer.alloc(50 * 1024 * 1024, 'a'),
    reason: 'too-large',
    says: 'plan.txt is 50 MB. Files up to 25 MB can be read. Save it without pictures, or as text, and try again.',
  },
  {
    what: 'one byte too many',
    fileName: 'plan.txt',
    bytes: () => Buffer.alloc(MAX_FILE_BYTES + 1, 'a'),
    reason: 'too-large',
    says: 'plan.txt is 25.1 MB.',
  },
  {
    what: 'half a PDF',
    fileName: 'plan.pdf',
    bytes: () => half(planAsPdf(true)),
    reason: 'damaged',
    says: 'plan.pdf was cut short',
  },
  {
    what: 'a PDF with nothing in it',
    fileName: 'plan.pdf',
    bytes: text('%PDF-1.7\nstartxref\n0\n%%EOF'),
    reason: 'damaged',
    says: 'plan.pdf is a PDF that is damaged inside.',
  },
  {
    what: 'a PDF without words',
    fileName: 'scan.pdf',
    bytes: () => pdfOf('#rect(width: 2cm)', false),
    reason: 'not-a-document',
    says: 'scan.pdf has pages but no words',
  },
  {
    what: 'a locked PDF',
    fileName: 'plan.pdf',
    bytes: () => lockedPdf(),
    reason: 'password-protected',
    says: 'plan.pdf is locked with a password.',
  },
  {
    what: 'a billion BILLION_LAUGHS as XML',
    fileName: 'plan.xml',
    bytes: text(`<?xml version="1.0"?>${BILLION_LAUGHS}<lolz>&j;</lolz>`),
    reason: 'not-a-document',
    says: 'plan.xml is an XML file.',
  },
  {
    what: 'HTML 100,000 levels deep',
    fileName: 'plan.html',
    bytes: text(`<html><body>${'<div>'.repeat(100_000)}x`),
    reason: 'expands-too-far',
    says: 'plan.html has elements more than 1,000 deep in one another.',
  },
  {
    what: 'an HTML table of a million spanned columns',
    fileName: 'plan.html',
    bytes: text(`<table><tr>${'<td colspan=1000>a'.repeat(1000)}</table>`),
    reason: 'expands-too-far',
    says: 'Row 1 of table 1 in plan.html has 1,000,000 columns.',
  },
  {
    what: 'an HTML table of endless spanned rows',
    fileName: 'plan.html',
    bytes: text(`<table><tr>${'<td rowspan=65534>a'.repeat(900)}</tr>${'<tr>'.repeat(60_000)}</table>`),
    reason: 'expands-too-far',
    says: 'plan.html holds more than 300,000 table cells.',
  },
  {
    what: 'a CSV row of a million columns',
    fileName: 'plan.csv',
    bytes: text(`a,b\n${','.repeat(999_999)}`),
    reason: 'expands-too-far',
    says: 'Line 2 of plan.csv has 1,000,000 columns, split at commas. Up to 1,000 can be read.',
  },
  {
    what: 'a quotation mark that never closes',
    fileName: 'plan.csv',
    bytes: text(`a,b\n"c,d\n${'e,f\n'.repeat(100)}`),
    reason: 'damaged',
    says: 'The row that starts on line 2 of plan.csv does not end.',
  },
  {
    what: 'a picture named as text',
    fileName: 'plan.txt',
    bytes: () => Buffer.from('\x89PNG\r\n\x1a\n\0\0\0\rIHDR', 'latin1'),
    reason: 'not-a-document',
    says: 'plan.txt is a picture.',
  },
  {
    what: 'a program named as text',
    fileName: 'plan.txt',
    bytes: () => Buffer.from('MZ\x90\0\x03\0\0\0', 'latin1'),
    reason: 'not-a-document',
    says: 'plan.txt is a program',
  },
  {
    what: 'random bytes named as text',
    fileName: 'plan.txt',
    bytes: () => Buffer.from(Array.from({ length: 5000 }, (_, index) => (index * 7919) % 251)),
    reason: 'not-a-document',
    says: 'plan.txt is not text.',
  },
  {
    what: 'text in an unknown encoding',
    fileName: 'plan.txt',
    bytes: () => Buffer.from('Plan \x81\x8d\x8f text', 'latin1'),
    reason: 'wrong-encoding',
    says: 'plan.txt is text in an encoding that is not known here.',
  },
  {
    what: 'rich text',
    fileName: 'plan.rtf',
    bytes: text('{\\rtf1 plan}'),
    reason: 'not-a-document',
    says: 'plan.rtf is a rich text file (.rtf).',
  },
  {
    what: 'a web archive',
    fileName: 'plan.doc',
    bytes: text('MIME-Version: 1.0\nContent-Type: multipart/related\n\n<html>'),
    reason: 'not-a-document',
    says: 'plan.doc is a saved e-mail or web archive.',
  },
];

describe('files that cannot be read', () => {
  it.each(files)('$what', async (file) => {
    const { reason, sentence } = await refusalOf(file);
    expect(reason).toBe(file.reason);
    expect(sentence).toContain(file.says);
    expect(sentence).toMatch(SAYS_WHAT_TO_DO);
  });
});

describe('names in sentences', () => {
  it.each([
    { fileName: '../../etc/plan.docx', prints: 'plan.docx is empty.' },
    { fileName: 'C:\\Users\\a\\plan.docx', prints: 'plan.docx is empty.' },
    { fileName: 'plan\u202excod.exe', prints: 'planxcod.exe is empty.' },
    { fileName: 'plan\r\nSet-Cookie: a.docx', prints: 'planSet-Cookie: a.docx is empty.' },
    { fileName: `${'long '.repeat(60)}name.docx`, prints: '…' },
    { fileName: '', prints: 'The file is empty.' },
  ])('prints $fileName without its tricks', async ({ fileName, prints }) => {
    const opened = await openFile({ fileName, bytes: new Uint8Array() });
    expect(opened.kind === 'unreadable' && opened.sentence).toContain(prints);
    expect(opened.kind === 'unreadable' && opened.sentence.length).toBeLessThan(200);
  });
});
