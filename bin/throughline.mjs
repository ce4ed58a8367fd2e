#!/usr/bin/env node
// The command line: throughline serve | migrate | import plan | report plan | export | doctor
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { checkNode, ensureBuilt, ensureInstalled, root } from './prepare.mjs';

checkNode();
// What a command prints may be read by a program: what preparing says goes elsewhere.
const write = process.stdout.write.bind(process.stdout);
process.stdout.write = process.stderr.write.bind(process.stderr);
ensureInstalled();
ensureBuilt();
process.stdout.write = write;
await import(pathToFileURL(path.join(root, 'dist', 'cli', 'main.js')).href);
