#!/usr/bin/env node
// npm test: sets up and passes every check. npm run check is its everyday part: all but the
// thorough tests (two worlds, killed processes) and whatever needs a browser.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { checkNode, ensureBuilt, ensureInstalled, root } from './prepare.mjs';

checkNode();
ensureInstalled({ forTests: true });
ensureBuilt();

const everyday = process.argv.includes('--everyday');
const bin = (name) => path.join(root, 'node_modules', '.bin', name);
const totals = { passed: 0, failed: 0, skipped: 0 };

function section(title) {
  process.stdout.write(`\n== ${title}\n`);
}

/** A check that passes or fails as one. */
function check(title, command, args) {
  section(title);
  const { status } = spawnSync(command, args, { cwd: root, stdio: 'inherit' });
  if (status === 0) totals.passed += 1;
  else totals.failed += 1;
}

/** Tests that are counted one by one. A run that counted none has failed, whatever it said. */
function tests(title, ...lanes) {
  section(title);
  const results = path.join(root, 'test-results', `${lanes.join('-')}.json`);
  mkdirSync(path.dirname(results), { recursive: true });
  rmSync(results, { force: true });
  const { status } = spawnSync(
    bin('vitest'),
    [
      'run',
      ...lanes.flatMap((lane) => ['--project', lane]),
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${results}`,
    ],
    { cwd: root, stdio: 'inherit' },
  );
  const counted = existsSync(results) ? JSON.parse(readFileSync(results, 'utf8')) : null;
  const passed = counted?.numPassedTests ?? 0;
  const failed = counted?.numFailedTests ?? 0;
  totals.passed += passed;
  totals.failed += failed + ((status !== 0 && failed === 0) || passed === 0 ? 1 : 0);
  totals.skipped += counted?.numPendingTests ?? 0;
}

check('Format', bin('oxfmt'), ['--check', '.']);
check('Lint', bin('oxlint'), ['--type-aware', '--deny-warnings']);
check('Types', process.execPath, [path.join(root, 'node_modules', 'typescript', 'bin', 'tsc'), '--noEmit']);
tests('Tests', 'pure', 'database');
if (!everyday) {
  tests('Two worlds, killed processes and pages in a browser', 'thorough');
  tests('Journeys in a real browser', 'journeys');
}

const skipped = totals.skipped === 0 ? '' : `, ${totals.skipped} skipped`;
process.stdout.write(`\n${totals.passed} passed, ${totals.failed} failed${skipped}\n`);
process.exit(totals.failed === 0 ? 0 : 1);
