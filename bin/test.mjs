#!/usr/bin/env node
// npm test: sets up and passes every check. npm run check is its everyday part: all but the thorough tests (two worlds,
// killed processes) and whatever needs a browser, and with a fifth of the rounds of every property.
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { budgetLines, calibrate, costs, slowest } from './budget.mjs';
import { checkNode, ensureBuilt, ensureInstalled, root } from './prepare.mjs';

checkNode();
ensureInstalled({ forTests: true });

const everyday = process.argv.includes('--everyday');
const bin = (name) => path.join(root, 'node_modules', '.bin', name);
const totals = { passed: 0, failed: 0, skipped: 0 };

/** The day's, unless one is given: a failure is found again with the same. */
const seed = process.env['TEST_SEED'] || new Date().toISOString().slice(0, 10).replaceAll('-', '');

// Only the journeys start the built program.
if (!everyday) ensureBuilt();

process.stdout.write(
  `Properties are drawn from the seed ${seed}, ${everyday ? 'a fifth of their rounds' : 'all their rounds'}: TEST_SEED=${seed} draws the same again\n`,
);

const results = mkdtempSync(path.join(tmpdir(), 'throughline-run-'));
const calibration = calibrate();

/** Runs a program to its end; gives its exit code and, where it is not to print itself, what it said. */
function run(command, args, { silent = false, environment = {} } = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd: root,
      stdio: silent ? ['ignore', 'pipe', 'pipe'] : 'inherit',
      env: { ...process.env, ...environment },
    });
    let said = '';
    child.stdout?.on('data', (chunk) => (said += chunk));
    child.stderr?.on('data', (chunk) => (said += chunk));
    child.on('error', (error) => resolve({ status: 1, said: `${said}${error.message}\n` }));
    child.on('close', (status) => resolve({ status: status ?? 1, said }));
  });
}

const CHECKS = [
  ['Format', bin('oxfmt'), ['--check', '.']],
  ['Lint', bin('oxlint'), ['--type-aware', '--deny-warnings']],
  ['Types', process.platform === 'win32' ? 'npm.cmd' : 'npm', ['run', '--silent', 'types']],
];

/** The checks that pass or fail as one, one after the other, beside the tests: those wait for the database now and then. */
async function checks() {
  const done = [];
  for (const [title, command, args] of CHECKS)
    done.push({ title, ...(await run(command, args, { silent: true })) });
  return done;
}

/** The tests of some lanes, which are counted one by one. A run that counted none has failed, whatever it said. */
async function tests(...lanes) {
  const { status } = await run(bin('vitest'), ['run', ...lanes.flatMap((lane) => ['--project', lane])], {
    environment: {
      TEST_SEED: seed,
      TEST_RUN_RESULTS: results,
      ...(everyday ? {} : { TEST_ROUNDS: 'all' }),
    },
  });
  const files = read('files.json') ?? [];
  const sum = (what) => files.reduce((all, file) => all + file[what], 0);
  totals.passed += sum('passed');
  totals.failed += sum('failed') + ((status !== 0 && sum('failed') === 0) || sum('passed') === 0 ? 1 : 0);
  totals.skipped += sum('skipped');
  return files;
}

function read(name) {
  const file = path.join(results, name);
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined;
}

const [checked, files] = await Promise.all([
  checks(),
  everyday ? tests('pure', 'database') : tests('pure', 'database', 'thorough', 'journeys'),
]);
for (const { title, status, said } of checked) {
  process.stdout.write(`\n== ${title}${status === 0 ? ': passed' : ''}\n${status === 0 ? '' : said}`);
  if (status === 0) totals.passed += 1;
  else totals.failed += 1;
}

process.stdout.write('\n== The ten slowest files\n');
for (const { file, elapsed, processor } of slowest(files))
  process.stdout.write(
    `${elapsed.toFixed(1).padStart(7)} s, ${processor.toFixed(1)} s of the processor: ${file}\n`,
  );
const usual = (calibration + calibrate()) / 2;
const byModule = costs(files, read('server.json')?.processor ?? 0, usual);
process.stdout.write(
  `\n== Budget, in seconds of a processor that the calibration takes 0.38 s on (here ${usual.toFixed(2)} s)\n${budgetLines(byModule, everyday ? 'everyday' : 'whole').join('\n')}\n`,
);
rmSync(results, { recursive: true, force: true });

const skipped = totals.skipped === 0 ? '' : `, ${totals.skipped} skipped`;
process.stdout.write(`\n${totals.passed} passed, ${totals.failed} failed${skipped}\n`);
process.exit(totals.failed === 0 ? 0 : 1);
