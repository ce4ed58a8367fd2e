import { sql } from 'kysely';
import type { Tx } from '../../../platform/db/index.ts';
import { addDays, parsePlainDay, type PlainDay } from '../../../platform/time/plain-day.ts';
import { type Actor, recordEvent } from '../../audit/index.ts';
import { addPerson, type Role } from '../../identity/index.ts';
import { mappedRoles, type OutsideClaims } from './outside-claims.rule.ts';
import { outsideAccountTied, signInFailed } from '../events.ts';
import { type Account, accountNamed, accountOf } from '../accounts/accounts.read.ts';
import type { Provider } from '../credentials/provider-in-use.read.ts';
import { openAccount } from '../accounts/keep-accounts.ts';
import { lockAdministrators } from '../roles/lock-administrators.write.ts';
import { endRole, giveRole } from '../roles/give-role.ts';

export type ProviderSignIn =
  | { readonly kind: 'known'; readonly personId: number }
  /** A stranger whose roles there stand for nothing here, or whose way in is closed: nobody is told which. */
  | { readonly kind: 'no-role' }
  | { readonly kind: 'too-many-groups' };

/**
 * Finds who somebody is that the council's own sign-in vouches for, or adds them where a role of theirs there stands for
 * one here, and brings the roles that came from there up to date. Roles that a person gave are never touched.
 */
export async function providerSignIn(
  tx: Tx,
  provider: Pick<Provider, 'name' | 'roles'>,
  claims: OutsideClaims,
  { requestId }: { readonly requestId: string },
): Promise<ProviderSignIn> {
  if (claims.roles === 'too-many') return { kind: 'too-many-groups' };
  const actor: Actor = { kind: 'system', name: `Sign-in of ${provider.name}`, requestId };
  const roles = mappedRoles(claims.roles, provider.roles);
  const personId = (await tiedPerson(tx, claims)) ?? (await newlyTied(tx, actor, claims, roles));
  if (personId === undefined) return { kind: 'no-role' };
  if ((await accountOf(tx, personId))?.closed !== false) {
    const visitor: Actor = { kind: 'visitor', name: 'Somebody not signed in', requestId };
    await recordEvent(tx, visitor, signInFailed(String(personId), { step: 'provider' }));
    return { kind: 'no-role' };
  }
  await syncRoles(tx, actor, personId, roles, provider.name);
  return { kind: 'known', personId };
}

async function tiedPerson(tx: Tx, { issuer, subject }: OutsideClaims): Promise<number | undefined> {
  const tied = await tx
    .selectFrom('access.outside_account')
    .select('person_id')
    .where('issuer', '=', issuer)
    .where('subject', '=', subject)
    .executeTakeFirst();
  return tied?.person_id;
}

/** Ties an account there to the person here whose address it has, or to a new one. One at a time, so that nobody is added twice. */
async function newlyTied(
  tx: Tx,
  actor: Actor,
  claims: OutsideClaims,
  roles: readonly Role[],
): Promise<number | undefined> {
  await lockAdministrators(tx);
  const meanwhile = await tiedPerson(tx, claims);
  if (meanwhile !== undefined) return meanwhile;
  const account = claims.address === undefined ? null : await accountNamed(tx, claims.address);
  // A closed one is not tied: it says who came, and they are turned away.
  if (account?.closed === true) return account.personId;
  const personId =
    account === null ? await added(tx, actor, claims, roles) : await theirs(tx, account, claims);
  if (personId === undefined) return undefined;
  await tx
    .insertInto('access.outside_account')
    .values({ issuer: claims.issuer, subject: claims.subject, person_id: personId })
    .execute();
  await recordEvent(tx, actor, outsideAccountTied(String(personId), { issuer: claims.issuer }));
  return personId;
}

/**
 * Whose account it is, by its address: not where an administrator said that it is for here alone, nor where another of
 * that provider's accounts is theirs already, since an address may pass to another person.
 */
async function theirs(tx: Tx, account: Account, { issuer }: OutsideClaims): Promise<number | undefined> {
  if (!account.throughProvider) return undefined;
  const other = await tx
    .selectFrom('access.outside_account')
    .select('subject')
    .where('issuer', '=', issuer)
    .where('person_id', '=', account.personId)
    .executeTakeFirst();
  return other === undefined ? account.personId : undefined;
}

