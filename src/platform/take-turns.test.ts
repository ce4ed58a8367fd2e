import { describe, expect, it } from 'vitest';
import { QUEUE_FULL, takeTurns } from './take-turns.ts';

describe('takeTurns', () => {
  it('runs no more at once than allowed, in the order in which they came, also after one fails', async () => {
    const inTurn = takeTurns(2, 10);
    let running = 0;
    let most = 0;
    const started: number[] = [];
    const work = (number: number) => async (): Promise<number> => {
      started.push(number);
      running += 1;
      most = Math.max(most, running);
      await new Promise((resolve) => setTimeout(resolve, 5));
      running -= 1;
      if (number === 1) throw new Error('failed');
      return number;
    };
    const results = await Promise.allSettled([0, 1, 2, 3, 4].map((number) => inTurn(work(number))));
    expect(most).toBe(2);
    expect(started).toEqual([0, 1, 2, 3, 4]);
    expect(results.map((result) => result.status)).toEqual([
      'fulfilled',
      'rejected',
      'fulfilled',
      'fulfilled',
      'fulfilled',
    ]);
  });

  it('turns away what comes when enough are waiting, and nothing once they are through', async () => {
    const inTurn = takeTurns(1, 1);
    const work = (): Promise<string> => Promise.resolve('done');
    expect(await Promise.all([inTurn(work), inTurn(work), inTurn(work)])).toEqual([
      'done',
      'done',
      QUEUE_FULL,
    ]);
    expect(await inTurn(work)).toBe('done');
  });
});
