import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { processorTime } from './processor-time.ts';
import { type Stopped, watchChild } from './watch-child.ts';

const LIMITS = { processorMilliseconds: 9_000, waitMilliseconds: 60_000, memoryBytes: 1_000 };

/** Lets a minute and more pass for a child that has used so much, and tells how it was stopped and when, in milliseconds. */
async function watch(uses: (now: number) => { readonly bytes?: number; readonly used: number | null }) {
  const begun = Date.now();
  const stops: (Stopped & { readonly at: number })[] = [];
  const now = () => uses(Date.now() - begun);
  const cease = watchChild(1, LIMITS, (stopped) => stops.push({ ...stopped, at: Date.now() - begun }), {
    processorTime: () => now().used,
    residentBytes: () => now().bytes ?? 0,
  });
  await vi.advanceTimersByTimeAsync(90_000);
  cease();
  return stops;
}

describe('watching a child', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('stops one that has the processor to itself once its own time is over', async () => {
    const [stop, ...more] = await watch((now) => ({ used: now }));
    expect(more).toEqual([]);
    expect(stop).toMatchObject({ why: 'took-too-long' });
    expect(stop?.at).toBeGreaterThan(9_000);
    expect(stop?.at).toBeLessThan(9_100);
  });

  it('gives one that shares the processor as much of it, however long that takes by the clock', async () => {
    const [stop] = await watch((now) => ({ used: now / 4 }));
    expect(stop).toMatchObject({ why: 'took-too-long' });
    expect(stop?.at).toBeGreaterThan(36_000);
  });

  it('says of one that got next to nothing of it that the machine is busy', async () => {
    expect(await watch((now) => ({ used: now / 100 }))).toEqual([
      { why: 'server-busy', got: expect.closeTo(600, -1), at: 60_000 },
    ]);
    expect(await watch(() => ({ used: null }))).toEqual([{ why: 'server-busy', got: null, at: 60_000 }]);
  });

  it('stops one that holds too much memory', async () => {
    const [stop] = await watch((now) => ({ used: 0, bytes: now > 500 ? 1_001 : 1_000 }));
    expect(stop).toMatchObject({ why: 'too-much-memory' });
  });
});

describe('a process’s own time', () => {
  it.skipIf(process.platform !== 'linux')('grows with what it does', () => {
    const before = processorTime(process.pid) ?? 0;
    const { user, system } = process.cpuUsage();
    for (let own = 0; own < 100_000;) {
      const used = process.cpuUsage({ user, system });
      own = used.user + used.system;
    }
    expect((processorTime(process.pid) ?? 0) - before).toBeGreaterThanOrEqual(80);
  });

  it('is unknown once it has ended', () => {
    expect(processorTime(2 ** 30)).toBeNull();
  });
});
