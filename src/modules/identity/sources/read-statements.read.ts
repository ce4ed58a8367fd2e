import type { Db } from '../../../platform/db/index.ts';
import type { PlainDay } from '../../../platform/time/plain-day.ts';

/** What a paper says, as it prints it. */
export interface Statement {
  readonly personId: number;
  readonly postId: number;
  readonly statedOn: PlainDay;
  readonly source: string;
  readonly name: string;
  readonly post: string;
  readonly interim: boolean;
  readonly jobShare: boolean;
}

/** What papers say of people or of a post, the oldest first. */
export async function readStatements(
  db: Db,
  wanted: { readonly personIds: readonly number[] } | { readonly postId: number },
): Promise<readonly Statement[]> {
  const rows = await db
    .selectFrom('identity.statement')
    .select([
      'person_id as personId',
      'post_id as postId',
      'stated_on as statedOn',
      'source',
      'name_as_printed as name',
      'post_as_printed as post',
      'interim',
      'job_share as jobShare',
    ])
    .where((where) =>
      'postId' in wanted
        ? where('post_id', '=', wanted.postId)
        : where('person_id', 'in', [...wanted.personIds, -1]),
    )
    .orderBy('stated_on')
    .orderBy('id')
    .execute();
  return rows.map((row) => ({ ...row, statedOn: row.statedOn as PlainDay }));
}
