import { describe, expect, it } from 'vitest';
import { codeBuckets, passwordBuckets } from './attempt-limits.rule.ts';

describe('what an attempt is counted under', () => {
  const attempt = { name: 'Uzma@Loamshire.example ', network: '192.0.2.7', knownDevice: undefined };

  it('is the name from that place, the place, and the name, for a device nobody knows', () => {
    expect(passwordBuckets(attempt)).toEqual([
      { key: 'name uzma@loamshire.example place 192.0.2.7', most: 10 },
      { key: 'place 192.0.2.7', most: 50 },
      { key: 'name uzma@loamshire.example', most: 100 },
    ]);
  });

  it('is the device alone for one they have signed in on, so that no stranger fills it up', () => {
    const own = passwordBuckets({ ...attempt, knownDevice: 'abc' }).map(({ key }) => key);
    const strangers = passwordBuckets(attempt).map(({ key }) => key);
    expect(own).toEqual(['device abc uzma@loamshire.example']);
    expect(own.filter((key) => strangers.includes(key))).toEqual([]);
  });

  it('is the person for a code, which nobody reaches without the password', () => {
    expect(codeBuckets(7)).toEqual([{ key: 'code of 7', most: 10 }]);
  });
});
