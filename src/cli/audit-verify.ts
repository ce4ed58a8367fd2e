import { existsSync } from 'node:fs';
import {
  checkpointFile,
  checkpointLines,
  findingInWords,
  soundInWords,
  trailOfFile,
  type TrailToVerify,
  type Verdict,
  verifyDatabase,
  verifyTrail,
} from '../modules/audit/index.ts';
import { fail, settings, withDatabase } from './open.ts';

interface Wishes {
  readonly export?: string;
  readonly checkpoints?: string;
  readonly key?: string;
}

/** throughline audit verify [--export FILE] [--checkpoints FILE] [--key KEY]. Ends with 1 where anything was tampered with, or is lacking. */
export async function verifyAuditTrail(wishes: Wishes): Promise<void> {
  const started = performance.now();
  if (wishes.checkpoints !== undefined && !existsSync(wishes.checkpoints))
    fail(`There is no file ${wishes.checkpoints}. Name a checkpoint file, as the data folder keeps it.`);
  const verdict =
    wishes.export === undefined ? await verifyHere(wishes) : await verifyFile(wishes.export, wishes);
  if (verdict.kind === 'tampered') {
    console.log(findingInWords(verdict.finding));
    process.exitCode = 1;
    return;
  }
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  console.log(soundInWords(verdict, seconds).join('\n'));
}

async function verifyFile(file: string, wishes: Wishes): Promise<Verdict> {
  if (!existsSync(file)) fail(`There is no file ${file}. Name one that throughline audit export wrote.`);
  const read = await trailOfFile(file);
  if (read.kind === 'not-a-trail')
    fail(
      `${file} is not a trail: its first line does not say so. Name a .jsonl file that throughline audit export wrote.`,
    );
  return verify(read.trail, wishes.checkpoints, wishes.key);
}

async function verifyHere(wishes: Wishes): Promise<Verdict> {
  const kept = checkpointFile(settings().dataFolder);
  return withDatabase(({ db }) => verifyDatabase(db, { kept, named: wishes.checkpoints }, wishes.key));
}

async function verify(
  trail: TrailToVerify,
  file: string | undefined,
  key: string | undefined,
): Promise<Verdict> {
  return verifyTrail(trail, file === undefined ? undefined : checkpointLines(file), key);
}
