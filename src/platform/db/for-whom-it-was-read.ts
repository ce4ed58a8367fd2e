import { AsyncLocalStorage } from 'node:async_hooks';

const watching = new AsyncLocalStorage<Set<string>>();

/** Notes for whom a transaction is begun (a `RowReader`), for whoever watches the work it is part of. */
export function noteReader(reader: string): void {
  watching.getStore()?.add(reader);
}

/**
 * Does some work, and says whether everything it asked of the database was asked for nobody: whether nothing in its
 * result can be what only somebody may see. A question outside `actAs` is asked for nobody already, since the database
 * shows restricted rows to those alone for whom it was said that they ask.
 */
export async function readForNobody<Result>(
  work: () => Result | Promise<Result>,
): Promise<{ readonly result: Result; readonly forNobody: boolean }> {
  const readers = new Set<string>();
  const result = await watching.run(readers, async () => work());
  return { result, forNobody: [...readers].every((reader) => reader === 'nobody') };
}
