// Brings a fresh checkout to where it can run: packages installed, TypeScript compiled. Uses nothing but Node itself,
// because on a clean clone nothing else is there yet.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, rmSync, statSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');

/** Runs a program in the project, shows what it prints only when it fails, and ends the process if it did. */
function run(command, args, whatFailed, { cwd = root, whenFailed } = {}) {
  const { status, stdout, stderr, error } = spawnSync(command, args, {
    cwd,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  });
  if (status === 0) return;
  whenFailed?.();
  process.stderr.write(`${stdout ?? ''}${stderr ?? ''}${error === undefined ? '' : `${error.message}\n`}`);
  process.stderr.write(`\n${whatFailed}\n`);
  process.exit(1);
}

function modified(file) {
  return existsSync(file) ? statSync(file).mtimeMs : 0;
}

function newestUnder(folder) {
  let newest = 0;
  for (const entry of readdirSync(folder, { withFileTypes: true, recursive: true }))
    if (entry.isFile())
      newest = Math.max(newest, modified(path.join(entry.parentPath ?? entry.path, entry.name)));
  return newest;
}

/** A step's name, and the seconds it took once it is done. */
export function step(name, work) {
  const started = Date.now();
  process.stdout.write(`  ${name} ... `);
  work();
  process.stdout.write(`${((Date.now() - started) / 1000).toFixed(1)} s\n`);
}

export function checkNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major > 20 || (major === 20 && minor >= 19)) return;
  process.stderr.write(
    `Throughline needs Node 20.19 or later, and this is ${process.versions.node}. Install a later Node and try again.\n`,
  );
  process.exit(1);
}

/**
 * Installs what package-lock.json says, once: to run, what the program and its build need; for the tests, all of it.
 * Whoever has all of it keeps it.
 */
export function ensureInstalled({ forTests = false } = {}) {
  const installed = modified(path.join(root, 'node_modules', '.package-lock.json'));
  const hasTests = existsSync(path.join(root, 'node_modules', 'vitest'));
  const isCurrent = installed > 0 && installed >= modified(path.join(root, 'package-lock.json'));
  if (isCurrent && (hasTests || !forTests)) return;
  step('Installing packages (once, about half a minute)', () =>
    run(
      npm.command,
      // Not `npm ci`: it refuses a lock file without the binaries of other platforms, and a registry that mirrors only
      // its own platform's cannot give their entries. This takes the locked versions all the same and writes nothing.
      [
        ...npm.before,
        'install',
        '--no-save',
        '--no-audit',
        '--no-fund',
        forTests || hasTests ? '--include=dev' : '--omit=dev',
      ],
      'The packages could not be installed. Check the connection to your npm registry and try again.',
    ),
  );
}

/**
 * How npm is started. It says itself where it is when it started us; by its name otherwise, which on Windows is a file of
 * commands that Node starts by way of a shell alone, so there the program beside Node is run.
 */
const npm = npmCommand();

function npmCommand() {
  const beside = path.join(path.dirname(process.execPath), 'node_modules', 'npm', 'bin', 'npm-cli.js');
  const program = process.env.npm_execpath ?? (process.platform === 'win32' ? beside : undefined);
  return program !== undefined && /npm-cli\.[cm]?js$/.test(program)
    ? { command: process.execPath, before: [program] }
    : { command: 'npm', before: [] };
}

/** Compiles what changed since it was compiled last. @param folder where the program's source is; a test gives another */
export function ensureBuilt(folder = root) {
  const record = path.join(folder, 'dist', '.tsbuildinfo');
  if (
    modified(record) > newestUnder(path.join(folder, 'src')) &&
    existsSync(path.join(folder, 'dist', 'cli', 'main.js'))
  )
    return;
  step('Building', () =>
    run(
      process.execPath,
      // Types are checked by the tests, at eight times the cost of writing JavaScript; to run, they need not be again.
      [
        path.join(root, 'node_modules', 'typescript', 'bin', 'tsc'),
        '-p',
        'tsconfig.build.json',
        '--noCheck',
        '--noEmitOnError',
      ],
      'The program could not be built: the lines above say where.',
      // The compiler records what it made even where it made nothing, and the next start would take that for a whole program.
      { cwd: folder, whenFailed: () => rmSync(record, { force: true }) },
    ),
  );
}
