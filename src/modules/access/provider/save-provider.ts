import type { Tx } from '../../../platform/db/index.ts';
import { type Actor, recordEvent } from '../../audit/index.ts';
import type { Role } from '../../identity/index.ts';
import { providerChanged } from '../events.ts';
import { providerInUse } from '../credentials/provider-in-use.read.ts';
import { administratorsLeft, lockAdministrators } from '../roles/lock-administrators.write.ts';

/** The council's own sign-in as it is to be from now on. */
export interface ProviderToSave {
  readonly name: string;
  readonly issuer: string;
  readonly clientId: string;
  /** Sealed; null for a client without a secret. */
  readonly clientSecret: Buffer | null;
  readonly roleClaim: string;
  readonly groupsUrl: string | null;
  readonly roles: readonly { readonly value: string; readonly role: Role }[];
}

export type SaveProvider =
  | { readonly kind: 'saved' }
  /** Nobody who administers has a passkey or a password here, so the way in of them all would end. */
  | { readonly kind: 'nobody-left-to-administer' };

/** Connects the council's own sign-in, or changes how. What was before is kept: the newest row counts. */
export async function saveProvider(tx: Tx, actor: Actor, save: ProviderToSave): Promise<SaveProvider> {
  if (await wouldShutOut(tx, save.issuer)) return { kind: 'nobody-left-to-administer' };
  const { id } = await tx
    .insertInto('access.provider')
    .values({
      name: save.name,
      issuer: save.issuer,
      client_id: save.clientId,
      client_secret: save.clientSecret,
      role_claim: save.roleClaim,
      groups_url: save.groupsUrl,
      recorded_by: actor.name,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  if (save.roles.length > 0)
    await tx
      .insertInto('access.provider_role')
      .values(save.roles.map(({ value, role }) => ({ provider_id: id, value, role })))
      .onConflict((conflict) => conflict.doNothing())
      .execute();
  await recordEvent(
    tx,
    actor,
    providerChanged('installation', { issuer: save.issuer, roles: save.roles.length }),
  );
  return { kind: 'saved' };
}

/** Says that nobody signs in through a provider any more. Roles it gave stay until a person ends them. */
export async function disconnectProvider(tx: Tx, actor: Actor): Promise<SaveProvider> {
  const before = await providerInUse(tx);
  if (before === null) return { kind: 'saved' };
  if (await wouldShutOut(tx, null)) return { kind: 'nobody-left-to-administer' };
  await tx
    .insertInto('access.provider')
    .values({ name: before.name, issuer: null, client_id: null, recorded_by: actor.name })
    .execute();
  await recordEvent(tx, actor, providerChanged('installation', { issuer: null, roles: 0 }));
  return { kind: 'saved' };
}

/** Whether there are administrators who all sign in through the provider there is, and it is to be another or none. */
async function wouldShutOut(tx: Tx, issuer: string | null): Promise<boolean> {
  await lockAdministrators(tx);
  const before = await providerInUse(tx);
  if (before === null || before.issuer === issuer || (await administratorsLeft(tx)) === 0) return false;
  return (await administratorsLeft(tx, { providers: true })) === 0;
}
