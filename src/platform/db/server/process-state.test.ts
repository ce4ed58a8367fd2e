import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { realpathSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { answersSignals, isRunning, isServerOf } from './process-state.ts';

describe('a process', () => {
  it('runs, and is the server of the folder it works in only', () => {
    expect(isRunning(process.pid)).toBe(true);
    expect(isServerOf(process.pid, realpathSync('.'))).toBe(true);
    expect(isServerOf(process.pid, '/var/lib/somewhere-else')).toBe(false);
  });

  it('has gone once its parent knows', async () => {
    const child = spawn('true');
    await once(child, 'exit');
    expect(answersSignals(child.pid ?? 0)).toBe(false);
    expect(isRunning(child.pid ?? 0)).toBe(false);
  });

  it('that ended unnoticed still answers but does not run', async () => {
    // A shell that starts a program, gives its number and turns into one that never asks how its children fare. A shell
    // may ask as soon as one ends, so nothing ends before the turn has been made: only then is what is written answered.
    const parent = spawn('/bin/sh', ['-c', 'sleep 60 & echo $!; exec cat'], {
      stdio: ['pipe', 'pipe', 'ignore'],
    });
    const [number] = (await once(parent.stdout, 'data')) as [Buffer];
    const pid = Number(number.toString());
    parent.stdin.write('?');
    await once(parent.stdout, 'data');
    expect(isRunning(pid)).toBe(true);
    process.kill(pid, 'SIGKILL');
    await expect.poll(() => isRunning(pid)).toBe(false);
    expect(answersSignals(pid)).toBe(true);
    parent.kill();
  });

  it.each([0, -1, Number.NaN])('has no number %s', (pid) => {
    expect(answersSignals(pid)).toBe(false);
  });
});
