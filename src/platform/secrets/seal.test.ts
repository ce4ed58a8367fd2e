import { randomBytes } from 'node:crypto';
import { assert, property, string, uint8Array } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rounds } from '../../../test/support/rounds.ts';
import { Seal } from './seal.ts';

const seal = new Seal(randomBytes(32));

describe('a seal', () => {
  it('opens what it closed for the same purpose, and nothing else', () => {
    assert(
      property(uint8Array({ maxLength: 200 }), string(), string(), (secret, purpose, other) => {
        const closed = seal.close(purpose, Buffer.from(secret));
        expect(seal.open(purpose, closed)).toEqual(Buffer.from(secret));
        expect(seal.open(`${purpose} ${other}`, closed)).toBeUndefined();
        expect(new Seal(randomBytes(32)).open(purpose, closed)).toBeUndefined();
      }),
      { numRuns: rounds(100) },
    );
  });

  it('finds every changed bit and every cut', () => {
    const closed = seal.close('code of person 1', 'JBSWY3DPEHPK3PXP');
    for (let bit = 0; bit < closed.length * 8; bit += 1) {
      const changed = Buffer.from(closed);
      changed[bit >> 3] = (changed[bit >> 3] ?? 0) ^ (1 << (bit & 7));
      expect(seal.open('code of person 1', changed)).toBeUndefined();
    }
    for (let length = 0; length < closed.length; length += 1)
      expect(seal.open('code of person 1', closed.subarray(0, length))).toBeUndefined();
  });

  it.each([
    [0, true],
    [299_999, true],
    [300_000, false],
    [10_000_000, false],
  ])('facts closed for 300 seconds open after %i milliseconds: %s', (later, opens) => {
    const now = Date.UTC(2026, 10, 28);
    const text = seal.closeFacts('sign-in', { person: 12 }, 300, now);
    expect(seal.openFacts('sign-in', text, now + later)).toEqual(opens ? { person: 12 } : undefined);
  });

  it.each([undefined, '', 'x', 'AAAA', 'not base64 ~~', 'A'.repeat(5000)])(
    '%j is no facts of ours',
    (text) => {
      expect(seal.openFacts('sign-in', text)).toBeUndefined();
    },
  );

  it('takes no short key', () => {
    expect(() => new Seal(randomBytes(31))).toThrow('32 bytes');
  });
});
