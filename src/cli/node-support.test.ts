import { describe, expect, it } from 'vitest';
import { plainDay } from '../platform/time/plain-day.ts';
import { supportEnded } from './node-support.ts';

describe('what is said of a Node past its support', () => {
  it('says since when, and which is supported', () => {
    expect(supportEnded('20.20.2', plainDay(2026, 5, 1))).toBe(
      'Node 20 is past its support: no security updates since 30 April 2026. Node 24 is supported until 30 April 2028.',
    );
  });

  it.each([
    ['20.20.2', plainDay(2026, 4, 30)],
    ['24.1.0', plainDay(2026, 11, 29)],
    ['99.0.0', plainDay(2040, 1, 1)],
  ])('says nothing of %s on %s', (version, day) => {
    expect(supportEnded(version, day)).toBeNull();
  });

  it('names no Node whose own support has ended', () => {
    expect(supportEnded('24.1.0', plainDay(2028, 5, 1))).toContain('A newer one is supported.');
  });
});
