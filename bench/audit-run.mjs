#!/usr/bin/env node
// node bench/audit-run.mjs [events]: builds the program and measures its audit trail: recording, and verifying a million
// events unless told otherwise. Ends with 1 where a goal was missed.
import { spawnSync } from 'node:child_process';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { checkNode, ensureBuilt, ensureInstalled, root } from '../bin/prepare.mjs';

checkNode();
ensureInstalled({ forTests: true });
ensureBuilt();
const compiler = path.join(root, 'node_modules', 'typescript', 'bin', 'tsc');
const compiled = spawnSync(process.execPath, [compiler, '-p', path.join(root, 'bench', 'tsconfig.json')], {
  cwd: root,
  stdio: 'inherit',
});
if (compiled.status !== 0) process.exit(1);
const built = (name) => import(pathToFileURL(path.join(root, '.cache', 'bench', 'bench', name)).href);
const { benchAudit } = await built('audit-bench.js');
const { isMet, printTable } = await built('results.js');

const events = Number(process.argv[2] ?? 1_000_000);
if (!Number.isInteger(events) || events < 1) {
  console.error('How many events is a whole number from 1.');
  process.exit(1);
}
const folder = await mkdtemp(path.join(tmpdir(), 'throughline-bench-'));
// The database server may have to run as another account, which must be able to reach its folder.
await chmod(folder, 0o755);
try {
  const results = await benchAudit(root, folder, events);
  console.log(printTable(results));
  if (results.some((measured) => isMet(measured) === false)) process.exitCode = 1;
} finally {
  await rm(folder, { recursive: true, force: true });
}
