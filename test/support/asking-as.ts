import type { Asker, Ground, Role } from '../../src/modules/identity/index.ts';
import type { Db } from '../../src/platform/db/index.ts';
import { plainDay, type PlainDay } from '../../src/platform/time/plain-day.ts';
import type { ServerOptions } from '../../src/platform/web/server.ts';
import { addSomebody, recordRole } from './recorded-facts.ts';

/** The day it is for the servers of `bareServer`. */
export const TEST_DAY: PlainDay = plainDay(2026, 5, 12);

/** Makes every request come from somebody: `bareServer(whoAsksAs(programmeManager))`. */
export function whoAsksAs(asker: Asker): Pick<ServerOptions, 'whoAsks' | 'signInAt'> {
  return {
    whoAsks: ({ requestId }) => ({
      asker: { ...asker, requestId },
      signedIn: asker.kind === 'person',
      account: [],
    }),
    signInAt,
  };
}

/** Nobody signed in, but they can: a page that is not theirs sends them there. */
export const asThePublic: Pick<ServerOptions, 'signInAt'> = { signInAt };

function signInAt(backTo: string): string {
  return `/sign-in?${new URLSearchParams({ back: backTo }).toString()}`;
}

/** Somebody who signed in with a role that the database knows of as well, so that it shows them the rows it opens. */
export async function somebodyWhoIs(db: Db, role: Role, name = 'Ana Brook'): Promise<Asker> {
  const personId = await addSomebody(db, name);
  await recordRole(db, { personId, role });
  return aPerson(personId, [aRole(role)], name);
}

/** A person who signed in, with what holds for them on the day of the test. The database knows nothing of it. */
export function aPerson(
  personId: number,
  grounds: readonly Ground[] = [],
  name = `Person ${personId}`,
): Asker {
  return { kind: 'person', name, personId, day: TEST_DAY, grounds };
}

export function aRole(role: Role, given: Partial<Extract<Ground, { kind: 'role' }>> = {}): Ground {
  return { kind: 'role', role, from: plainDay(2026, 1, 1), to: null, throughPost: null, ...given };
}
