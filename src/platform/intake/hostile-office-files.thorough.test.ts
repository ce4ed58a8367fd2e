import { describe, expect, it } from 'vitest';
import { makeZip } from './testing/make-zip.ts';
import { makeCompoundFile, makeDocx, makeXlsx, textCell, wordParagraph } from './testing/office-files.ts';
import { planAsDocx } from './testing/plan-files.ts';
import {
  BILLION_LAUGHS,
  half,
  refusalOf,
  SAYS_WHAT_TO_DO,
  type RefusedFile,
} from './testing/refused-files.ts';

const bomb = (): Buffer => Buffer.alloc(200 * 1024 * 1024, 0x20);
const outside = '<!DOCTYPE w:document [<!ENTITY secret SYSTEM "file:///etc/passwd">]>';

const files: readonly RefusedFile[] = [
  {
    what: 'a Word document without words',
    fileName: 'plan.docx',
    bytes: () => makeDocx('<w:p/>'),
    reason: 'empty',
    says: 'plan.docx holds no text.',
  },
  {
    what: 'a zip bomb in a Word document',
    fileName: 'plan.docx',
    bytes: () => makeDocx('', { extra: [{ path: 'word/media/a.xml', content: bomb() }] }),
    reason: 'expands-too-far',
    says: 'plan.docx unpacks to',
  },
  {
    what: 'a zip bomb that lies about its size',
    fileName: 'plan.docx',
    bytes: () => makeDocx('', { extra: [{ path: 'word/a.xml', content: bomb(), claims: 1000 }] }),
    reason: 'damaged',
    says: 'plan.docx is damaged',
  },
  {
    what: 'a part that grows to 70 MB',
    fileName: 'plan.xlsx',
    bytes: () => makeXlsx(`<row r="1">${textCell('A1', 'abcdefgh'.repeat(20))}</row>`.repeat(350_000)),
    reason: 'expands-too-far',
    says: 'plan.xlsx unpacks to',
  },
  {
    what: 'more files in a zip than any document has',
    fileName: 'plan.docx',
    bytes: () =>
      makeZip(Array.from({ length: 10_001 }, (_, index) => ({ path: `word/${index}.xml`, content: '' }))),
    reason: 'expands-too-far',
    says: 'plan.docx unpacks to 10,001 files',
  },
  {
    what: 'names that climb out of the zip',
    fileName: 'plan.docx',
    bytes: () => makeDocx('', { extra: [{ path: '../../etc/cron.d/x.xml', content: 'x' }] }),
    reason: 'damaged',
    says: 'plan.docx holds files whose names point outside it',
  },
  {
    what: 'the same name twice in a zip',
    fileName: 'plan.docx',
    bytes: () => makeDocx('', { extra: [{ path: 'word/document.xml', content: 'x' }] }),
    reason: 'damaged',
    says: 'plan.docx is damaged',
  },
  {
    what: 'half a zip',
    fileName: 'plan.docx',
    bytes: () => half(planAsDocx()),
    reason: 'damaged',
    says: 'plan.docx is damaged or was cut short',
  },
  {
    what: 'a locked Word document',
    fileName: 'plan.docx',
    bytes: () => makeCompoundFile('EncryptedPackage'),
    reason: 'password-protected',
    says: 'plan.docx is locked with a password.',
  },
  {
    what: 'a locked zip',
    fileName: 'plan.xlsx',
    bytes: () => makeZip([{ path: 'xl/workbook.xml', content: 'x', encrypted: true }]),
    reason: 'password-protected',
    says: 'plan.xlsx is locked with a password.',
  },
  {
    what: 'an old Word document',
    fileName: 'plan.doc',
    bytes: () => makeCompoundFile('WordDocument'),
    reason: 'not-a-document',
    says: 'plan.doc is an old Word document (.doc). Open it in Word, save it as .docx, and try again.',
  },
  {
    what: 'an old workbook',
    fileName: 'plan.xls',
    bytes: () => makeCompoundFile('Workbook'),
    reason: 'not-a-document',
    says: 'plan.xls is an old Excel workbook (.xls).',
  },
  {
    what: 'an Outlook message',
    fileName: 'plan.msg',
    bytes: () => makeCompoundFile('__substg1.0_0037001F'),
    reason: 'not-a-document',
    says: 'plan.msg is a saved e-mail.',
  },
  {
    what: 'a macro-enabled Word document',
    fileName: 'plan.docm',
    bytes: () => makeDocx(wordParagraph('a'), { macros: true }),
    reason: 'has-macros',
    says: 'plan.docm holds macros',
  },
  {
    what: 'a macro-enabled workbook',
    fileName: 'plan.xlsm',
    bytes: () => makeXlsx('', { macros: true }),
    reason: 'has-macros',
    says: 'save it as a plain Excel workbook (.xlsx)',
  },
  {
    what: 'a macro hidden in a plain Word document',
    fileName: 'plan.docx',
    bytes: () => makeDocx(wordParagraph('a'), { extra: [{ path: 'word/vbaProject.bin', content: 'x' }] }),
    reason: 'has-macros',
    says: 'save it as a plain Word document (.docx)',
  },
  {
    what: 'an Excel 4 macro sheet',
    fileName: 'plan.xlsx',
    bytes: () => makeXlsx('', { extra: [{ path: 'xl/macrosheets/sheet1.xml', content: 'x' }] }),
    reason: 'has-macros',
    says: 'plan.xlsx holds macros',
  },
  {
    what: 'an external entity',
    fileName: 'plan.docx',
    bytes: () => makeDocx(wordParagraph('&secret;'), { doctype: outside }),
    reason: 'damaged',
    says: 'plan.docx holds entity definitions',
  },
  {
    what: 'a billion BILLION_LAUGHS in a Word document',
    fileName: 'plan.docx',
    bytes: () => makeDocx(wordParagraph('&j;'), { doctype: BILLION_LAUGHS }),
    reason: 'damaged',
    says: 'plan.docx holds entity definitions',
  },
  {
    what: 'a billion BILLION_LAUGHS in UTF-16',
    fileName: 'plan.xlsx',
    bytes: () =>
      makeXlsx('', {
        extra: [{ path: 'xl/sharedStrings.xml', content: Buffer.from(BILLION_LAUGHS, 'utf16le') }],
      }),
    reason: 'damaged',
    says: 'plan.xlsx holds entity definitions',
  },
  {
    what: 'a sheet 16,384 columns wide',
    fileName: 'plan.xlsx',
    bytes: () => makeXlsx(`<row r="1">${textCell('A1', 'Ref')}${textCell('XFD1', 'x')}</row>`),
    reason: 'expands-too-far',
    says: 'The sheet “Plan” of plan.xlsx reaches to row 1 and column 16,384.',
  },
  {
    what: 'a row that Excel does not have',
    fileName: 'plan.xlsx',
    bytes: () => makeXlsx(`<row r="999999999"></row>`),
    reason: 'damaged',
    says: 'The sheet “Plan” of plan.xlsx names rows or columns that Excel does not have.',
  },
  {
    what: 'a workbook that is damaged inside',
    fileName: 'plan.xlsx',
    bytes: () => makeXlsx('<row r="1"><c r="A1" t="s"><v>7</v></c></row>'),
    reason: 'damaged',
    says: 'plan.xlsx is a workbook that is damaged inside.',
  },
  {
    what: 'a Word document that is damaged inside',
    fileName: 'plan.docx',
    bytes: () => makeDocx('<w:p><w:r>'),
    reason: 'damaged',
    says: 'plan.docx is a Word document that is damaged inside.',
  },
  {
    what: 'an OpenDocument text',
    fileName: 'plan.odt',
    bytes: () => makeZip([{ path: 'mimetype', content: 'application/vnd.oasis.opendocument.text' }]),
    reason: 'not-a-document',
    says: 'plan.odt is an OpenDocument text.',
  },
  {
    what: 'a zip of documents',
    fileName: 'plan.zip',
    bytes: () => makeZip([{ path: 'plan.docx', content: 'x' }]),
    reason: 'not-a-document',
    says: 'plan.zip is a zip file, not a document.',
  },
];

describe('Word and Excel files that cannot be read', () => {
  it.each(files)('$what', async (file) => {
    const { reason, sentence } = await refusalOf(file);
    expect(reason).toBe(file.reason);
    expect(sentence).toContain(file.says);
    expect(sentence).toMatch(SAYS_WHAT_TO_DO);
  });
});
