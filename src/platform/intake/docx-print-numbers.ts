import { ListCounter } from './docx-list-counter.ts';
import { type Numbering, readNumbering } from './docx-numbering.ts';
import { readTags } from './xml-tags.ts';

/** Says that a paragraph stands in no list (ECMA-376 Part 1, 17.9.18). */
const NO_LIST = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="0"/></w:numPr>';

/** What the properties of one paragraph say of its number. */
interface Paragraph {
  /** Where its properties begin and end inside their tags; undefined until they are met. */
  inside: number | undefined;
  list: string | undefined;
  level: number | undefined;
  style: string | undefined;
  numberTags: { start: number; end: number } | undefined;
}

/**
 * Writes the numbers that Word prints by itself into the words of the document, so that a column of references that nobody
 * typed (1.1, 1.2, ...) is read like one that somebody did. Bullets stay bullets.
 * @returns the XML of the document, changed only where a number stands
 */
export function printNumbers(documentXml: string, numberingXml: string, stylesXml: string): string {
  const numbering = readNumbering(numberingXml, stylesXml);
  if (numbering.lists.size === 0) return documentXml;
  const counter = new ListCounter();
  const paragraphs: Paragraph[] = [];
  // Properties as they were before a tracked change stand inside the properties, and count for nothing.
  let before = 0;
  const pieces: string[] = [];
  let copied = 0;
  const replace = (start: number, end: number, text: string): void => {
    pieces.push(documentXml.slice(copied, start), text);
    copied = end;
  };

  readTags(documentXml, {
    open: (tag, attributes, at) => {
      const paragraph = paragraphs.at(-1);
      if (tag === 'p') {
        paragraphs.push({
          inside: undefined,
          list: undefined,
          level: undefined,
          style: undefined,
          numberTags: undefined,
        });
      } else if (tag === 'pprchange') before += 1;
      else if (paragraph === undefined || before > 0) return;
      else if (tag === 'ppr') paragraph.inside = at.end;
      else if (tag === 'pstyle') paragraph.style = attributes.get('val');
      else if (tag === 'ilvl') paragraph.level = Number(attributes.get('val') ?? 0);
      else if (tag === 'numid') paragraph.list = attributes.get('val');
      else if (tag === 'numpr') paragraph.numberTags = at;
    },
    close: (tag, at) => {
      const paragraph = paragraphs.at(-1);
      if (tag === 'p') paragraphs.pop();
      else if (tag === 'pprchange') before -= 1;
      else if (paragraph === undefined || before > 0) return;
      else if (tag === 'numpr' && paragraph.numberTags !== undefined) {
        paragraph.numberTags = { start: paragraph.numberTags.start, end: at.end };
      } else if (tag === 'ppr' && paragraph.inside !== undefined && paragraph.inside < at.end) {
        const number = numberOf(paragraph, numbering, counter);
        if (number === undefined) return;
        const tags = paragraph.numberTags ?? { start: at.start, end: at.start };
        replace(tags.start, tags.end, NO_LIST);
        replace(at.end, at.end, `<w:r><w:t xml:space="preserve">${escape(number)} </w:t></w:r>`);
      }
    },
  });
  pieces.push(documentXml.slice(copied));
  return pieces.join('');
}

function numberOf(paragraph: Paragraph, numbering: Numbering, counter: ListCounter): string | undefined {
  const style = numbering.styles.get(paragraph.style ?? '');
  const list = numbering.lists.get(paragraph.list ?? style?.list ?? '');
  if (list === undefined) return undefined;
  return counter.next(list, paragraph.level ?? style?.level ?? 0);
}

function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
