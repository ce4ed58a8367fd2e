import { configureGlobal } from 'fast-check';
import { afterAll, vi } from 'vitest';
import { rounds, seedOfTheRun } from './rounds.ts';

/** fast-check's own number of rounds. */
const USUAL = 100;

// Before each test file. A property that gives its own number of rounds passes it through `rounds` as well.
configureGlobal({ seed: seedOfTheRun(), numRuns: rounds(USUAL) });

// Files share a process: a clock that one of them held goes on for the next.
afterAll(() => {
  vi.useRealTimers();
});
