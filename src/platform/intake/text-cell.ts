import { parseFragment, type DefaultTreeAdapterTypes } from 'parse5';
import type { Cell, Part } from './source-document.ts';

/** Elements that stand on their own line, so that the words on either side of them do not run together. */
const BLOCKS = new Set([
  'p',
  'ul',
  'ol',
  'li',
  'div',
  'br',
  'table',
  'tr',
  'td',
  'th',
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
]);

/** Signs that a list item starts here, as extractors print them. */
const BULLET = /[•▪◦‣●\uF0B7\u00B7]/;

/** What is never words: its content is dropped with it. */
const SILENT = new Set(['script', 'style', 'template', 'title']);

/** Deeper nesting than any document has; below it the words are still kept, flat. */
const DEEPEST = 200;

/**
 * Reads one cell or paragraph: plain words, or a fragment of HTML as extraction tools leave it, with lists that
 * never close and bullets as characters. Markup goes, words stay as printed, white space is folded.
 */
export function readCell(raw: string): Cell {
  const collector = new Parts();
  if (raw.includes('<') || raw.includes('&')) collectNodes(parseFragment(raw).childNodes, collector);
  else collector.words(raw);
  return cellOf(collector.finish());
}

/** Puts a cell together from its parts; bullets keep their sign in the text, as printed. */
export function cellOf(parts: readonly Part[]): Cell {
  const text = parts.map((part) => (part.kind === 'bullet' ? `• ${part.text}` : part.text)).join(' ');
  return { text, parts };
}

class Parts {
  readonly #done: Part[] = [];
  #kind: Part['kind'] = 'text';
  #pieces: string[] = [];

  words(text: string): void {
    const [first = '', ...rest] = text.split(BULLET);
    this.#pieces.push(first);
    for (const piece of rest) {
      this.start('bullet');
      this.#pieces.push(piece);
    }
  }

  start(kind: Part['kind']): void {
    const text = fold(this.#pieces.join(''));
    if (text !== '') this.#done.push({ kind: this.#kind, text });
    this.#kind = kind;
    this.#pieces = [];
  }

  finish(): readonly Part[] {
    this.start('text');
    return this.#done;
  }
}

function collectNodes(nodes: readonly DefaultTreeAdapterTypes.ChildNode[], parts: Parts): void {
  // Written without recursion: a hostile file may nest tags as deeply as it likes.
  const stack: ({ node: DefaultTreeAdapterTypes.ChildNode; depth: number } | 'end-of-block')[] = [];
  const push = (children: readonly DefaultTreeAdapterTypes.ChildNode[], depth: number): void => {
    for (let i = children.length - 1; i >= 0; i -= 1) {
      const node = children[i];
      if (node !== undefined) stack.push({ node, depth });
    }
  };
  push(nodes, 0);
  for (let next = stack.pop(); next !== undefined; next = stack.pop()) {
    if (next === 'end-of-block') {
      parts.start('text');
      continue;
    }
    const { node, depth } = next;
    if ('value' in node && node.nodeName === '#text') parts.words(node.value);
    if (!('childNodes' in node) || SILENT.has(node.nodeName)) continue;
    if (BLOCKS.has(node.nodeName) && depth < DEEPEST) {
      parts.start(node.nodeName === 'li' ? 'bullet' : 'text');
      stack.push('end-of-block');
    }
    push(node.childNodes, depth + 1);
  }
}

/** White space of every kind, the no-break space included, becomes one plain space. */
export function fold(text: string): string {
  return text.replace(/[\s\u00A0\u200B\uFEFF]+/g, ' ').trim();
}
