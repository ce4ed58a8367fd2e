import type { Tx } from '../../../platform/db/index.ts';
import type { PlainDay } from '../../../platform/time/plain-day.ts';
import { type Actor, recordEvent } from '../../audit/index.ts';
import { addPerson, type PersonToAdd } from '../../identity/index.ts';
import { councilNamed, installationSetUp } from '../events.ts';
import { findLink, makeLink, openAccount, useLink } from '../accounts/keep-accounts.ts';
import { administratorsLeft, lockAdministrators } from '../roles/lock-administrators.write.ts';
import { giveRole } from '../roles/give-role.ts';

export interface SetUpToDo {
  readonly token: string;
  readonly council: string;
  readonly administrator: PersonToAdd['name'];
  readonly administratorName: string;
  readonly signInName: string;
  readonly today: PlainDay;
}

export type SetUp =
  /** The link by which the administrator sets up how they sign in. */
  | { readonly kind: 'set-up'; readonly linkToken: string }
  /** The link was used, is too old, or there is an administrator already. */
  | { readonly kind: 'no-such-link' }
  | { readonly kind: 'name-taken' };

const SOURCE = 'Set-up of Throughline';

/** Names the council and makes the first administrator, once, for whoever was shown the link at start. */
export async function setUp(tx: Tx, actor: Actor, todo: SetUpToDo): Promise<SetUp> {
  await lockAdministrators(tx);
  const link = await findLink(tx, 'set-up', todo.token);
  if (link === null || (await administratorsLeft(tx)) > 0) return { kind: 'no-such-link' };
  const taken = await tx
    .selectFrom('access.account')
    .select('person_id')
    .where((where) => where.fn<string>('lower', ['sign_in_name']), '=', todo.signInName.trim().toLowerCase())
    .executeTakeFirst();
  if (taken !== undefined) return { kind: 'name-taken' };
  await useLink(tx, link);
  await tx
    .insertInto('access.council')
    .values({ name: todo.council, recorded_by: todo.administratorName })
    .execute();
  const personId = await addPerson(tx, actor, { name: todo.administrator, source: SOURCE });
  // For here alone: whoever has the address at a provider that is connected later must not become the administrator.
  await openAccount(tx, actor, { personId, signInName: todo.signInName, throughProvider: false });
  await giveRole(tx, actor, {
    role: 'administrator',
    to: { personId },
    from: todo.today,
    until: null,
    source: SOURCE,
    givenBy: 'set-up',
  });
  // No message: whoever sets up goes straight on.
  const made = await makeLink(tx, actor, { personId, personName: todo.administratorName }, null);
  if (made.kind !== 'made') throw new Error('An account that was just opened has gone');
  await recordEvent(
    tx,
    actor,
    installationSetUp('installation', { council: todo.council, administrator: String(personId) }),
  );
  return { kind: 'set-up', linkToken: made.token };
}

/** Names the council anew, as it stands at the top of every page. */
export async function nameCouncil(tx: Tx, actor: Actor, council: string): Promise<void> {
  await tx.insertInto('access.council').values({ name: council, recorded_by: actor.name }).execute();
  await recordEvent(tx, actor, councilNamed('installation', { council }));
}
