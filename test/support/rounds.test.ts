import { property, integer, check, readConfigureGlobal } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rounds, seedOfTheRun } from './rounds.ts';

describe('rounds of a property', () => {
  it.each([
    [100, 20],
    [79, 16],
    [5, 1],
    [1, 1],
  ])('are all of %i in the whole run, and %i every day', (all, everyday) => {
    expect(rounds(all, { TEST_ROUNDS: 'all' })).toBe(all);
    expect(rounds(all, {})).toBe(everyday);
    expect(rounds(all, { TEST_ROUNDS: 'few' })).toBe(everyday);
  });
});

describe('the seed of a run', () => {
  it('is the one that was asked for', () => {
    expect(seedOfTheRun({ TEST_SEED: '42' })).toBe(42);
  });

  it('is the day’s where none was', () => {
    expect(String(seedOfTheRun({}))).toMatch(/^20\d{6}$/);
    expect(seedOfTheRun({ TEST_SEED: '' })).toBe(seedOfTheRun({}));
  });

  it.each(['yesterday', '-1', '1.5', '12345678901'])('cannot be %s', (seed) => {
    expect(() => seedOfTheRun({ TEST_SEED: seed })).toThrow(`TEST_SEED is ${seed}`);
  });

  it('and the number of rounds are what a property is tried with', () => {
    expect(readConfigureGlobal()).toMatchObject({ seed: seedOfTheRun(), numRuns: rounds(100) });
    const tried = check(property(integer(), () => true));
    expect(tried).toMatchObject({ seed: seedOfTheRun(), numRuns: rounds(100), failed: false });
  });
});
