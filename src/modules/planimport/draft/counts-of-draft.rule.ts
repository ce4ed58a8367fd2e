import { type PlanReading, countReading } from '../../improvement/index.ts';

/** What a draft's row says of its reading, for lists of drafts. */
export function countsOfDraft(reading: PlanReading): { readonly actions: number; readonly problems: number } {
  const { actions, problems } = countReading(reading);
  return { actions, problems };
}
