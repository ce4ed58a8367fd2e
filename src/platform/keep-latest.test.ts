import { describe, expect, it } from 'vitest';
import { keepLatest } from './keep-latest.ts';

interface Answer {
  readonly said: string;
}

/** Answers that count how often each was made. */
function counting() {
  const made = new Map<string, number>();
  const make = (said: string) => async (): Promise<Answer> => {
    made.set(said, (made.get(said) ?? 0) + 1);
    await Promise.resolve();
    return { said };
  };
  return { made, make };
}

describe('the latest answers', () => {
  it('are made once, for those who ask together too', async () => {
    const { made, make } = counting();
    const latest = keepLatest<string, Answer>(2);
    const asked = await Promise.all([latest.of('a', make('a')), latest.of('a', make('a'))]);
    expect([...asked, await latest.of('a', make('a'))].map(({ said }) => said)).toEqual(['a', 'a', 'a']);
    expect(made).toEqual(new Map([['a', 1]]));
  });

  it('say whether there is one, without making it', async () => {
    const latest = keepLatest<string, Answer>(1);
    expect(latest.has('a')).toBe(false);
    await latest.of('a', async () => ({ said: 'a' }));
    expect(latest.has('a')).toBe(true);
    await latest.of('b', async () => ({ said: 'b' }));
    expect(latest.has('a')).toBe(false);
  });

  it('push out the one asked for longest ago', async () => {
    const { made, make } = counting();
    const latest = keepLatest<string, Answer>(2);
    for (const key of ['a', 'b', 'a', 'c', 'a', 'b']) await latest.of(key, make(key));
    expect(made).toEqual(
      new Map([
        ['a', 1],
        ['b', 2],
        ['c', 1],
      ]),
    );
  });

  it('count by what they weigh', async () => {
    const { made, make } = counting();
    const latest = keepLatest<string, Answer>(4, ({ said }) => said.length);
    for (const key of ['aaa', 'b', 'aaa', 'cc', 'aaa', 'too long']) await latest.of(key, make(key));
    expect(made.get('aaa')).toBe(2);
    expect(await latest.of('too long', make('too long'))).toEqual({ said: 'too long' });
  });

  it('do not keep a failure', async () => {
    const { make } = counting();
    const latest = keepLatest<string, Answer>(2);
    await expect(latest.of('a', async () => Promise.reject(new Error('not now')))).rejects.toThrow('not now');
    expect(await latest.of('a', make('a'))).toEqual({ said: 'a' });
  });

  it('are still given to who waits when pushed out meanwhile', async () => {
    const { make } = counting();
    const latest = keepLatest<string, Answer>(1);
    const asked = await Promise.all(['a', 'b', 'c'].map(async (key) => latest.of(key, make(key))));
    expect(asked.map(({ said }) => said)).toEqual(['a', 'b', 'c']);
  });
});
