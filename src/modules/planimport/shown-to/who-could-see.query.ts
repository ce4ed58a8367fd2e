import type { Db, Tx } from '../../../platform/db/index.ts';
import type { PlainDay } from '../../../platform/time/plain-day.ts';
import { askersOn } from '../../access/index.ts';
import { groundsToReadDraft, mayChangeDraft, mayReadDraft } from '../permissions.ts';
import type { DraftReader } from './draft-readers.read.ts';
import type { DraftInTrail } from './draft-in-trail.read.ts';

/** Who could see a draft at any time of a day; nobody before the day on which it was brought in. */
export async function whoCouldSee(
  db: Db | Tx,
  draft: Pick<DraftInTrail, 'id' | 'startedOn'>,
  day: PlainDay,
): Promise<readonly DraftReader[]> {
  if (day < draft.startedOn) return [];
  const askers = await askersOn(db, day);
  return askers
    .filter((asker) => mayReadDraft(asker, draft.id))
    .map((asker) => ({
      personId: asker.personId,
      name: asker.name,
      grounds: groundsToReadDraft(asker, draft.id),
      mayChange: mayChangeDraft(asker, draft.id),
    }));
}
