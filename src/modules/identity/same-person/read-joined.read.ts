import type { Db } from '../../../platform/db/index.ts';
import { JoinedPeople, type Judgement, type Verdict } from './joined-people.rule.ts';

/** Which records are of one person, by the newest decision about each pair. */
export async function readJoined(db: Db): Promise<JoinedPeople> {
  return new JoinedPeople(await newestJudgements(db));
}

/** The newest decision about each pair of records, with those that were taken back. */
export async function newestJudgements(
  db: Db,
): Promise<readonly (Judgement & { readonly reason: string })[]> {
  const rows = await db
    .selectFrom('identity.judgement')
    .distinctOn(['person_id', 'other_id'])
    .select(['person_id as personId', 'other_id as otherId', 'verdict', 'reason'])
    .orderBy('person_id')
    .orderBy('other_id')
    .orderBy('id', 'desc')
    .execute();
  return rows.map((row) => ({ ...row, verdict: row.verdict as Verdict }));
}
