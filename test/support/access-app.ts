import { generate } from 'otplib';
import { vi } from 'vitest';
import { buildApp } from '../../src/app.ts';
import { makeLink, openAccount } from '../../src/modules/access/accounts/keep-accounts.ts';
import { giveRole } from '../../src/modules/access/roles/give-role.ts';
import { setPassword } from '../../src/modules/access/credentials/change-credentials.ts';
import { addPerson, type Role } from '../../src/modules/identity/index.ts';
import type { Db } from '../../src/platform/db/index.ts';
import { createLog } from '../../src/platform/log.ts';
import { Seal } from '../../src/platform/secrets/seal.ts';
import { plainDay } from '../../src/platform/time/plain-day.ts';
import type { WebServer } from '../../src/platform/web/index.ts';
import type { TestDatabase } from './database.ts';
import { FORM_SECRET } from './cookie-names.ts';
import { NO_LIMITS } from './no-limits.ts';

/** The key that seals in tests. */
export const testSeal = new Seal(Buffer.alloc(32, 7));

/** The whole program on a test's database, as one process of several may be. It does not listen. */
export function appOn(
  database: Pick<TestDatabase, 'pagesDb'>,
  options: Partial<Parameters<typeof buildApp>[0]> = {},
): Promise<WebServer> {
  return buildApp({
    config: { brandColour: undefined, logo: undefined },
    councilName: 'Loamshire County Council',
    dataFolder: 'no-such-folder',
    formSecret: FORM_SECRET,
    makingLimits: NO_LIMITS,
    seal: testSeal,
    db: database.pagesDb,
    log: createLog('silent'),
    ...options,
  });
}

export const PASSWORD = 'orchard violin tuesday gravel';
const SECRET = 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP';
const TEST = { kind: 'operator', name: 'Test' } as const;

/** Somebody with an account, a password and an authenticator. */
export interface AccountHolder {
  readonly personId: number;
  readonly signInName: string;
  readonly recoveryCodes: readonly string[];
}

/**
 * Makes one, with an authenticator whose codes `codeAt` gives. From here on the clock of this process stands still until
 * the file's last test, so that no code falls over the edge of its half minute however slow the machine is.
 */
export async function accountHolder(
  db: Db,
  surname: string,
  roles: readonly Role[] = ['clerk'],
): Promise<AccountHolder> {
  if (!vi.isFakeTimers()) vi.useFakeTimers({ toFake: ['Date'], now: Date.now() });
  const signInName = `${surname.toLowerCase()}@loamshire.example`;
  return db.transaction().execute(async (tx) => {
    const personId = await addPerson(tx, TEST, {
      name: { title: null, forenames: ['Test'], knownAs: null, surname, suffix: null, honours: [] },
      source: 'A test',
    });
    await openAccount(tx, TEST, { personId, signInName });
    for (const role of roles)
      await giveRole(tx, TEST, {
        role,
        to: { personId },
        from: plainDay(2020, 1, 1),
        until: null,
        source: 'A test',
        givenBy: 'person',
      });
    const set = await setPassword(tx, TEST, testSeal, {
      personId,
      password: PASSWORD,
      secret: SECRET,
      // An old code, so that those of now are not used up.
      code: await codeAt(-1),
    });
    if (set.kind !== 'set') throw new Error('The code of a moment ago does not count');
    return { personId, signInName, recoveryCodes: set.recoveryCodes };
  });
}

/** The code the authenticator shows so many half minutes from now. */
export function codeAt(steps: number): Promise<string> {
  return generate({ secret: SECRET, epoch: Math.floor(Date.now() / 1000) + 30 * steps });
}

/** A link by which somebody sets up how they sign in. */
export async function linkFor(db: Db, personId: number): Promise<string> {
  const made = await db
    .transaction()
    .execute((tx) => makeLink(tx, TEST, { personId, personName: 'Test' }, null));
  if (made.kind !== 'made') throw new Error('No link was made');
  return made.token;
}
