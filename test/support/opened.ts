import type { DatabaseProblem, OpenedDatabase } from '../../src/platform/db/index.ts';

/** The opened database, or a test failure with the sentence that says why there is none. */
export function opened(result: OpenedDatabase | DatabaseProblem): OpenedDatabase {
  if (result.kind === 'problem') throw new Error(`${result.code}: ${result.message}`);
  return result;
}
