import path from 'node:path';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { EDGE_TABLE } from '../../tools/edges/edge-table.ts';
import { readTree } from '../../tools/edges/read-tree.ts';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');
const { files } = readTree(root, EDGE_TABLE);

/** Files that have themselves loaded in a process of its own, to read what somebody brought. */
const readers = [...files.values()]
  .filter(
    ({ file, place }) =>
      place.built && /\bfrom: import\.meta\.url\b/.test(readFileSync(path.join(root, file), 'utf8')),
  )
  .map(({ file }) => file);

/** Every package that is loaded with a file, through whatever it imports. */
function loadedWith(file: string): readonly string[] {
  const seen = new Set([file]);
  const packages = new Set<string>();
  for (const next of seen)
    for (const { to, typeOnly, by } of files.get(next)?.edges ?? []) {
      // What is imported when it is needed is loaded then, if at all.
      if (typeOnly || by === 'path') continue;
      if (to.kind === 'file') seen.add(to.file);
      if (to.kind === 'package') packages.add(to.name);
    }
  return [...packages].sort();
}

describe('the process that reads what somebody brought', () => {
  it('is started for plans and for lists of members', () => {
    expect(readers.length).toBeGreaterThan(2);
  });

  it.each(readers)(
    'has, for %s, nothing in it but readers of files: no database, no pages, no native code',
    (file) => {
      const known = ['csv-parse', 'mammoth', 'parse5', 'pdfjs-dist', 'read-excel-file', 'yauzl', 'zod'];
      expect(loadedWith(file).filter((name) => !known.includes(name))).toEqual([]);
    },
  );
});
