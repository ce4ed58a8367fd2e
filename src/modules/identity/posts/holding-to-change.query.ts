import type { Db } from '../../../platform/db/index.ts';
import type { PlainDay } from '../../../platform/time/plain-day.ts';
import type { NamedHolding } from './post-page.query.ts';
import { readHoldingHistory } from '../holdings/read-holdings.read.ts';
import { namesOn } from '../names/read-names.read.ts';

/** One row of a holding, whether it counts still or not, with its holder's name; null where there is none. */
export async function holdingToChange(db: Db, id: number, day: PlainDay): Promise<NamedHolding | null> {
  const [holding] = await readHoldingHistory(db, { id });
  if (holding === undefined) return null;
  const nameOf = await namesOn(db, [holding.personId], day);
  return { ...holding, personName: nameOf(holding.personId) };
}
