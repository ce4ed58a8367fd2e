import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const project = fileURLToPath(new URL('../..', import.meta.url));

/** The database code as built JavaScript, for a program of its own that tests may kill or run as somebody else. */
export interface BuiltProgram {
  readonly folder: string;
  readonly remove: () => void;
}

/** Builds it. Within the project, so that its packages are found. */
export function buildProgram(): BuiltProgram {
  const folder = join(project, '.cache', `database-program-${process.pid}`);
  mkdirSync(folder, { recursive: true });
  const settings = {
    extends: join(project, 'tsconfig.json'),
    compilerOptions: { noEmit: false, noCheck: true, rootDir: join(project, 'src'), outDir: folder },
    files: ['platform/db/index.ts', 'platform/log.ts'].map((file) => join(project, 'src', file)),
    include: [],
  };
  writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify(settings));
  const compiler = join(project, 'node_modules/typescript/bin/tsc');
  execFileSync(process.execPath, [compiler, '-p', join(folder, 'tsconfig.json')]);
  writeFileSync(join(folder, 'open.js'), OPEN);
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

/**
 * Opens a database, then does what its input says, a line each: `insert N` keeps a number, `count` says how many are
 * kept, `close` ends in order. Answers each with a line of JSON.
 */
const OPEN = `
import { createInterface } from 'node:readline';
import { sql } from 'kysely';
import { openDatabase } from './platform/db/index.js';
import { createLog } from './platform/log.js';
const [dataFolder, systemFolder] = process.argv.slice(2);
const say = (answer) => process.stdout.write(JSON.stringify(answer) + '\\n');
const steps = [];
const opened = await openDatabase({ databaseUrl: undefined, dataFolder, searchPath: undefined },
  { log: createLog('silent'), onStep: (step) => steps.push(step), systemFolder });
say({ kind: opened.kind, code: opened.code, message: opened.message, steps });
if (opened.kind === 'problem') process.exit(0);
const { db, close } = opened;
for await (const line of createInterface({ input: process.stdin })) {
  const [word, number] = line.split(' ');
  if (word === 'close') break;
  if (word === 'insert') await sql.raw('create table if not exists kept (id int); insert into kept values (' + Number(number) + ')').execute(db);
  const { rows } = await sql.raw('select count(*) as n from kept').execute(db);
  say(rows[0]);
}
await close();
say({ kind: 'closed' });
process.exit(0);
`;

export interface ChildProgram {
  readonly process: ChildProcess;
  /** Gives it a line of input, if one is given, and waits for its next answer. */
  readonly ask: (line?: string) => Promise<unknown>;
  /** Kills it where it stands. */
  readonly kill: () => Promise<void>;
}

/**
 * Starts the program on a data folder.
 *
 * @param account name or number of the account to run it as; only root can
 * @param umask as the shell's own command takes it
 */
export function startProgram(
  program: BuiltProgram,
  { dataFolder, systemFolder }: { dataFolder: string; systemFolder: string },
  account?: string,
  umask = '022',
): ChildProgram {
  const command = [process.execPath, join(program.folder, 'open.js'), dataFolder, systemFolder];
  const masked = ['sh', '-c', 'umask "$1"; shift; exec "$@"', 'sh', umask, ...command];
  const whole =
    account === undefined ? masked : ['setpriv', `--reuid=${account}`, '--clear-groups', ...masked];
  const child = spawn(whole[0] ?? '', whole.slice(1), { stdio: ['pipe', 'pipe', 'inherit'] });
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  return {
    process: child,
    ask: async (line) => {
      if (line !== undefined) child.stdin.write(`${line}\n`);
      const { value } = (await lines.next()) as { value?: string };
      return value === undefined ? undefined : JSON.parse(value);
    },
    kill: async () => {
      child.kill('SIGKILL');
      if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
    },
  };
}
