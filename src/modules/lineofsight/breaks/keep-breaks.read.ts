import { keepLatest } from '../../../platform/keep-latest.ts';
import type { PlainDay } from '../../../platform/time/plain-day.ts';
import type { Break } from './breaks.rule.ts';

/** About 30 MB: a break is some 300 bytes with its sentence. */
const BREAKS_KEPT = 100_000;
/** What is kept beside the breaks, in breaks: shapes, counts and names of one page. */
const PAGE_WEIGHS = 100;

/**
 * Keeps what was worked out of a version on a day, the latest asked for, as many as hold `most` breaks in all: a few
 * hundred days of a large county's plan, a few of one a hundred times its size. Who asks while an answer is being worked
 * out waits for the same one; a question that failed is not kept.
 */
export function keepBreaks<Answer extends { readonly breaks: readonly Break[] }>(
  workOut: (versionId: number, on: PlainDay) => Promise<Answer>,
  most = BREAKS_KEPT,
): (versionId: number, on: PlainDay) => Promise<Answer> {
  const kept = keepLatest<string, Answer>(most, ({ breaks }) => PAGE_WEIGHS + breaks.length);
  return async (versionId, on) => kept.of(`${versionId} ${on}`, async () => workOut(versionId, on));
}
