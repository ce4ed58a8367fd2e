#!/usr/bin/env node
// npm run test:next: the pure and the database lanes on the next Node that is supported, fetched for it outside the locked
// packages and kept in .cache. Outside every budget: it says what will have to change, and nobody waits for it.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { checkNode, ensureInstalled, root } from './prepare.mjs';

const MAJOR = '24';

checkNode();
ensureInstalled();

const folder = path.join(root, '.cache', `node-${MAJOR}`);
const name = `node-${process.platform === 'win32' ? 'win' : process.platform}-${process.arch}`;
const node = path.join(
  folder,
  'node_modules',
  name,
  'bin',
  process.platform === 'win32' ? 'node.exe' : 'node',
);

if (!existsSync(node)) {
  process.stdout.write(`Fetching Node ${MAJOR} (${name}), once\n`);
  const { status } = spawnSync(
    process.platform === 'win32' ? 'npm.cmd' : 'npm',
    [
      'install',
      `${name}@${MAJOR}`,
      '--prefix',
      folder,
      '--no-save',
      '--no-package-lock',
      '--ignore-scripts',
      '--no-audit',
      '--no-fund',
    ],
    { stdio: 'inherit' },
  );
  if (status !== 0 || !existsSync(node)) {
    process.stderr.write(
      `Node ${MAJOR} could not be fetched as ${name}. Check the connection to your npm registry and try again.\n`,
    );
    process.exit(1);
  }
}

const { stdout } = spawnSync(node, ['--version'], { encoding: 'utf8' });
process.stdout.write(`On Node ${stdout}`);
const vitest = path.join(root, 'node_modules', 'vitest', 'vitest.mjs');
const run = spawnSync(
  node,
  [vitest, 'run', '--project', 'pure', '--project', 'database', ...process.argv.slice(2)],
  {
    cwd: root,
    stdio: 'inherit',
    // A program that a test starts by the name of node is this one too.
    env: { ...process.env, PATH: `${path.dirname(node)}${path.delimiter}${process.env['PATH'] ?? ''}` },
  },
);
process.exit(run.status ?? 1);
