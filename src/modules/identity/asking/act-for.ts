import { actAs, type Db, type RowReader, type Tx } from '../../../platform/db/index.ts';
import type { Visit } from '../../../platform/web/visit.ts';
import type { Asker } from './asker.rule.ts';

/**
 * Who asks for this page, with their grounds: the public where nobody signed in. The web floor carries it without
 * knowing what it is; this is the one place that says.
 */
export function askerOf({ asker, today, requestId }: Pick<Visit, 'asker' | 'today' | 'requestId'>): Asker {
  return (
    (asker as Asker | undefined) ?? {
      kind: 'visitor',
      name: 'The public',
      requestId,
      day: today,
      grounds: [],
    }
  );
}

/** For whom the database judges restricted rows. */
export function rowReader(asker: Pick<Asker, 'kind' | 'personId'>): RowReader {
  if (asker.kind === 'system' || asker.kind === 'operator') return 'system';
  return asker.personId === undefined ? 'nobody' : `person ${asker.personId}`;
}

/** Reads or changes in one transaction for whoever asks: restricted rows they may not see are not there for them. */
export function actFor<Result>(
  db: Db,
  asker: Pick<Asker, 'kind' | 'personId'>,
  work: (tx: Tx) => Promise<Result>,
): Promise<Result> {
  return actAs(db, rowReader(asker), work);
}
