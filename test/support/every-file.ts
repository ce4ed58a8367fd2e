import { configureGlobal } from 'fast-check';
import { rounds, seedOfTheRun } from './rounds.ts';

/** fast-check's own number of rounds. */
const USUAL = 100;

// Before each test file. A property that gives its own number of rounds passes it through `rounds` as well.
configureGlobal({ seed: seedOfTheRun(), numRuns: rounds(USUAL) });
