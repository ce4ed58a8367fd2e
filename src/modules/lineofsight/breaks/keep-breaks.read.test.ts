import { describe, expect, it } from 'vitest';
import { plainDay, type PlainDay } from '../../../platform/time/plain-day.ts';
import type { Break } from './breaks.rule.ts';
import { keepBreaks } from './keep-breaks.read.ts';

const [may, june, july] = [plainDay(2026, 5, 12), plainDay(2026, 6, 12), plainDay(2026, 7, 12)];

function someBreaks(count: number): readonly Break[] {
  return Array.from({ length: count }, (_, index) => ({
    kind: 'action-without-lead',
    about: { thing: 'action', ref: `1.1.${index}` },
    sentence: `1.1.${index} names no lead.`,
    words: '',
  }));
}

/** What is kept of days with so many breaks each, and which days were worked out. */
function keeping(breaks: number, most?: number) {
  const workedOut: PlainDay[] = [];
  const ask = keepBreaks(async (_versionId, on) => {
    workedOut.push(on);
    return { breaks: someBreaks(breaks) };
  }, most);
  return { ask, workedOut };
}

describe('what is kept of the breaks of a day', () => {
  it('works out once what many ask for at once, and keeps it', async () => {
    const { ask, workedOut } = keeping(5);
    await Promise.all([ask(1, may), ask(1, may), ask(1, may)]);
    await ask(1, may);
    await ask(2, may);
    expect(workedOut).toEqual([may, may]);
  });

  it('keeps as many days as hold so many breaks in all, the latest asked for', async () => {
    const { ask, workedOut } = keeping(400, 1000);
    for (const on of [may, june, may, july, may, june]) await ask(1, on);
    expect(workedOut).toEqual([may, june, july, june]);
  });

  it('answers what is too large to keep, and keeps nothing of it', async () => {
    const { ask, workedOut } = keeping(2000, 1000);
    expect((await ask(1, may)).breaks).toHaveLength(2000);
    expect((await ask(1, may)).breaks).toHaveLength(2000);
    expect(workedOut).toHaveLength(2);
  });

  it('asks again after a failure', async () => {
    let tries = 0;
    const ask = keepBreaks(async () => {
      tries += 1;
      if (tries === 1) throw new Error('The database went away');
      return { breaks: [] };
    });
    await expect(ask(1, may)).rejects.toThrow('The database went away');
    await expect(ask(1, may)).resolves.toEqual({ breaks: [] });
  });
});
