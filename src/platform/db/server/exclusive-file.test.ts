import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { PATIENCE } from '../../../../test/support/patience.ts';
import { DatabaseProblemError } from '../database-problem.ts';
import { whileHolding } from './exclusive-file.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lock-'));
});
afterEach(() => rm(folder, { recursive: true }));

describe('whileHolding', () => {
  it('lets one in at a time, gives back what it made, and leaves nothing', async () => {
    let inside = 0;
    const turns = Array.from({ length: 20 }, (_, turn) =>
      whileHolding(join(folder, 'lock'), PATIENCE, async () => {
        inside += 1;
        await wait(1);
        const seen = inside;
        inside -= 1;
        return { turn, seen };
      }),
    );
    expect(await Promise.all(turns)).toEqual(Array.from({ length: 20 }, (_, turn) => ({ turn, seen: 1 })));
    expect(await readdir(folder)).toEqual([]);
  });

  it('lets the next in after one that threw', async () => {
    const lock = join(folder, 'lock');
    await expect(whileHolding(lock, 100, () => Promise.reject(new Error('no')))).rejects.toThrow('no');
    expect(await whileHolding(lock, 100, () => Promise.resolve('yes'))).toBe('yes');
  });

  it('takes over from a process that has gone, one at a time', async () => {
    const child = spawn('true');
    await once(child, 'exit');
    const lock = join(folder, 'lock');
    await writeFile(lock, `${child.pid} gone`);
    let inside = 0;
    let most = 0;
    const turn = () =>
      whileHolding(lock, PATIENCE, async () => {
        inside += 1;
        most = Math.max(most, inside);
        await wait(5);
        inside -= 1;
      });
    await Promise.all([turn(), turn(), turn(), turn()]);
    expect(most).toBe(1);
  });

  it('takes over from an earlier process that had our own number', async () => {
    await writeFile(join(folder, 'lock'), `${process.pid} earlier`);
    expect(await whileHolding(join(folder, 'lock'), PATIENCE, () => Promise.resolve('in'))).toBe('in');
  });

  it('says which process it waited for in vain', async () => {
    await writeFile(join(folder, 'lock'), `${process.ppid} alive`);
    const attempt = whileHolding(join(folder, 'lock'), 100, () => Promise.resolve());
    await expect(attempt).rejects.toThrow(DatabaseProblemError);
    await expect(attempt).rejects.toThrow(`Another Throughline process (${process.ppid})`);
  });
});
