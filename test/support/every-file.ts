import { configureGlobal } from 'fast-check';
import { afterAll, afterEach, vi } from 'vitest';
import { processorTime } from './processor-time.ts';
import { rounds, seedOfTheRun } from './rounds.ts';

declare module 'vitest' {
  interface TaskMeta {
    /** Seconds of processor time that a file took, with the programs it started. */
    processorTime?: number;
  }
}

/** fast-check's own number of rounds. */
const USUAL = 100;

// Before each test file. A property that gives its own number of rounds passes it through `rounds` as well.
configureGlobal({ seed: seedOfTheRun(), numRuns: rounds(USUAL) });

const before = processorTime();

// After each, since what runs after all of them cannot tell the run of what it found.
afterEach(({ task }) => {
  task.file.meta.processorTime = processorTime() - before;
});

// Files share a process: a clock that one of them held goes on for the next.
afterAll(() => {
  vi.useRealTimers();
});