async function added(
  tx: Tx,
  actor: Actor,
  { address, subject, forenames, surname }: OutsideClaims,
  roles: readonly Role[],
): Promise<number | undefined> {
  if (roles.length === 0) return undefined;
  const signInName = address ?? subject.slice(0, 254);
  if ((await accountNamed(tx, signInName)) !== null) return undefined;
  const personId = await addPerson(tx, actor, {
    name: {
      title: null,
      forenames: forenames.split(' ').filter(Boolean),
      knownAs: null,
      surname,
      suffix: null,
      honours: [],
    },
    source: actor.name,
  });
  const opened = await openAccount(tx, actor, { personId, signInName });
  if (opened.kind !== 'opened') throw new Error(`A new person’s account was not opened: ${opened.kind}`);
  return personId;
}

/**
 * Gives the roles that came, from today, and ends at once those from the provider that came no more. What a person ended
 * stays ended, though the provider goes on saying it: an administrator may give it again, and the provider may not.
 */
async function syncRoles(
  tx: Tx,
  actor: Actor,
  personId: number,
  roles: readonly Role[],
  source: string,
): Promise<void> {
  const before = await heldThroughProvider(tx, personId);
  const isNew = (role: Role, held: readonly Held[]) => !held.some((one) => one.role === role);
  if (!before.some(({ role }) => !isIn(roles, role)) && !roles.some((role) => isNew(role, before))) return;
  // Locked before anything else is, as every change of who administers is, so that no two wait for each other.
  await lockAdministrators(tx);
  const held = await heldThroughProvider(tx, personId);
  const ended = await endedByAPerson(tx, personId);
  for (const role of roles)
    if (isNew(role, held) && !isIn(ended, role)) await giveFromToday(tx, actor, personId, role, source);
  for (const { grantId, role } of held)
    // The last administrator keeps the role: else nobody could ever give one again.
    if (!isIn(roles, role))
      await endRole(tx, actor, grantId, {
        lastDay: null,
        reason: `${source} gives it no longer`,
        endedBy: 'provider',
      });
}

/** Gives a role from today; where a person gave it from a later day, until the day before. */
async function giveFromToday(
  tx: Tx,
  actor: Actor,
  personId: number,
  role: Role,
  source: string,
): Promise<void> {
  const from = await today(tx);
  const give = (until: PlainDay | null) =>
    giveRole(tx, actor, { role, to: { personId }, from, until, source, givenBy: 'provider' });
  const given = await give(null);
  if (given.kind === 'given-already' && given.from > from) await give(addDays(given.from, -1));
}

/** Roles from the provider that a person, and not the provider, ended last. */
async function endedByAPerson(tx: Tx, personId: number): Promise<readonly string[]> {
  const { rows } = await sql<{ role: string }>`
    select role from (
      select distinct on (role) role, replaces, ended_by, stopped_at, to_day from access.role_grant
      where person_id = ${personId} and given_by = 'provider' order by role, id desc) as newest
    where replaces is not null and ended_by = 'person'
      and (stopped_at is not null or to_day < access.today())`.execute(tx);
  return rows.map(({ role }) => role);
}

interface Held {
  readonly grantId: number;
  readonly role: string;
}

async function heldThroughProvider(tx: Tx, personId: number): Promise<readonly Held[]> {
  return tx
    .selectFrom('access.role_grant')
    .select(['id as grantId', 'role'])
    .where('person_id', '=', personId)
    .where('given_by', '=', 'provider')
    .where('replaced_at', 'is', null)
    .where('stopped_at', 'is', null)
    .where(sql<boolean>`daterange(from_day, to_day, '[]') @> access.today()`)
    .orderBy('id')
    .execute();
}

function isIn(roles: readonly string[], role: string): boolean {
  return roles.includes(role);
}

/** The day by the database's clock, by which roles are judged. */
async function today(tx: Tx): Promise<PlainDay> {
  const { rows } = await sql<{ day: string }>`select access.today() as day`.execute(tx);
  const day = parsePlainDay(rows[0]?.day ?? '');
  if (day === null) throw new Error('The database gave no day');
  return day;
}
