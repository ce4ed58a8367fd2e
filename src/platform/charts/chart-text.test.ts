import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fitText, textWidth } from './chart-text.ts';

describe('fitText', () => {
  it('leaves what fits and cuts the rest at a word', () => {
    expect(fitText('Recruit', 200, 12)).toBe('Recruit');
    expect(fitText('Recruit team managers for every district', 120, 12)).toBe('Recruit team…');
    expect(fitText('Recruit internationally', 100, 12)).toBe('Recruit internati…');
  });
  it('fits any text into any room that holds an ellipsis', () => {
    fc.assert(
      fc.property(fc.string(), fc.integer({ min: 20, max: 400 }), (text, room) => {
        expect(textWidth(fitText(text, room, 12), 12)).toBeLessThanOrEqual(room);
      }),
    );
  });
});
