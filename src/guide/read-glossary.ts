import { readFileSync } from 'node:fs';

export interface Term {
  readonly term: string;
  readonly meaning: string;
  /** For links from other pages: /glossary#single-thread. */
  readonly anchor: string;
}

/** The terms of docs/glossary.md, so that the code, its papers and its pages share one list. */
export function readGlossary(): readonly Term[] {
  const text = readFileSync(new URL('../../docs/glossary.md', import.meta.url), 'utf8');
  return [...text.matchAll(/^\| (?!term \||---)([^|]+) \| ([^|]+) \|$/gm)].map(
    ([, term = '', meaning = '']) => ({
      term,
      meaning,
      anchor: term.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-'),
    }),
  );
}
