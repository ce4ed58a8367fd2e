import type { Db } from '../../../platform/db/index.ts';
import type { PlainDay } from '../../../platform/time/plain-day.ts';
import type { HoldingProblem } from './check-holding.rule.ts';
import { problemInWords } from './holding-words.rule.ts';
import { namesOn } from '../names/read-names.read.ts';
import type { RecordedHolding } from './read-holdings.read.ts';

/** Why a holding cannot be recorded, with the name of whoever is in the way. */
export async function refusalInWords(
  db: Db,
  { problem, post }: { readonly problem: HoldingProblem<RecordedHolding>; readonly post: string },
  day: PlainDay,
): Promise<string> {
  if (problem.kind === 'ends-before-it-begins') return problemInWords(problem, post);
  const nameOf = await namesOn(db, [problem.by.personId], day);
  return problemInWords({ ...problem, by: { ...problem.by, personName: nameOf(problem.by.personId) } }, post);
}
