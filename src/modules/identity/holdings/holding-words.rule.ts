import { formatDay } from '../../../platform/time/plain-day.ts';
import type { HoldingFact, Manner } from './holding.rule.ts';
import type { HoldingProblem } from './check-holding.rule.ts';

/** When a post is held, in words: "from 1 May 2010 to 31 March 2011", "named on 7 April 2011, no last day recorded". */
export function daysInWords({ begins, ends }: Pick<HoldingFact, 'begins' | 'ends'>): string {
  const from =
    begins.since === null
      ? `in post by ${formatDay(begins.statedOn)}, first day not known`
      : `from ${formatDay(begins.since)}`;
  if (ends === null) return begins.since === null ? from : `${from}, no last day recorded`;
  if (ends.until !== null) return `${from}${begins.since === null ? ',' : ''} to ${formatDay(ends.until)}`;
  return `${from}, over by ${ends.statedOn === null ? 'then' : formatDay(ends.statedOn)}, last day not known`;
}

const MANNERS: Readonly<Record<Manner, string | null>> = {
  substantive: null,
  interim: 'interim',
  acting: 'acting',
};

/** What is particular about how a post is held: "interim", "acting, job share"; empty where nothing is. */
export function mannerInWords({ manner, jobShare }: Pick<HoldingFact, 'manner' | 'jobShare'>): string {
  return [MANNERS[manner], jobShare ? 'job share' : null].filter((word) => word !== null).join(', ');
}

/** Why a holding cannot be recorded, as the person who records it is told. */
export function problemInWords(
  problem: HoldingProblem<HoldingFact & { readonly personName: string }>,
  post: string,
): string {
  if (problem.kind === 'ends-before-it-begins')
    return `The last day must be on or after ${formatDay(problem.begins)}, when they are known to hold the post`;
  return problem.kind === 'held-already'
    ? `${problem.by.personName} is recorded in ${post} already, ${daysInWords(problem.by)}. Correct that holding, or choose days outside it`
    : `${post} is meant for one holder, and ${problem.by.personName} is recorded in it ${daysInWords(problem.by)}. End that holding first, or mark both as a job share`;
}
