import { sql } from 'kysely';
import type { Db } from '../../../platform/db/index.ts';

/** A file that was read and that nobody has accepted or dropped yet. */
export interface OpenDraft {
  readonly id: string;
  readonly fileName: string;
  readonly createdAt: Date;
  readonly actions: number;
  readonly problems: number;
  /** Things to look at that somebody has decided about. */
  readonly decided: number;
}

/** More than anybody has open at once; the oldest would be forgotten ones. */
const MOST = 50;

/** The drafts that are open, newest first. */
export async function openDrafts(db: Db): Promise<readonly OpenDraft[]> {
  const { rows } = await sql<OpenDraft>`
    select draft.id,
      draft.file_name as "fileName",
      draft.created_at as "createdAt",
      draft.actions,
      draft.problems,
      (select count(distinct choice.subject) from planimport.choice as choice
        where choice.draft_id = draft.id and choice.subject like 'problem:%') as decided
    from planimport.draft as draft
    where draft.ended is null
    order by draft.created_at desc
    limit ${MOST}`.execute(db);
  return rows;
}
