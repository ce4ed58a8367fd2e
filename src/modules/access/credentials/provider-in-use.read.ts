import type { Db } from '../../../platform/db/index.ts';

/** The council's own sign-in, as it was last set. */
export interface Provider {
  readonly id: number;
  /** What people know it by, such as "your Loamshire account". */
  readonly name: string;
  readonly issuer: string;
  readonly clientId: string;
  /** Sealed. */
  readonly clientSecret: Buffer | null;
  readonly roleClaim: string;
  readonly groupsUrl: string | null;
  readonly roles: readonly { readonly value: string; readonly role: string }[];
}

/** The provider in use; null where nobody signs in through one. */
export async function providerInUse(db: Db): Promise<Provider | null> {
  const row = await db
    .selectFrom('access.provider')
    .selectAll()
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();
  if (row === undefined || row.issuer === null || row.client_id === null) return null;
  const roles = await db
    .selectFrom('access.provider_role')
    .select(['value', 'role'])
    .where('provider_id', '=', row.id)
    .orderBy('value')
    .orderBy('role')
    .execute();
  return {
    id: row.id,
    name: row.name,
    issuer: row.issuer,
    clientId: row.client_id,
    clientSecret: row.client_secret,
    roleClaim: row.role_claim,
    groupsUrl: row.groups_url,
    roles,
  };
}
