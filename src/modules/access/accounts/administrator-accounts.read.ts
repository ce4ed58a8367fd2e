import type { Db } from '../../../platform/db/index.ts';
import type { PlainDay } from '../../../platform/time/plain-day.ts';
import { namesOn } from '../../identity/index.ts';

/** Administrators with an account, whether or not they can get in just now. */
export async function administratorAccounts(
  db: Db,
  day: PlainDay,
): Promise<
  readonly { readonly personId: number; readonly personName: string; readonly signInName: string }[]
> {
  const rows = await db
    .selectFrom('access.role_grant as grant')
    .innerJoin('access.account as account', 'account.person_id', 'grant.person_id')
    .select(['account.person_id as personId', 'account.sign_in_name as signInName'])
    .distinct()
    .where('grant.role', '=', 'administrator')
    .where('grant.replaced_at', 'is', null)
    .where('grant.stopped_at', 'is', null)
    .where('grant.from_day', '<=', day)
    .where((where) => where.or([where('grant.to_day', 'is', null), where('grant.to_day', '>=', day)]))
    .where('account.closed_at', 'is', null)
    .orderBy('signInName')
    .execute();
  const nameOf = await namesOn(
    db,
    rows.map(({ personId }) => personId),
    day,
  );
  return rows.map((row) => ({ ...row, personName: nameOf(row.personId) }));
}
