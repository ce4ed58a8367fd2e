import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestDatabase, type TestDatabase } from '../../../../test/support/database.ts';
import { checkpointFile } from '../checkpoints/checkpoint-file.port.ts';
import { writeCheckpoint } from '../checkpoints/write-checkpoint.port.ts';
import { recordRead } from '../recording/record-read.ts';
import { findingInWords, soundInWords } from './verdict-words.rule.ts';
import type { Verdict } from './verdict.shape.ts';
import { verifyDatabase } from './verify-database.query.ts';

const PAGE = { kind: 'system', name: 'x', requestId: 'BCDF-GHJK' } as const;
const COMMAND = { kind: 'operator', name: 'x' } as const;
const MINUTES = 60_000;

let database: TestDatabase;
let folder: string;
/** The file's lines: of event 2, 3 and 4. Events 5 and 6 came by the command line alone. */
let lines: readonly string[];
let file: string;
let lastPage = 0;
beforeAll(async () => {
  database = await openTestDatabase();
  folder = await mkdtemp(path.join(tmpdir(), 'throughline-lacking-'));
  file = checkpointFile(folder);
  await writeCheckpoint(database.db, folder);
  for (let round = 0; round < 3; round += 1) {
    await record(PAGE);
    await writeCheckpoint(database.db, folder);
  }
  lastPage = Date.now();
  for (let round = 0; round < 2; round += 1) await record(COMMAND);
  lines = (await readFile(file, 'utf8')).trimEnd().split('\n');
});
afterAll(async () => {
  await database.close();
  await rm(folder, { recursive: true });
});

const record = (actor: typeof PAGE | typeof COMMAND) =>
  recordRead(database.db, actor, { kind: 'thing', ref: 'x' }, 'a reason');

/** What is found with this in the kept file, so many milliseconds after the last page. */
async function found(kept: string | null, after = 60 * MINUTES, named?: string): Promise<Verdict> {
  await (kept === null ? rm(file, { force: true }) : writeFile(file, kept));
  return verifyDatabase(database.db, { kept: file, named }, undefined, new Date(lastPage + after));
}

function words(verdict: Verdict): string {
  return verdict.kind === 'sound' ? soundInWords(verdict, '1').join(' ') : findingInWords(verdict.finding);
}

describe('a checkpoint file', () => {
  it('that is whole is sound, and what it does not cover yet is said', async () => {
    const text = words(await found(`${lines.join('\n')}\n`));
    expect(text).toContain('4 checkpoints agree');
    expect(text).toContain('No checkpoint is there yet for what follows event 4 (2 events).');
  });

  it.each([
    ['is gone', null, 'there is no checkpoint file'],
    ['is empty', '', 'there is none in the checkpoint file'],
    ['holds half a line', 'throughline-checkpoint-1 x', 'there is none in the checkpoint file'],
  ])('that %s is not sound, and what that means is said', async (_what, kept, sentence) => {
    for (const after of [0, 60 * MINUTES]) {
      const text = words(await found(kept, after));
      expect(text).toMatch(/^NOT PROVEN\. The trail says that checkpoints were signed/);
      expect(text).toContain(sentence);
      expect(text).toContain('would look the same');
      expect(text).toContain('--checkpoints');
    }
  });

  it.each([1, 2, 3])('whose last lines are cut off (%i) is not sound five minutes after', async (cut) => {
    const kept = `${lines.slice(0, -cut).join('\n')}\n`;
    expect(await found(kept, 4 * MINUTES)).toMatchObject({ kind: 'sound' });
    const text = words(await found(kept, 6 * MINUTES));
    expect(text).toMatch(/^NOT PROVEN\. The last checkpoint is of event \d, and one is lacking for event 4/);
    expect(text).toContain(`What follows event ${4 - cut} may have been written anew.`);
  });

  it('lacks nothing where only commands added events since', async () => {
    expect(await found(`${lines.join('\n')}\n`, 1e6 * MINUTES)).toMatchObject({ kind: 'sound' });
  });

  it('that somebody names may end anywhere, and must hold a checkpoint', async () => {
    const copy = path.join(folder, 'copy.txt');
    await writeFile(copy, `${lines[0]}\n`);
    expect(await found(null, 60 * MINUTES, copy)).toMatchObject({ kind: 'sound' });
    await writeFile(copy, '');
    expect(words(await found(`${lines.join('\n')}\n`, 0, copy))).toContain('NOT PROVEN. ');
  });

  it('is not asked for where none was ever signed', async () => {
    const other = await openTestDatabase();
    await recordRead(other.db, PAGE, { kind: 'thing', ref: 'x' }, 'a reason');
    const later = new Date(Date.now() + 60 * MINUTES);
    expect(await verifyDatabase(other.db, { kept: '/no/such/file' }, undefined, later)).toMatchObject({
      kind: 'sound',
    });
    await other.close();
  });
});
