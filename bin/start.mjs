#!/usr/bin/env node
// npm start: from a clean clone to a page that answers. `npm start -- --empty` starts with no data.
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { checkNode, ensureBuilt, ensureInstalled, root } from './prepare.mjs';

checkNode();
ensureInstalled();
ensureBuilt();
const wishes = process.argv.slice(2);
const asked = wishes.includes('--empty')
  ? wishes.filter((wish) => wish !== '--empty')
  : ['--sample', ...wishes];
const program = path.join(root, 'dist', 'cli', 'main.js');
// In this process, not under it: whoever stops this has stopped the server.
process.argv = [process.execPath, program, 'serve', ...asked];
await import(pathToFileURL(program).href);
