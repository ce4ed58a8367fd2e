import { sql } from 'kysely';
import type { Db, Tx } from '../../../platform/db/index.ts';

/** What signing in needs to know of an account. */
export interface Account {
  readonly personId: number;
  readonly signInName: string;
  readonly passwordHash: string | null;
  /** Sealed. */
  readonly codeSecret: Buffer | null;
  readonly throughProvider: boolean;
  readonly closed: boolean;
}

export async function accountNamed(db: Db, signInName: string): Promise<Account | null> {
  const row = await select(db)
    .where((where) => where.fn<string>('lower', ['sign_in_name']), '=', signInName.trim().toLowerCase())
    .executeTakeFirst();
  return row === undefined ? null : { ...row, closed: !row.isOpen };
}

export async function accountOf(db: Db, personId: number): Promise<Account | null> {
  const row = await select(db).where('person_id', '=', personId).executeTakeFirst();
  return row === undefined ? null : { ...row, closed: !row.isOpen };
}

/** Locks an account until the transaction ends, so that nothing is added to one that is being closed. False where it is closed. */
export async function lockOpenAccount(tx: Tx, personId: number): Promise<boolean> {
  const row = await tx
    .selectFrom('access.account')
    .select('person_id')
    .where('person_id', '=', personId)
    .where(sql<boolean>`access.is_open(account)`)
    .forUpdate()
    .executeTakeFirst();
  return row !== undefined;
}

function select(db: Db) {
  return db
    .selectFrom('access.account')
    .select([
      'person_id as personId',
      'sign_in_name as signInName',
      'password_hash as passwordHash',
      'code_secret as codeSecret',
      'through_provider as throughProvider',
    ])
    .select(sql<boolean>`access.is_open(account)`.as('isOpen'));
}

/** A way in of a person, as their own page and an administrator's show it. */
export interface WaysIn {
  readonly passkeys: readonly {
    readonly id: string;
    readonly name: string;
    readonly addedAt: Date;
    readonly lastUsedAt: Date | null;
  }[];
  readonly hasPassword: boolean;
  readonly recoveryCodesLeft: number;
  /** Issuers of the council's own sign-in that know them. */
  readonly outside: readonly string[];
}

export async function waysIn(db: Db, personId: number): Promise<WaysIn> {
  const account = await accountOf(db, personId);
  const passkeys = await db
    .selectFrom('access.passkey')
    .select(['credential_id as id', 'name', 'added_at as addedAt', 'last_used_at as lastUsedAt'])
    .where('person_id', '=', personId)
    .orderBy('added_at')
    .execute();
  const codes = await db
    .selectFrom('access.recovery_code')
    .select((all) => all.fn.countAll<number>().as('left'))
    .where('person_id', '=', personId)
    .where('used_at', 'is', null)
    .executeTakeFirstOrThrow();
  const outside = await db
    .selectFrom('access.outside_account')
    .select('issuer')
    .where('person_id', '=', personId)
    .orderBy('issuer')
    .execute();
  return {
    passkeys,
    hasPassword: account?.passwordHash !== null && account !== null,
    recoveryCodesLeft: codes.left,
    outside: outside.map(({ issuer }) => issuer),
  };
}
