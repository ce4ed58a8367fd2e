import { readdir, readFile } from 'node:fs/promises';
import { expect, it } from 'vitest';

/** What the reader may lean on: Node, its own files, and for a living database the way to ask it. */
const ALLOWED = /^(node:|\.\/|kysely$|\.\.\/\.\.\/\.\.\/platform\/db\/index\.ts$)/;

it('the reader shares no code with the writer', async () => {
  const folder = new URL('.', import.meta.url);
  const files = (await readdir(folder)).filter((name) => !name.includes('.test.'));
  expect(files).toContain('event-hash.rule.ts');
  for (const name of files) {
    const text = await readFile(new URL(name, folder), 'utf8');
    const imported = [...text.matchAll(/from '([^']+)'|import\('([^']+)'\)/g)].map(
      ([, a, b]) => a ?? b ?? '',
    );
    expect(imported.filter((from) => !ALLOWED.test(from))).toEqual([]);
    // Nor does it ask the database to work a hash out.
    expect(text).not.toMatch(/audit\.(event_hash|actor_commitment|first_hash|field)/);
  }
});
