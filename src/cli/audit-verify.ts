import { existsSync } from 'node:fs';
import {
  checkpointFile,
  checkpointLines,
  type Sound,
  trailOfDatabase,
  trailOfFile,
  type TrailToVerify,
  type Verdict,
  verifyTrail,
} from '../modules/audit/index.ts';
import { fail, settings, withDatabase } from './open.ts';

interface Wishes {
  readonly export?: string;
  readonly checkpoints?: string;
  readonly key?: string;
}

/** throughline audit verify [--export FILE] [--checkpoints FILE] [--key KEY]. Ends with 1 where anything was tampered with. */
export async function verifyAuditTrail(wishes: Wishes): Promise<void> {
  const started = performance.now();
  if (wishes.checkpoints !== undefined && !existsSync(wishes.checkpoints))
    fail(`There is no file ${wishes.checkpoints}. Name a checkpoint file, as the data folder keeps it.`);
  const verdict =
    wishes.export === undefined ? await verifyDatabase(wishes) : await verifyFile(wishes.export, wishes);
  if (verdict.kind === 'tampered') {
    console.log(`TAMPERED WITH. ${verdict.finding.sentence}`);
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

async function verifyDatabase(wishes: Wishes): Promise<Verdict> {
  const kept = checkpointFile(settings().dataFolder);
  const file = wishes.checkpoints ?? (existsSync(kept) ? kept : undefined);
  const verdict = await withDatabase(async ({ db }) => verify(await trailOfDatabase(db), file, wishes.key));
  if (file !== undefined || verdict.kind === 'tampered' || !verdict.checkpoints.expected) return verdict;
  const sentence = `The trail says that checkpoints were signed, and there is no checkpoint file ${kept}. Put it back, or name a copy with --checkpoints.`;
  return { kind: 'tampered', finding: { sequence: undefined, sentence } };
}

async function verify(
  trail: TrailToVerify,
  file: string | undefined,
  key: string | undefined,
): Promise<Verdict> {
  return verifyTrail(trail, file === undefined ? undefined : checkpointLines(file), key);
}

/** What was verified, and what follows from it and what does not. */
export function soundInWords(sound: Sound, seconds: string): readonly string[] {
  const { events, first, last, whole, checkpoints } = sound;
  if (first === undefined || last === undefined) return ['There are no events.'];
  return [
    `Sound: ${count(events, 'event')} verified in ${seconds} s, from ${moment(first.at)} to ${moment(last.at)}.`,
    whole
      ? `The trail ends at event ${last.sequence} with the hash ${last.hash}.`
      : 'This is a part of the trail: nothing follows about events that are not in it.',
    checkpoints.last === undefined
      ? 'No checkpoint was held against it, so a trail written anew or cut off at its end cannot be ruled out.'
      : `${count(checkpoints.agree, 'checkpoint')} ${checkpoints.agree === 1 ? 'agrees' : 'agree'}, the last of ${checkpoints.last.at.slice(0, 19).replace('T', ' ')} UTC at event ${checkpoints.last.sequence}, signed by the key ${checkpoints.last.key}. Compare that key with the one you keep elsewhere.`,
    ...(sound.erasedNames === 0
      ? []
      : [`${count(sound.erasedNames, 'name')} ${sound.erasedNames === 1 ? 'is' : 'are'} erased, on record.`]),
    ...(sound.clockPutBack === 0
      ? []
      : [
          `${count(sound.clockPutBack, 'event')} bear an earlier time than the one before: the database’s clock was put back.`,
        ]),
  ];
}

function count(number: number, thing: string): string {
  return `${number.toLocaleString('en-GB')} ${thing}${number === 1 ? '' : 's'}`;
}

/** @param at microseconds since 1970 */
function moment(at: number): string {
  return `${new Date(at / 1000).toISOString().slice(0, 19).replace('T', ' ')} UTC`;
}
