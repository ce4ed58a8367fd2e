import type { PdfCell, PdfItem, PdfRow } from './pdf-item.ts';
import type { Word } from './pdf-words.ts';
import type { PrintedLine } from './printed-lines.ts';

/** A node of a PDF's structure tree as the library hands it over: an element with children, or a piece of content. */
export interface StructureNode {
  readonly role?: string;
  readonly children?: readonly StructureNode[];
  readonly type?: string;
  readonly id?: string;
}

/** Elements that only run along inside a line (ISO 32000-1, 14.8.4.4). */
const INLINE = new Set([
  'Span',
  'Quote',
  'Note',
  'Reference',
  'BibEntry',
  'Code',
  'Link',
  'Annot',
  'Em',
  'Strong',
  'Sub',
  'Lbl',
  'FENote',
  'Ruby',
  'RB',
  'RT',
  'RP',
  'Warichu',
  'WT',
  'WP',
]);

/**
 * Reads one page by the tags its maker put in: headings, paragraphs, lists and tables, in reading order. Running headers and
 * page numbers are marked as such and left out. A table that goes on over several pages comes with all its rows on each of
 * them, those of other pages empty, so that the pages can be joined row by row.
 */
export function readTaggedPage(tree: StructureNode, words: readonly Word[], page: number): PdfItem[] {
  const byTag = groupByTag(words);
  const items: PdfItem[] = [];

  const walk = (node: StructureNode): void => {
    const role = node.role ?? '';
    const level = /^H([1-6])?$/.exec(role);
    if (level !== null || role === 'Title') {
      const text = linesOf(node, byTag)
        .map((line) => line.text)
        .join(' ');
      items.push({ kind: 'heading', level: Number(level?.[1] ?? 1), text, page });
    } else if (role === 'Table') {
      items.push({ kind: 'table', rows: rowsOf(node, byTag, page), page });
    } else if (isLeafBlock(node)) {
      for (const line of linesOf(node, byTag)) items.push({ kind: 'paragraph', lines: [line], page });
    } else {
      for (const child of node.children ?? []) walk(child);
    }
  };
  walk(tree);
  return items;
}

/** How much of the page's text the tags account for, from 0 to 1. Some makers tag only a part. */
export function taggedShare(tree: StructureNode, words: readonly Word[]): number {
  const ids = new Set<string>();
  const collect = (node: StructureNode): void => {
    if (node.id !== undefined) ids.add(node.id);
    for (const child of node.children ?? []) collect(child);
  };
  collect(tree);
  let all = 0;
  let tagged = 0;
  for (const word of words) {
    if (word.artifact) continue;
    const letters = word.text.trim().length;
    all += letters;
    if (word.tag !== undefined && ids.has(word.tag)) tagged += letters;
  }
  return all === 0 ? 0 : tagged / all;
}

/** How many elements and pieces of content the tree has. */
export function countNodes(tree: StructureNode): number {
  return (tree.children ?? []).reduce((sum, child) => sum + countNodes(child), 1);
}

type WordsByTag = ReadonlyMap<string, readonly Word[]>;

function groupByTag(words: readonly Word[]): WordsByTag {
  const groups = new Map<string, Word[]>();
  for (const word of words) {
    if (word.tag === undefined || word.artifact) continue;
    const group = groups.get(word.tag);
    if (group === undefined) groups.set(word.tag, [word]);
    else group.push(word);
  }
  return groups;
}

/** A block with no block inside it that has to be told apart, such as a paragraph, a list item or a caption. */
function isLeafBlock(node: StructureNode): boolean {
  const role = node.role ?? '';
  if (['P', 'LI', 'Caption', 'TOCI', 'BlockQuote', 'Formula'].includes(role)) return !holdsTable(node);
  return (node.children ?? []).some((child) => child.id !== undefined || INLINE.has(child.role ?? ''));
}

function holdsTable(node: StructureNode): boolean {
  return (node.children ?? []).some((child) => child.role === 'Table' || holdsTable(child));
}

/** The lines that an element prints. Text that wrapped at the margin is one line; an item of a list starts its own. */
function linesOf(node: StructureNode, words: WordsByTag): PrintedLine[] {
  const lines: PrintedLine[] = [];
  let text = '';
  let bullet = false;
  const endLine = (): void => {
    if (text.trim() !== '') lines.push({ text, bullet });
    if (text.trim() !== '') bullet = false;
    text = '';
  };
  const visit = (each: StructureNode): void => {
    if (each.id !== undefined) text = `${text}${textOfWords(words.get(each.id) ?? [])}`;
    const role = each.role ?? '';
    const inline = role === '' || INLINE.has(role);
    if (role === 'LI') {
      endLine();
      bullet = true;
    } else if (!inline && role !== 'LBody') endLine();
    for (const child of each.children ?? []) visit(child);
    if (role === 'Lbl') text = /^\s*[\p{L}\d(]/u.test(text) ? `${text} ` : '';
    if (!inline && role !== 'LBody') endLine();
    if (role === 'LI') bullet = false;
  };
  visit(node);
  endLine();
  return lines;
}

/** The words of one piece of content, with a space where a line was broken. */
function textOfWords(words: readonly Word[]): string {
  return words.map((word) => (word.startsLine ? ` ${word.text}` : word.text)).join('');
}

function rowsOf(table: StructureNode, words: WordsByTag, page: number): PdfRow[] {
  const rows: PdfRow[] = [];
  const visit = (node: StructureNode, inHead: boolean): void => {
    for (const child of node.children ?? []) {
      if (child.role === 'TR') rows.push(rowOf(child, inHead, words, page));
      else if (child.role !== undefined) visit(child, inHead || child.role === 'THead');
    }
  };
  visit(table, false);
  return rows;
}

function rowOf(row: StructureNode, inHead: boolean, words: WordsByTag, page: number): PdfRow {
  const elements = (row.children ?? []).filter((child) => child.role === 'TD' || child.role === 'TH');
  const cells = elements.map((element) => cellOf(element, words));
  const headings = elements.filter((element) => element.role === 'TH').length;
  const header = inHead || (headings > 1 && headings === elements.length);
  return { cells, header, page: cells.some((cell) => cell.lines.length > 0) ? page : undefined };
}

function cellOf(element: StructureNode, words: WordsByTag): PdfCell {
  let left = Number.POSITIVE_INFINITY;
  let right = Number.NEGATIVE_INFINITY;
  const visit = (node: StructureNode): void => {
    for (const word of node.id === undefined ? [] : (words.get(node.id) ?? [])) {
      if (word.text.trim() === '') continue;
      left = Math.min(left, word.x);
      right = Math.max(right, word.x + word.width);
    }
    for (const child of node.children ?? []) visit(child);
  };
  visit(element);
  return { lines: linesOf(element, words), left, right };
}
