import { describe, expect, it } from 'vitest';
import { budgetLines, calibrate, type Cost, costs, moduleOf, slowest } from '../bin/budget.mjs';

const SAME_MACHINE = 0.38;

const cost = (file: string, lane: string, processor: number, elapsed = processor): Cost => ({
  file,
  lane,
  processor,
  elapsed,
});

describe('what a test file belongs to', () => {
  it.each([
    ['src/modules/bodies/seats/seat.test.ts', 'bodies'],
    ['src/modules/bodies/paths.test.ts', 'bodies'],
    ['src/platform/db/migrate.test.ts', undefined],
    ['test/journeys/bodies.test.ts', undefined],
  ])('%s: %s', (file, module) => {
    expect(moduleOf(file)).toBe(module);
  });
});

describe('what a module comes to', () => {
  const files = [
    cost('src/modules/bodies/a.test.ts', 'pure', 2),
    cost('src/modules/bodies/b.test.ts', 'database', 3),
    cost('src/modules/audit/c.test.ts', 'database', 1),
    cost('test/d.test.ts', 'pure', 5),
  ];

  it('is its own time, and its share of the server’s where it uses one', () => {
    expect(Object.fromEntries(costs(files, 8, SAME_MACHINE))).toEqual({
      bodies: 2 + 3 + 6,
      audit: 1 + 2,
      'the house': 5,
    });
  });

  it('is the same on a machine that is half as fast', () => {
    const slower = files.map((file) => ({ ...file, processor: file.processor * 2 }));
    expect(costs(slower, 16, SAME_MACHINE * 2)).toEqual(costs(files, 8, SAME_MACHINE));
  });

  it('is nothing where nothing ran', () => {
    expect(costs([], 1, SAME_MACHINE).size).toBe(0);
  });
});

describe('the budget', () => {
  const modules = (count: number, each: number) =>
    new Map([
      ...Array.from({ length: count }, (_, one) => [`m${one}`, each] as const),
      ['the house', 60] as const,
    ]);
  const over = (count: number, each: number, part: 'everyday' | 'whole') =>
    budgetLines(modules(count, each), part).filter((line) => line.startsWith('Over'));

  it('is 20 s of two processors a module every day, and 2 minutes in the whole run', () => {
    expect(over(1, 40, 'everyday')).toEqual([]);
    expect(over(1, 40.2, 'everyday')).toEqual([
      'Over its budget: m0 takes 40.2 s, and a module may take 40 s',
    ]);
    expect(over(1, 240, 'whole')).toEqual([]);
    expect(over(1, 240.2, 'whole')).toEqual([
      'Over its budget: m0 takes 240.2 s, and a module may take 240 s',
    ]);
  });

  it('grows with each module, and says when all together are over it', () => {
    expect(over(6, 15, 'everyday')).toEqual([]);
    expect(over(6, 16, 'everyday')).toEqual(['Over the budget: all tests take 156.0 s, and may take 150 s']);
    expect(over(7, 16, 'everyday')).toEqual([]);
    expect(over(14, 35, 'everyday')).toEqual(['Over the budget: all tests take 550.0 s, and may take 470 s']);
  });
});

it('the slowest are named first, by the clock', () => {
  const files = Array.from({ length: 30 }, (_, one) => cost(`${one}`, 'pure', 30 - one, one));
  expect(slowest(files).map(({ file }) => file)).toEqual([
    '29',
    '28',
    '27',
    '26',
    '25',
    '24',
    '23',
    '22',
    '21',
    '20',
  ]);
});

it('the calibration counts work of this process', () => {
  expect(calibrate(4)).toBeGreaterThan(0);
});
