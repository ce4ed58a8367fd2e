#!/usr/bin/env node
// npm run bench: builds the program and the benchmarks, then runs them. What is measured is the built program, in
// processes of its own, as it runs for people.
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { checkNode, ensureBuilt, ensureInstalled, root } from '../bin/prepare.mjs';

checkNode();
ensureInstalled({ forTests: true });
ensureBuilt();
const compiled = spawnSync(
  process.execPath,
  [
    path.join(root, 'node_modules', 'typescript', 'bin', 'tsc'),
    '-p',
    path.join(root, 'bench', 'tsconfig.json'),
  ],
  { cwd: root, stdio: 'inherit' },
);
if (compiled.status !== 0) process.exit(1);
const { main } = await import(pathToFileURL(path.join(root, '.cache', 'bench', 'bench', 'main.js')).href);
await main(root, process.argv.slice(2));
