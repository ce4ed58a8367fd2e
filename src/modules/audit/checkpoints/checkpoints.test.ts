import { appendFile, mkdtemp, readFile, rm, stat, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openTestDatabase, type TestDatabase } from '../../../../test/support/database.ts';
import { createLog } from '../../../platform/log.ts';
import { recordRead } from '../recording/record-read.ts';
import { checkpointLines } from '../verify/read-checkpoints.port.ts';
import { trailOfDatabase } from '../verify/read-database.read.ts';
import { verifyTrail } from '../verify/verify-trail.rule.ts';
import { checkpointFile } from './checkpoint-file.port.ts';
import { checkpointPublicKey } from './checkpoint-key.port.ts';
import { keepCheckpoints } from './keep-checkpoints.job.ts';
import { writeCheckpoint } from './write-checkpoint.port.ts';

let database: TestDatabase;
let folder: string;
beforeEach(async () => {
  database = await openTestDatabase();
  folder = await mkdtemp(path.join(tmpdir(), 'throughline-checkpoints-'));
});
afterEach(async () => {
  await database.close();
  await rm(folder, { recursive: true, force: true });
});

const change = () =>
  recordRead(database.db, { kind: 'system', name: 'x' }, { kind: 'thing', ref: 'x' }, 'a reason');

const text = () => readFile(checkpointFile(folder), 'utf8');

const verify = async () =>
  verifyTrail(await trailOfDatabase(database.db), checkpointLines(checkpointFile(folder)));

describe('writeCheckpoint', () => {
  it('makes a key for its owner alone, records it once, and signs where the trail ends', async () => {
    expect(checkpointPublicKey(folder)).toBeUndefined();
    expect(await writeCheckpoint(database.db, folder)).toEqual({ kind: 'written', sequence: 1 });
    expect(await writeCheckpoint(database.db, folder)).toEqual({ kind: 'nothing-new' });
    await change();
    expect(await writeCheckpoint(database.db, folder)).toEqual({ kind: 'written', sequence: 2 });
    const key = checkpointPublicKey(folder);
    expect(
      (await text())
        .trim()
        .split('\n')
        .map((line) => line.split(' ')[5]),
    ).toEqual([key, key]);
    expect((await stat(path.join(folder, 'audit-checkpoint-key'))).mode & 0o777).toBe(0o600);
    expect(await verify()).toMatchObject({
      kind: 'sound',
      events: 2,
      checkpoints: { agree: 2, expected: true },
    });
  });

  it('keeps lines in order when processes write at once', async () => {
    await Promise.all(
      Array.from({ length: 12 }, async () => {
        await change();
        await writeCheckpoint(database.db, folder);
      }),
    );
    expect(await verify()).toMatchObject({ kind: 'sound', events: 13 });
  });

  it('signs nothing for a database put back to an older state, nor for a trail written anew', async () => {
    for (let round = 0; round < 3; round += 1) await change();
    await writeCheckpoint(database.db, folder);
    await sql
      .raw(`alter table audit.event no force row level security; alter table audit.event disable trigger user; alter table audit.chain disable trigger user;
      delete from audit.event where sequence > 2;
      update audit.chain set sequence = 2, hash = (select hash from audit.event where sequence = 2);
      alter table audit.event enable trigger user; alter table audit.chain enable trigger user`)
      .execute(database.db);
    const before = await text();
    expect(await writeCheckpoint(database.db, folder)).toEqual({ kind: 'trail-differs', sequence: 4 });
    for (let round = 0; round < 5; round += 1) await change();
    expect(await writeCheckpoint(database.db, folder)).toEqual({ kind: 'trail-differs', sequence: 4 });
    expect(await text()).toBe(before);
    expect(await verify()).toMatchObject({ kind: 'tampered', finding: { sequence: 4 } });
  });

  it('goes on after a machine that stopped in the middle of a line', async () => {
    await writeCheckpoint(database.db, folder);
    await change();
    await writeCheckpoint(database.db, folder);
    const whole = await text();
    await truncate(checkpointFile(folder), whole.length - 40);
    expect(await verify()).toMatchObject({ kind: 'sound', checkpoints: { agree: 1 } });
    expect(await writeCheckpoint(database.db, folder)).toEqual({ kind: 'written', sequence: 2 });
    expect(await verify()).toMatchObject({ kind: 'sound', checkpoints: { agree: 2 } });
  });

  it('leaves a spoilt line for the verifier to name', async () => {
    await writeCheckpoint(database.db, folder);
    await appendFile(checkpointFile(folder), 'scribble\n');
    await change();
    await writeCheckpoint(database.db, folder);
    expect(await verify()).toMatchObject({
      finding: { checkpointLine: 2, sentence: expect.stringContaining('Line 2 of the checkpoint file') },
    });
  });

  it('is not fooled by a key that the trail does not know', async () => {
    await writeCheckpoint(database.db, folder);
    const elsewhere = await mkdtemp(path.join(tmpdir(), 'throughline-forged-'));
    const twin = await openTestDatabase();
    try {
      await writeCheckpoint(twin.db, elsewhere);
      const forged = await readFile(checkpointFile(elsewhere), 'utf8');
      await writeFile(checkpointFile(folder), forged);
      expect(await verify()).toMatchObject({ kind: 'tampered' });
    } finally {
      await twin.close();
      await rm(elsewhere, { recursive: true, force: true });
    }
  });
});

describe('keepCheckpoints', () => {
  it('writes at the start, at most once a minute, and at the end', async () => {
    let now = new Date('2026-05-12T10:00:00Z');
    const keeper = await keepCheckpoints(database.db, folder, { log: createLog('silent'), clock: () => now });
    const lines = async () => (await text()).trim().split('\n').length;
    expect(await lines()).toBe(1);
    await change();
    now = new Date('2026-05-12T10:00:59Z');
    await keeper.tick();
    expect(await lines()).toBe(1);
    now = new Date('2026-05-12T10:01:00Z');
    await keeper.tick();
    expect(await lines()).toBe(2);
    now = new Date('2026-05-12T11:00:00Z');
    await keeper.tick();
    expect(await lines()).toBe(2);
    await change();
    await keeper.stop();
    expect(await lines()).toBe(3);
    expect(await verify()).toMatchObject({ kind: 'sound', checkpoints: { agree: 3, last: { sequence: 3 } } });
  });

  it('says in the log what went wrong, and lets the work go on', async () => {
    const said: string[] = [];
    const log = createLog('error', { write: (line) => void said.push(line) });
    await writeFile(path.join(folder, 'audit-checkpoint-key'), 'no key');
    const keeper = await keepCheckpoints(database.db, folder, { log });
    await keeper.stop();
    expect(said).toHaveLength(2);
    expect(said[0]).toContain('A checkpoint of the audit trail could not be written');
  });
});
