// npm run edges: holds the tree to its edge table. Node 20 runs no TypeScript, so the check is put together first.
import { mkdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { rolldown } from 'rolldown';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..', '..');
process.chdir(root);
const file = path.join(root, '.cache', `edges-${process.pid}`, 'main.mjs');
mkdirSync(path.dirname(file), { recursive: true });
const bundle = await rolldown({
  input: path.join(root, 'tools', 'edges', 'main.ts'),
  platform: 'node',
  external: [/^rolldown/],
});
await bundle.write({ file, format: 'esm' });
try {
  await import(pathToFileURL(file).href);
} finally {
  rmSync(path.dirname(file), { recursive: true, force: true });
}
