import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rounds } from '../../../test/support/rounds.ts';
import { layOutHemicycle } from './hemicycle-layout.ts';

describe('a chamber laid out', () => {
  it('gives every member one seat, each group together from left to right', () => {
    const { seats } = layOutHemicycle([73, 7, 3, 1]);
    expect(seats.map(({ group }) => group)).toEqual([
      ...Array.from({ length: 73 }, () => 0),
      ...Array.from({ length: 7 }, () => 1),
      2,
      2,
      2,
      3,
    ]);
    expect(seats.at(-1)?.x).toBeGreaterThan(seats[0]?.x ?? 0);
  });

  it('puts a single seat in the middle', () => {
    const { seats, width } = layOutHemicycle([1]);
    expect(seats[0]?.x).toBe(width / 2);
  });

  it('lets no two marks touch and none leave the drawing', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 60 }), { minLength: 1, maxLength: 6 }), (sizes) => {
        const { seats, radius, width, height } = layOutHemicycle(sizes);
        expect(seats.length).toBe(sizes.reduce((sum, size) => sum + size, 0));
        const distances = seats.flatMap(({ x, y }, index) =>
          seats.slice(index + 1).map((other) => Math.hypot(x - other.x, y - other.y)),
        );
        expect(Math.min(Number.POSITIVE_INFINITY, ...distances)).toBeGreaterThan(radius * 1.5);
        expect(Math.min(radius, ...seats.map(({ x }) => x))).toBeGreaterThanOrEqual(radius);
        expect(Math.max(0, ...seats.map(({ x }) => x))).toBeLessThanOrEqual(width - radius);
        expect(Math.max(0, ...seats.map(({ y }) => y))).toBeLessThanOrEqual(height);
      }),
      { numRuns: rounds(40) },
    );
  });
});
