import { loadSample } from '../../src/cli/load-sample.ts';
import { type Filling, openTestDatabase, type TestDatabase } from './database.ts';

const SAMPLE: Filling = { name: 'sample', fill: loadSample };

/** A database of one test file's own with the sample of Kent's plan in it, which is loaded once in a run and copied. */
export function openSampleDatabase(): Promise<TestDatabase> {
  return openTestDatabase({ filled: SAMPLE });
}
