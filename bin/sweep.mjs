#!/usr/bin/env node
// npm run sweep: every page as everybody who may open it, at both widths, with every row of its lists, in a real browser.
// npm test does a part of it each day; this takes as long as the whole of npm test and more.
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { checkNode, ensureInstalled, root } from './prepare.mjs';

checkNode();
ensureInstalled();
const { status } = spawnSync(
  path.join(root, 'node_modules', '.bin', 'vitest'),
  ['run', '--project', 'journeys', 'test/journeys/sweep.test.ts'],
  { cwd: root, stdio: 'inherit', env: { ...process.env, SWEEP: 'all' } },
);
process.exit(status ?? 1);
