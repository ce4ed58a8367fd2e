import { expect, it } from 'vitest';
import { growth } from './growth.ts';

/** So many steps of work that nothing can shorten. */
function work(steps: number): number {
  let value = 1;
  for (let step = 0; step < steps; step += 1) value = (value * 48_271) % 2_147_483_647;
  return value;
}

it('tells work that grows with the square of its input from work that grows with it', () => {
  const times = 32;
  const steps = 40_000;
  const grown = growth({ times, noTrouble: 1, small: () => work(steps), large: () => work(steps * times) });
  const squared = growth({
    times,
    noTrouble: 1,
    small: () => work(steps / times),
    large: () => work(steps * times),
  });
  expect(grown).toBeLessThan(times / 4);
  expect(squared).toBeGreaterThan(times / 2);
});

it('finds no trouble in what is nothing to speak of', () => {
  expect(growth({ times: 2, small: () => 1, large: () => 2 })).toBe(0);
});
