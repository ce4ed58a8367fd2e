import { array, assert, ipV6, nat, property } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { codeBuckets, networkOf, passwordBuckets } from './attempt-limits.rule.ts';

describe('what an attempt is counted under', () => {
  const attempt = { name: 'Uzma@Loamshire.example ', address: '192.0.2.7', knownDevice: undefined };

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

describe('a network', () => {
  it.each([
    ['192.0.2.7', '192.0.2.7'],
    ['::ffff:192.0.2.7', '192.0.2.7'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2'],
    ['2001:DB8:0001:0002::1', '2001:db8:1:2'],
    ['2001:db8::1', '2001:db8:0:0'],
    ['::1', '0:0:0:0'],
    ['fe80::1', 'fe80:0:0:0'],
  ])('of %s is %s', (address, network) => {
    expect(networkOf(address)).toBe(network);
  });

  it('is one for all the addresses a household is given', () => {
    assert(
      property(ipV6(), array(nat(0xff_ff), { minLength: 4, maxLength: 4 }), (address, host) => {
        const network = networkOf(address);
        if (network.includes('.')) return;
        expect(networkOf(`${network}:${host.map((part) => part.toString(16)).join(':')}`)).toBe(network);
      }),
    );
  });
});
