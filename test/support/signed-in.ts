import { addPerson, type Role } from '../../src/modules/identity/index.ts';
import { openAccount } from '../../src/modules/access/accounts/keep-accounts.ts';
import { giveRole } from '../../src/modules/access/roles/give-role.ts';
import { startSession } from '../../src/modules/access/sessions/keep-sessions.ts';
import type { Db } from '../../src/platform/db/index.ts';
import { plainDay, type PlainDay } from '../../src/platform/time/plain-day.ts';
import { cookieName } from './cookie-names.ts';

/** Somebody who signed in, for tests. */
export interface SignedInPerson {
  readonly personId: number;
  readonly name: string;
  /** What their browser holds. */
  readonly token: string;
  /** The same as a Cookie header. */
  readonly cookie: string;
}

const TEST = { kind: 'operator', name: 'Test' } as const;

let made = 0;

/** A new person with the given roles and a session that goes on. They are of Loamshire, a county that does not exist. */
export async function signedInAs(
  db: Db,
  roles: Role | readonly Role[],
  options: { readonly from?: PlainDay; readonly until?: PlainDay | null } = {},
): Promise<SignedInPerson> {
  const number = (made += 1);
  const name = `Test Person${number}`;
  return db.transaction().execute(async (tx) => {
    const personId = await addPerson(tx, TEST, {
      name: {
        title: null,
        forenames: ['Test'],
        knownAs: null,
        surname: `Person${number}`,
        suffix: null,
        honours: [],
      },
      source: 'A test',
    });
    await openAccount(tx, TEST, { personId, signInName: `person${number}.${personId}@loamshire.example` });
    for (const role of [roles].flat())
      await giveRole(tx, TEST, {
        role,
        to: { personId },
        from: options.from ?? plainDay(2020, 1, 1),
        until: options.until ?? null,
        source: 'A test',
        givenBy: 'person',
      });
    const token = await startSession(tx, {
      personId,
      personName: name,
      method: 'passkey',
      browser: 'A test',
      requestId: 'TEST-TEST',
    });
    return { personId, name, token, cookie: `${cookieName('session')}=${token}` };
  });
}
