import {
  ExternalHyperlink,
  InternalHyperlink,
  Paragraph,
  TextRun,
  type IParagraphOptions,
  type ParagraphChild,
} from 'docx';
import { stateLooks, type State } from '../charts/state-shapes.ts';
import type { Inline, Text } from './document.ts';
import { paperNumbering, paperStyles } from './docx-styles.ts';

/**
 * The shape of a state as a character, for Word, whose computer always has a face that draws it. The word stands
 * beside it, as everywhere.
 */
export const stateCharacters: Readonly<Record<State, string>> = {
  sustained: '\u25C9',
  verified: '\u2714',
  'complete-unproven': '\u25D0',
  'on-course': '\u25CF',
  'at-risk': '\u25B2',
  late: '\u25A0',
  'cannot-be-judged': '\u2013',
  'not-started': '\u25CB',
};

/** Alignment, tab stops and the like: everything of a paragraph but its words. */
export type ParagraphLook = Exclude<IParagraphOptions, string>;

/** Running text as the runs of a Word paragraph. */
export function docxRuns(text: Text, bold = false): ParagraphChild[] {
  return text.flatMap((run) => docxRun(run, bold));
}

function docxRun(run: Inline, bold: boolean): ParagraphChild[] {
  if (typeof run === 'string') return run === '' ? [] : [new TextRun({ text: run, bold })];
  switch (run.kind) {
    case 'strong':
      return [new TextRun({ text: run.text, bold: true })];
    case 'break':
      return [new TextRun({ break: 1 })];
    case 'state':
      return [
        new TextRun({ text: `${stateCharacters[run.state]} `, color: stateLooks[run.state].colour.slice(1) }),
        new TextRun({ text: run.text ?? stateLooks[run.state].word, bold }),
      ];
    default:
      return [docxLink(run.text, run.href, bold || run.kind === 'reference')];
  }
}

function docxLink(text: string, href: string | undefined, bold: boolean): ParagraphChild {
  if (href === undefined) return new TextRun({ text, bold });
  const children = [new TextRun({ text, bold, style: 'Hyperlink' })];
  return href.startsWith('#')
    ? new InternalHyperlink({ anchor: href.slice(1), children })
    : new ExternalHyperlink({ link: href, children });
}

/** Items as the paragraphs of a Word list. `instance` tells one numbered list from the next. */
export function docxList(
  items: readonly Text[],
  list: { ordered: boolean; instance: number },
  options: ParagraphLook = {},
): Paragraph[] {
  const reference = list.ordered ? paperNumbering.numbers : paperNumbering.bullets;
  return items.map(
    (item) =>
      new Paragraph({
        ...options,
        numbering: { reference, level: 0, instance: list.instance },
        contextualSpacing: true,
        children: docxRuns(item),
      }),
  );
}

/** A paragraph in one of the paper's own styles. */
export function docxStyled(
  style: keyof typeof paperStyles,
  children: ParagraphChild[],
  options: ParagraphLook = {},
): Paragraph {
  return new Paragraph({ ...options, style: paperStyles[style], children });
}
