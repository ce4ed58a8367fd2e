import type { Block } from '../../../../platform/intake/source-document.ts';

/** A code that tags are printed with, and what it stands for. */
export interface TagCode {
  readonly code: string;
  readonly title: string;
}

/** "Improvement Notice Targets (IN 1. to IN 16. – see appendix)". */
const RANGE =
  /((?:\p{Lu}[\p{L}'’-]*\s+(?:(?:of|the|and|for)\s+)*)*[\p{L}'’-]+)\s*\(\s*([A-Z]{1,4})\s?\d{1,3}\.?\s*(?:to|[-–—])\s*\2\s?\d{1,3}\b/gu;
/** "IN = Improvement Notice". */
const EQUALS =
  /(?:^|[;,(]\s*|\s)([A-Z]{1,4})\s*=\s*(\p{Lu}[^;,.()=]{3,80}?)(?=\s*(?:[;,.()]|$|\s[A-Z]{1,4}\s*=))/gu;

/** Finds the key to a plan's tags, where it prints one in a sentence. */
export function findTagLegend(blocks: readonly Block[]): readonly TagCode[] {
  const codes = new Map<string, string>();
  for (const block of blocks) {
    if (block.kind === 'row') continue;
    for (const [, title = '', code = ''] of block.text.matchAll(RANGE))
      if (!codes.has(code)) codes.set(code, title.trim());
  }
  if (codes.size > 0) return listed(codes);
  for (const block of blocks) {
    if (block.kind === 'row' || !block.text.includes('=')) continue;
    for (const [, code = '', title = ''] of block.text.matchAll(EQUALS))
      if (!codes.has(code)) codes.set(code, title.trim());
  }
  return listed(codes);
}

function listed(codes: ReadonlyMap<string, string>): readonly TagCode[] {
  return [...codes].map(([code, title]) => ({ code, title }));
}
