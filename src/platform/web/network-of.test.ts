import { array, assert, ipV6, nat, property } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { networkOf } from './network-of.ts';

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
