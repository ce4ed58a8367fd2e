#!/usr/bin/env node
// npm start: from a clean clone to a page that answers. `npm start -- --empty` starts with no data.
import { spawn } from 'node:child_process';
import path from 'node:path';
import { checkNode, ensureBuilt, ensureInstalled, root } from './prepare.mjs';

checkNode();
ensureInstalled();
ensureBuilt();
const wishes = process.argv.slice(2);
const asked = wishes.includes('--empty')
  ? wishes.filter((wish) => wish !== '--empty')
  : ['--sample', ...wishes];
const child = spawn(process.execPath, [path.join(root, 'dist', 'cli', 'main.js'), 'serve', ...asked], {
  stdio: 'inherit',
});
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal));
child.on('exit', (code, signal) => process.exit(code ?? (signal === 'SIGINT' ? 0 : 1)));
