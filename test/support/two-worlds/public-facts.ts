import { openAccount } from '../../../src/modules/access/accounts/keep-accounts.ts';
import { saveProvider } from '../../../src/modules/access/provider/save-provider.ts';
import { startSession } from '../../../src/modules/access/sessions/keep-sessions.ts';
import { SECRET_PURPOSE } from '../../../src/modules/access/provider/provider-client.port.ts';
import { judgePeople } from '../../../src/modules/identity/same-person/judge-people.ts';
import type { Role } from '../../../src/modules/identity/index.ts';
import type { Db } from '../../../src/platform/db/index.ts';
import type { Seal } from '../../../src/platform/secrets/seal.ts';
import { addAPost, addSomebody, recordHolding, recordRole } from '../recorded-facts.ts';
import type { PersonaInWorld, PublicFacts, WorldName } from './world.ts';
import { cookieName } from '../cookie-names.ts';

/** Who may see nothing restricted, whatever their role: a clerk keeps every body. Everything each is shown is compared. */
export const UNPRIVILEGED: readonly Role[] = [
  'delivery-lead',
  'chair',
  'board-member',
  'councillor',
  'analyst',
  'partner',
];

const test = { kind: 'operator', name: 'Test' } as const;

/**
 * Makes what everybody may know beside the sample, the same in both worlds: people with posts, two records joined, a persona
 * for each role, and the council's own sign-in by name.
 *
 * @param now the same moment for both worlds, for what is shown with its time
 */
export async function makePublicFacts(
  db: Db,
  { world, seal, now }: { world: WorldName; seal: Seal; now: Date },
): Promise<PublicFacts> {
  const posts = [
    await addAPost(db, 'Head of Harbour Works'),
    await addAPost(db, 'Keeper of the Ferry'),
    await addAPost(db, 'Reader of Tides'),
  ];
  const people = [
    await addSomebody(db, 'Ottoline Marsh'),
    await addSomebody(db, 'Ottoline Marshe'),
    await addSomebody(db, 'Perpetua Quay'),
    await addSomebody(db, 'Perpetua Quaye'),
  ];
  for (const [index, personId] of people.entries())
    await recordHolding(db, {
      personId,
      postId: posts[index % 2] ?? 0,
      from: `2026-0${index + 1}-01`,
      to: index < 2 ? `2026-0${index + 2}-20` : null,
    });
  await db.transaction().execute((tx) =>
    judgePeople(tx, test, {
      personId: people[0] ?? 0,
      otherId: people[1] ?? 0,
      verdict: 'same',
      reason: 'Her own letter',
    }),
  );
  const personas = new Map<string, PersonaInWorld>();
  for (const role of [...UNPRIVILEGED, 'auditor'] as const) personas.set(role, await aPersona(db, role, now));
  await recordHolding(db, {
    personId: personas.get('delivery-lead')?.personId ?? 0,
    postId: posts[2] ?? 0,
  });
  await theProvider(db, world, seal);
  // People that papers name are numbered one after the other: this would be the next of them.
  const { last } = await db
    .selectFrom('identity.statement')
    .select((all) => all.fn.max('person_id').as('last'))
    .executeTakeFirstOrThrow();
  const nextPerson = (last ?? 0) + 1;
  return { plan: 'kent-2011', people, posts, postOfNobodyWhoSignsIn: posts[1] ?? 0, personas, nextPerson };
}

async function aPersona(db: Db, role: Role, now: Date): Promise<PersonaInWorld> {
  const personId = await addSomebody(db, `Persona ${role.replaceAll('-', '')}`);
  await recordRole(db, { role, personId });
  const token = await db.transaction().execute(async (tx) => {
    await openAccount(tx, test, { personId, signInName: `${role}@loamshire.example` });
    return startSession(tx, {
      personId,
      personName: role,
      method: 'passkey',
      browser: '',
      requestId: 'TEST-TEST',
    });
  });
  await db
    .updateTable('access.session')
    .set({ started_at: now, last_seen_at: now, ends_at: new Date(now.getTime() + 12 * 60 * 60 * 1000) })
    .where('person_id', '=', personId)
    .execute();
  const { id } = await db
    .selectFrom('access.session')
    .select('id')
    .where('person_id', '=', personId)
    .executeTakeFirstOrThrow();
  return { personId, cookie: `${cookieName('session')}=${token}`, session: id };
}

/**
 * Its name stands on the page to sign in. Its address and the client's number go to everybody's browser who signs in
 * through it, so they are no secrets; they are told apart here because nothing answers at this address.
 */
async function theProvider(db: Db, world: WorldName, seal: Seal): Promise<void> {
  await db.transaction().execute((tx) =>
    saveProvider(tx, test, {
      name: 'your Loamshire account',
      issuer: 'https://127.0.0.1:9',
      clientId: `client ${world === 'A' ? 'one' : 'number two'}`,
      clientSecret: seal.close(SECRET_PURPOSE, world === 'A' ? 'short' : 'a much longer secret'),
      roleClaim: world === 'A' ? 'roles' : 'app_roles',
      groupsUrl: world === 'A' ? null : 'https://127.0.0.1:9/groups',
      roles: world === 'A' ? [] : [{ value: 'Throughline.Manager', role: 'programme-manager' }],
    }),
  );
}
