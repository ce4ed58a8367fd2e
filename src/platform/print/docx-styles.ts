import {
  AlignmentType,
  convertMillimetersToTwip,
  LevelFormat,
  type INumberingOptions,
  type IStylesOptions,
} from 'docx';

/**
 * How a Word paper looks. Arial, not the face of the page and the PDF: officers edit this file on computers that do
 * not have ours, and Word would put something unknown in its place.
 */
const face = 'Arial';
const quiet = '4A5257';

/** Names of the paragraph styles that are ours, for whoever edits the paper to use. */
export const paperStyles = {
  tableText: 'PaperTableText',
  tableHead: 'PaperTableHead',
  quiet: 'PaperQuiet',
  note: 'PaperNote',
  /** Word's own name for the heading of a list of contents, which leaves it out of the list. */
  contents: 'TOCHeading',
} as const;

/** Names of the two numberings of a paper. */
export const paperNumbering = { bullets: 'paper-bullets', numbers: 'paper-numbers' } as const;

/** The styles of a paper: Word's own headings, title, caption and links, in the accent, and a few of ours. */
export function docxStyles(accent: string): IStylesOptions {
  const colour = accent.slice(1).toUpperCase();
  const heading = (size: number, before: number) => ({
    run: { font: face, size, bold: true, italics: false, color: colour },
    paragraph: { spacing: { before, after: 120 }, keepNext: true },
  });
  return {
    default: {
      document: {
        run: { font: face, size: 23, language: { value: 'en-GB' } },
        paragraph: { spacing: { after: 160, line: 288 } },
      },
      title: {
        run: { font: face, size: 48, bold: true, color: colour },
        paragraph: { spacing: { after: 240 } },
      },
      heading1: heading(32, 400),
      heading2: heading(27, 320),
      heading3: heading(24, 280),
      caption: {
        run: { bold: true, italics: false, size: 23, color: '000000' },
        paragraph: { keepNext: true },
      },
      hyperlink: { run: { color: '0B4F8A', underline: {} } },
    },
    paragraphStyles: [
      { id: paperStyles.contents, name: 'TOC Heading', basedOn: 'Heading1', paragraph: { outlineLevel: 9 } },
      {
        id: paperStyles.tableText,
        name: 'Paper table text',
        basedOn: 'Normal',
        run: { size: 19 },
        paragraph: { spacing: { before: 40, after: 40, line: 252 } },
      },
      {
        id: paperStyles.tableHead,
        name: 'Paper table head',
        basedOn: paperStyles.tableText,
        run: { size: 19, bold: true },
        paragraph: { keepNext: true },
      },
      { id: paperStyles.quiet, name: 'Paper quiet', basedOn: 'Normal', run: { size: 18, color: quiet } },
      {
        id: paperStyles.note,
        name: 'Paper note',
        basedOn: 'Normal',
        paragraph: {
          indent: { left: 284 },
          border: { left: { style: 'single', size: 18, space: 8, color: colour } },
        },
      },
    ],
  };
}

/** Bullets and numbers. Each numbered list of a paper is an instance of its own, so each begins at 1. */
export function docxNumbering(): INumberingOptions {
  const indent = { left: convertMillimetersToTwip(8), hanging: convertMillimetersToTwip(6) };
  const level = { level: 0, alignment: AlignmentType.LEFT, style: { paragraph: { indent } } };
  return {
    config: [
      { reference: paperNumbering.bullets, levels: [{ ...level, format: LevelFormat.BULLET, text: '•' }] },
      { reference: paperNumbering.numbers, levels: [{ ...level, format: LevelFormat.DECIMAL, text: '%1.' }] },
    ],
  };
}
