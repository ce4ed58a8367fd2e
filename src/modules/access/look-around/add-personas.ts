import type { Tx } from '../../../platform/db/index.ts';
import type { PlainDay } from '../../../platform/time/plain-day.ts';
import type { Actor } from '../../audit/index.ts';
import { addPerson, type Role } from '../../identity/index.ts';
import { giveRole } from '../roles/give-role.ts';

export interface PersonaToAdd {
  readonly role: Role;
  readonly forenames: readonly string[];
  readonly surname: string;
  /** A post whose work they are shown, without being recorded as its holder. */
  readonly standsInFor?: number;
}

/** Adds made-up people to look around the sample as. They have no account: only the look-around page lets anybody be them. */
export async function addPersonas(
  tx: Tx,
  actor: Actor,
  personas: readonly PersonaToAdd[],
  from: PlainDay,
): Promise<void> {
  for (const { role, forenames, surname, standsInFor } of personas) {
    const personId = await addPerson(tx, actor, {
      name: { title: null, forenames, knownAs: null, surname, suffix: null, honours: [] },
      source: SOURCE,
    });
    await giveRole(tx, actor, {
      role,
      to: { personId },
      from,
      until: null,
      source: SOURCE,
      givenBy: 'sample',
    });
    await tx
      .insertInto('access.persona')
      .values({ role, person_id: personId, stands_in_for: standsInFor ?? null })
      .execute();
  }
}

const SOURCE = 'Made up for the sample: Loamshire, a county that does not exist';
