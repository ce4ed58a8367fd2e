import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { type Config, environment, readConfig } from '../config.ts';
import { checkpointPublicKey } from '../modules/audit/index.ts';
import { type Check, examineDatabase } from '../platform/db/index.ts';
import { createLog } from '../platform/log.ts';
import { type PlainDay, systemClock, todayInLondon } from '../platform/time/plain-day.ts';
import { version } from '../version.ts';
import { supportEnded } from './node-support.ts';

/** The oldest Node that Throughline runs on: `engines` of package.json says the same. */
const OLDEST_NODE = [20, 19] as const;

/** Settings whose value may hold a password: said to be set, never shown. */
const SECRET = new Set([
  'DATABASE_URL',
  'THROUGHLINE_FORM_SECRET',
  'THROUGHLINE_CREDENTIAL_KEY',
  'THROUGHLINE_SMTP',
]);

/** Too long to show and of no use to read. */
const UNSHOWN = new Set(['PATH']);

const SIGNS: Readonly<Record<Check['state'], string>> = {
  well: 'well   ',
  warning: 'mind   ',
  problem: 'PROBLEM',
};

/** throughline doctor: every setting, then every check, each a sentence. Ends with 1 where anything is a problem. */
export async function doctor(): Promise<void> {
  console.log(`Throughline ${version}\n\nSettings`);
  console.log(describeSettings(process.env).join('\n'));
  const read = readConfig(process.env);
  console.log('\nChecks');
  const checks: readonly Check[] = [
    checkNode(process.versions.node, todayInLondon(systemClock)),
    ...(read.kind === 'problems'
      ? read.problems.map((sentence): Check => ({ name: 'Settings', state: 'problem', sentence }))
      : [
          ...(await examineDatabase(read.config, { log: createLog('silent') })),
          checkCheckpointKey(read.config.dataFolder),
          checkCredentialKey(read.config),
        ]),
  ];
  console.log(
    checks.map(({ name, state, sentence }) => `  ${SIGNS[state]}  ${name}: ${sentence}`).join('\n'),
  );
  const problems = checks.filter(({ state }) => state === 'problem').length;
  console.log(problems === 0 ? '\nNothing stands in the way.' : `\n${problems} to put right.`);
  if (problems > 0) process.exitCode = 1;
}

/** A line or two for each setting there is: its name, what it is now, and what it is for. */
export function describeSettings(env: Readonly<Record<string, string | undefined>>): readonly string[] {
  return Object.entries(environment.shape)
    .filter(([name]) => !UNSHOWN.has(name))
    .flatMap(([name, setting]) => [`  ${name}: ${valueOf(name, env)}`, `      ${setting.description ?? ''}`]);
}

function valueOf(name: string, env: Readonly<Record<string, string | undefined>>): string {
  const value = env[name]?.trim() ?? '';
  if (value !== '') return SECRET.has(name) ? 'set (not shown)' : value;
  const read = readConfig({});
  const defaults: Readonly<Record<string, unknown>> =
    read.kind === 'ok'
      ? {
          THROUGHLINE_DATA: read.config.dataFolder,
          PORT: read.config.port,
          HOST: read.config.host,
          LOG_LEVEL: read.config.logLevel,
        }
      : {};
  return name in defaults ? `${String(defaults[name])} (unless set)` : 'not set';
}

/** Which key signs the checkpoints of the audit trail: to be compared with a copy that is kept elsewhere. */
export function checkCheckpointKey(dataFolder: string): Check {
  const name = 'Audit trail';
  try {
    const key = checkpointPublicKey(dataFolder);
    return {
      name,
      state: 'well',
      sentence:
        key === undefined
          ? 'The key that signs its checkpoints is made when Throughline is first served.'
          : `Its checkpoints are signed by the key ${key}. Keep a copy of that elsewhere, to verify with --key.`,
    };
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    return {
      name,
      state: 'problem',
      sentence: `The key that signs its checkpoints cannot be read (${why}). Put the file audit-checkpoint-key back from a backup, or move it away and a new one is made.`,
    };
  }
}

/** Where the key is that authenticators are sealed with: without it nobody signs in with a password. */
export function checkCredentialKey({
  dataFolder,
  credentialKey,
}: Pick<Config, 'dataFolder' | 'credentialKey'>): Check {
  const name = 'Signing in';
  if (credentialKey !== undefined)
    return { name, state: 'well', sentence: 'Authenticators are sealed with the key that was set.' };
  return {
    name,
    state: 'well',
    sentence: existsSync(join(dataFolder, 'credential-key'))
      ? 'Authenticators are sealed with the file credential-key of the data folder. Back it up apart from the database.'
      : 'The key that seals authenticators is made when Throughline is first served.',
  };
}

/** Whether this Node is one that Throughline runs on, and is still supported by its makers. */
export function checkNode(running: string, today: PlainDay): Check {
  const name = 'Node';
  const [major = 0, minor = 0] = running.split('.').map(Number);
  const [oldestMajor, oldestMinor] = OLDEST_NODE;
  if (major < oldestMajor || (major === oldestMajor && minor < oldestMinor))
    return {
      name,
      state: 'problem',
      sentence: `This is Node ${running}; Throughline needs ${OLDEST_NODE.join('.')} or later. Install it from nodejs.org.`,
    };
  const ended = supportEnded(running, today);
  return ended === null
    ? { name, state: 'well', sentence: `This is Node ${running}.` }
    : { name, state: 'warning', sentence: `This is Node ${running}. ${ended}` };
}
