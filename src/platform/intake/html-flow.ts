import type { DefaultTreeAdapterTypes } from 'parse5';
import type { PrintedLine } from './printed-lines.ts';

export type HtmlElement = DefaultTreeAdapterTypes.Element;
export type HtmlParent = DefaultTreeAdapterTypes.ParentNode;
type HtmlNode = DefaultTreeAdapterTypes.ChildNode;

/** Told of each thing as it comes by in the page, in order. `line` is the line of the source it starts on. */
export interface FlowReader {
  heading(level: number, text: string, line: number | undefined): void;
  paragraph(lines: readonly PrintedLine[], line: number | undefined): void;
  table(table: HtmlElement): void;
}

const NEVER_PRINTED = new Set([
  'script',
  'style',
  'template',
  'noscript',
  'head',
  'title',
  'iframe',
  'object',
  'embed',
  'svg',
  'math',
  'canvas',
  'audio',
  'video',
  'select',
  'textarea',
  'button',
  'input',
  'noframes',
  'noembed',
]);

const STARTS_A_LINE = new Set([
  'address',
  'article',
  'aside',
  'blockquote',
  'body',
  'caption',
  'center',
  'dd',
  'details',
  'dialog',
  'dir',
  'div',
  'dl',
  'dt',
  'fieldset',
  'figcaption',
  'figure',
  'footer',
  'form',
  'header',
  'hgroup',
  'hr',
  'html',
  'legend',
  'li',
  'main',
  'menu',
  'nav',
  'ol',
  'p',
  'pre',
  'search',
  'section',
  'summary',
  'tbody',
  'td',
  'tfoot',
  'th',
  'thead',
  'tr',
  'ul',
]);

/**
 * Walks a page as it prints: headings, paragraphs, the items of lists (each a paragraph of one bullet) and tables.
 * Scripts, styles, forms and what is marked hidden are passed over. It calls itself as deep as elements stand in one
 * another, which the parser keeps within `MAX_HTML_DEPTH`.
 */
export function walkFlow(root: HtmlParent, reader: FlowReader): void {
  let lines: PrintedLine[] = [];
  let text = '';
  let bullet = false;
  let startsOn: number | undefined;

  const endLine = (): void => {
    if (text.trim() === '') {
      text = '';
      return;
    }
    lines.push({ text, bullet });
    text = '';
    bullet = false;
  };
  const endParagraph = (): void => {
    endLine();
    if (lines.length > 0) reader.paragraph(lines, startsOn);
    lines = [];
    startsOn = undefined;
  };

  const visit = (node: HtmlNode, keepsLines: boolean): void => {
    if (node.nodeName === '#text' && 'value' in node) {
      if (startsOn === undefined && node.value.trim() !== '') startsOn = node.sourceCodeLocation?.startLine;
      if (!keepsLines) {
        text += node.value;
        return;
      }
      const [first = '', ...rest] = node.value.split('\n');
      text += first;
      for (const line of rest) {
        endLine();
        text += line;
      }
      return;
    }
    if (!('tagName' in node) || NEVER_PRINTED.has(node.tagName) || isHidden(node)) return;
    const level = /^h([1-6])$/.exec(node.tagName)?.[1];
    if (node.tagName === 'br') endLine();
    else if (node.tagName === 'table') {
      endParagraph();
      reader.table(node);
    } else if (level !== undefined) {
      endParagraph();
      readHeading(node, Number(level), reader);
    } else if (STARTS_A_LINE.has(node.tagName)) {
      endParagraph();
      if (node.tagName === 'li') bullet = true;
      for (const child of node.childNodes) visit(child, keepsLines || node.tagName === 'pre');
      endParagraph();
      if (node.tagName === 'li') bullet = false;
    } else {
      for (const child of node.childNodes) visit(child, keepsLines);
    }
  };

  for (const child of root.childNodes) visit(child, false);
  endParagraph();
}

/** A heading is its own text; a table that an editor wrapped in a heading still comes out as a table. */
function readHeading(element: HtmlElement, level: number, reader: FlowReader): void {
  const line = element.sourceCodeLocation?.startLine;
  const words: string[] = [];
  const tables: HtmlElement[] = [];
  walkFlow(element, {
    heading: (_level, text) => words.push(text),
    paragraph: (lines) => words.push(...lines.map((each) => each.text)),
    table: (table) => tables.push(table),
  });
  reader.heading(level, words.join(' '), line);
  for (const table of tables) reader.table(table);
}

function isHidden(element: HtmlElement): boolean {
  return element.attrs.some(
    (attribute) =>
      attribute.name === 'hidden' ||
      (attribute.name === 'style' && /display\s*:\s*none/i.test(attribute.value)),
  );
}
