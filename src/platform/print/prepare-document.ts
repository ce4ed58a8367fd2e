import { stateLooks } from '../charts/state-shapes.ts';
import type { Block, Cell, Cover, Heading, Inline, PrintDocument, Text } from './document.ts';

/**
 * Makes a paper safe to print in any of the three forms, without changing what it says: characters that no file can
 * hold or that would turn text round are taken out, links that lead nowhere or run scripts become plain text, and
 * headings and links within the paper are made to fit each other. All three prints start from the result, so they say
 * the same.
 * @param edition on a 'page' of the site links keep their site paths; on 'paper' they become whole addresses
 */
export function prepareDocument(document: PrintDocument, edition: 'page' | 'paper'): PrintDocument {
  const names: HeadingNames = { byGivenId: new Map(), taken: new Set() };
  const named = document.blocks.map((block) =>
    block.kind === 'heading' ? nameHeading(block, names) : block,
  );
  const leadTo = (href: string): string | null => {
    if (href.startsWith('#')) return anchorOf(href, names);
    if (edition === 'page' && sitePath.test(href)) return href;
    return addressOf(href, document.linkBase);
  };
  const text = (runs: Text): Text => runs.map((run) => prepareInline(run, leadTo));
  return {
    ...document,
    title: printable(document.title).trim() || 'Untitled paper',
    cover: prepareCover(document.cover, text),
    blocks: levelled(named).map((block) => prepareBlock(block, text)),
  };
}

// Control characters but tab and line feed, halves of surrogate pairs, non-characters, and the marks that reverse or
// isolate the direction of text: a name could otherwise reorder the sentence that follows it.
const unprintable =
  /[\0-\x08\x0B-\x1F\x7F-\x9F\u202A-\u202E\u2066-\u2069\uFDD0-\uFDEF\uFEFF\uFFFE\uFFFF]|\p{Surrogate}/gu;

/** Text without the characters that no printed form can hold. Line feeds become spaces: a `break` says a new line. */
export function printable(text: string): string {
  return text.replaceAll(/\s+/g, ' ').replaceAll(unprintable, '');
}

/** What a run of text says, without how it is set. A break reads as a space. */
export function plainText(runs: Text): string {
  return runs
    .map((run) => (typeof run === 'string' ? run : run.kind === 'break' ? ' ' : wordsOf(run)))
    .join('');
}

function wordsOf(run: Exclude<Inline, string | { readonly kind: 'break' }>): string {
  return run.kind === 'state' ? (run.text ?? stateLooks[run.state].word) : run.text;
}

function prepareCover(cover: Cover, text: (runs: Text) => Text): Cover {
  return {
    ...cover,
    council: printable(cover.council),
    by: cover.by.map(printable),
    to: cover.to.map(printable),
    subject: printable(cover.subject),
    classification: printable(cover.classification),
    summary: cover.summary.map(text),
    recommendations: cover.recommendations.map(text),
  };
}

function prepareBlock(block: Block, text: (runs: Text) => Text): Block {
  switch (block.kind) {
    case 'heading':
      return { ...block, text: printable(block.text) };
    case 'paragraph':
    case 'note':
      return { ...block, text: text(block.text) };
    case 'list':
      return { ...block, items: block.items.map(text) };
    case 'table':
      return {
        ...block,
        caption: printable(block.caption),
        columns: block.columns.map((column) => ({ ...column, heading: printable(column.heading) })),
        rows: block.rows.map((row) => block.columns.map((_, index) => prepareCell(row[index] ?? [], text))),
      };
    case 'figure':
      return {
        ...block,
        alt: printable(block.alt) || printable(block.caption) || 'Chart',
        caption: printable(block.caption),
        ...(block.source === undefined ? {} : { source: printable(block.source) }),
      };
    default:
      return block;
  }
}

function prepareCell(cell: Cell, text: (runs: Text) => Text): Cell {
  return 'kind' in cell ? { ...cell, items: cell.items.map(text) } : text(cell);
}

type LeadTo = (href: string) => string | null;

function prepareInline(run: Inline, leadTo: LeadTo): Inline {
  if (typeof run === 'string') return printable(run);
  if (run.kind === 'break') return run;
  if (run.kind === 'state') return run.text === undefined ? run : { ...run, text: printable(run.text) };
  const text = printable(run.text);
  if (run.kind === 'strong') return { kind: 'strong', text };
  const href = run.href === undefined ? null : leadTo(run.href);
  if (href !== null) return { kind: run.kind, text, href };
  return run.kind === 'reference' ? { kind: 'reference', text } : text;
}

/** A path of our own site: one slash, because two would name another host. */
const sitePath = /^\/(?![/\\])/;

/** The whole address a link leads to, or null when it is not one that a paper may carry: it is then text alone. */
function addressOf(href: string, linkBase: string | undefined): string | null {
  try {
    const url = new URL(href, linkBase);
    return ['https:', 'http:', 'mailto:'].includes(url.protocol) ? url.href : null;
  } catch {
    return null;
  }
}

interface HeadingNames {
  /** The name a heading got, under the name it was given. The first of two with the same name keeps it. */
  readonly byGivenId: Map<string, string>;
  readonly taken: Set<string>;
}

function anchorOf(href: string, names: HeadingNames): string | null {
  const id = names.byGivenId.get(href.slice(1));
  return id === undefined ? null : `#${id}`;
}

/** A heading whose name is fit for an anchor in every form and not yet taken. */
function nameHeading(heading: Heading, names: HeadingNames): Heading {
  const wanted =
    heading.id
      .toLowerCase()
      .replaceAll(/[^a-z0-9]+/g, '-')
      .replaceAll(/^-|-$/g, '') || 'section';
  let id = wanted;
  for (let copy = 2; names.taken.has(id); copy += 1) id = `${wanted}-${copy}`;
  names.taken.add(id);
  if (!names.byGivenId.has(heading.id)) names.byGivenId.set(heading.id, id);
  return { ...heading, id };
}

/** Headings that never skip a level on the way down: screen readers, and the PDF/UA standard, ask for it. */
function levelled(blocks: readonly Block[]): readonly Block[] {
  let previous = 0;
  return blocks.map((block) => {
    if (block.kind !== 'heading') return block;
    previous = Math.min(block.level, previous + 1);
    return { ...block, level: previous as Heading['level'] };
  });
}
