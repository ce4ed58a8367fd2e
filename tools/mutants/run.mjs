#!/usr/bin/env node
// npm run mutants: makes the program wrong in one place after another and says which of it no test notices.
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { checkNode, ensureInstalled, root } from '../../bin/prepare.mjs';

checkNode();
ensureInstalled({ forTests: true });
const compiled = spawnSync(
  process.execPath,
  [
    path.join(root, 'node_modules', 'typescript', 'bin', 'tsc'),
    '-p',
    path.join(root, 'tools', 'mutants', 'tsconfig.json'),
  ],
  { cwd: root, stdio: 'inherit' },
);
if (compiled.status !== 0) process.exit(1);
const { main } = await import(pathToFileURL(path.join(root, '.cache', 'mutants', 'main.js')).href);
const [flag, other, ...rest] = process.argv.slice(2);
// The tests of this command try it on a project of their own.
process.exit(
  flag === '--root' ? await main(path.resolve(other), rest) : await main(root, process.argv.slice(2)),
);
