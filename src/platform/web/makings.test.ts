import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MakingCounts } from './makings.ts';

const ME = { who: 'me', limits: { atOnce: 2, inAMinute: 5 } };
const YOU = { who: 'you', limits: { atOnce: 2, inAMinute: 5 } };
const ALL = { who: 'all', limits: { atOnce: 3, inAMinute: 7 } };

function counts() {
  const clock = { now: 1_000_000 };
  return { clock, made: new MakingCounts(() => clock.now) };
}

function finish(begun: ReturnType<MakingCounts['begin']>): void {
  if (begun.kind === 'begun') begun.done();
}

describe('what is costly to make', () => {
  it('is made so many at a time for one asker, and goes on as soon as one is done', () => {
    const { made } = counts();
    const first = made.begin([ME]);
    expect([first.kind, made.begin([ME]).kind]).toEqual(['begun', 'begun']);
    expect(made.begin([ME])).toEqual({ kind: 'too-many', retryAfter: 5, limits: ME.limits });
    expect(made.begin([YOU]).kind).toBe('begun');
    finish(first);
    finish(first);
    expect([made.begin([ME]).kind, made.begin([ME]).kind]).toEqual(['begun', 'too-many']);
  });

  it('is made so often in a minute, and says to the second when the next may be', () => {
    const { clock, made } = counts();
    for (let number = 0; number < 5; number += 1) {
      finish(made.begin([ME]));
      clock.now += 1000;
    }
    for (let asked = 0; asked < 100; asked += 1)
      expect(made.begin([ME])).toEqual({ kind: 'too-many', retryAfter: 55, limits: ME.limits });
    clock.now += 54_999;
    expect(made.begin([ME]).kind).toBe('too-many');
    clock.now += 1;
    expect([made.begin([ME]).kind, made.begin([ME]).kind]).toEqual(['begun', 'too-many']);
  });

  it('counts for the public by address and in all, and for none where it is refused', () => {
    const { made } = counts();
    expect([made.begin([ME, ALL]).kind, made.begin([ME, ALL]).kind]).toEqual(['begun', 'begun']);
    expect(made.begin([ME, ALL]).kind).toBe('too-many');
    expect(made.begin([YOU, ALL]).kind).toBe('begun');
    expect(made.begin([YOU, ALL])).toMatchObject({ limits: ALL.limits });
  });

  it('never has more at once or in a minute than its limits, whatever comes in which order', () => {
    const step = fc.oneof(
      fc.record({ kind: fc.constant('begin' as const) }),
      fc.record({ kind: fc.constant('done' as const) }),
      fc.record({ kind: fc.constant('wait' as const), ms: fc.integer({ min: 0, max: 40_000 }) }),
    );
    fc.assert(
      fc.property(fc.array(step, { maxLength: 80 }), (steps) => {
        const { clock, made } = counts();
        const running: (() => void)[] = [];
        const begun: number[] = [];
        const told: unknown[] = [];
        const wanted: unknown[] = [];
        for (const one of steps) {
          if (one.kind === 'wait') clock.now += one.ms;
          else if (one.kind === 'done') running.shift()?.();
          else {
            const last = begun.filter((moment) => moment > clock.now - 60_000).length;
            const wait = (begun.at(-ME.limits.inAMinute) ?? 0) + 60_000 - clock.now;
            if (last >= ME.limits.inAMinute) wanted.push(Math.max(1, Math.ceil(wait / 1000)));
            else wanted.push(running.length < ME.limits.atOnce ? 'begun' : 5);
            const answer = made.begin([ME]);
            told.push(answer.kind === 'begun' ? 'begun' : answer.retryAfter);
            if (answer.kind === 'begun') {
              running.push(answer.done);
              begun.push(clock.now);
            }
          }
        }
        expect(told).toEqual(wanted);
      }),
    );
  });
});
