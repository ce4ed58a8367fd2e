import { createHash } from 'node:crypto';
import {
  closeAccount,
  makeLink,
  makeSetUpLink,
  openAccount,
} from '../../../src/modules/access/accounts/keep-accounts.ts';
import { addPasskey, setPassword } from '../../../src/modules/access/credentials/change-credentials.ts';
import { endSessions, startSession } from '../../../src/modules/access/sessions/keep-sessions.ts';
import { draftThing } from '../../../src/modules/planimport/permissions.ts';
import { recordEvent } from '../../../src/modules/audit/index.ts';
import { generate, generateSecret } from 'otplib';
import { addSomebody, recordJudgement, recordRole } from '../recorded-facts.ts';
import { secrets } from './secrets.ts';
import type { World } from './world.ts';

/** What the module `access` keeps from unprivileged readers. */

const test = { kind: 'operator', name: 'Test' } as const;

/** The password that is tried with every name, in both worlds. It is nobody's. */
export const WRONG_PASSWORD = 'seven wrong herons at noon';

secrets.add({
  name: 'who may sign in',
  differs: [
    'how many people are known only because they sign in',
    'their names',
    'the names they sign in with',
    'which accounts are closed',
    'why one was closed',
  ],
  plant: async (world, db) => {
    const names = world.name === 'A' ? ['only-here-a'] : ['only-here-b', 'closed', 'third'];
    for (const name of ['in-both', ...names]) {
      const personId = await addSomebody(db, `Zephyrine ${world.word(`surname of ${name}`)}`);
      world.stands(`person ${name}`, String(personId));
      await db.transaction().execute(async (tx) => {
        await openAccount(tx, test, { personId, signInName: signInName(name) });
        if (name === 'closed')
          await closeAccount(tx, test, personId, `Left after ${world.word('why an account was closed')}`);
      });
    }
  },
});

/** The names that sign-in is tried with: of accounts of both worlds, of one alone, closed, and nobody's. */
export const SIGN_IN_NAMES = ['in-both', 'only-here-a', 'only-here-b', 'closed', 'nobody'].map(signInName);

function signInName(name: string): string {
  return `${name}@secrets.loamshire.example`;
}

secrets.add({
  name: 'ways in',
  differs: [
    'whether there is a password',
    'the password',
    'the authenticator',
    'how many recovery codes are left',
    'how many passkeys there are',
    'what a passkey is called',
    'who is tied to an account elsewhere',
  ],
  plant: async (world, db) => {
    const personId = personOf(world, 'in-both');
    const secret = generateSecret();
    await db.transaction().execute(async (tx) => {
      const passkeys = world.name === 'A' ? 1 : 3;
      for (let number = 1; number <= passkeys; number += 1)
        await addPasskey(tx, test, personId, {
          credentialId: passkeyId(world, number),
          publicKey: Buffer.from(`key ${number}`),
          counter: number,
          transports: ['internal'],
          name: `Phone ${world.word(`name of passkey ${number}`)}`,
        });
      if (world.name === 'A') return;
      const code = await generate({ secret });
      await setPassword(tx, test, world.seal, {
        personId,
        password: 'nine right herons at dusk',
        secret,
        code,
      });
      await tx
        .updateTable('access.recovery_code')
        .set({ used_at: new Date() })
        .where('person_id', '=', personId)
        .execute();
      await tx
        .insertInto('access.outside_account')
        .values({
          issuer: 'https://127.0.0.1:9',
          subject: world.word('subject elsewhere'),
          person_id: personId,
        })
        .execute();
    });
  },
});

function passkeyId(world: World, number: number): string {
  const id = createHash('sha256').update(`${world.name} ${number}`).digest('base64url');
  world.stands(`passkey ${number}`, id);
  return id;
}

secrets.add({
  name: 'sessions',
  differs: ['how many sessions there are', 'in which browser', 'which are over'],
  plant: async (world, db) => {
    const personId = personOf(world, 'in-both');
    await recordRole(db, { role: 'programme-manager', personId });
    await db.transaction().execute(async (tx) => {
      for (let number = 0; number < (world.name === 'A' ? 1 : 4); number += 1) {
        const token = await startSession(tx, {
          personId,
          personName: 'In Both',
          method: 'password',
          browser: `Browser ${world.word(`browser ${number}`)}`,
          requestId: 'TEST-TEST',
        });
        if (number === 0) world.stands('token of a session', token);
      }
      await endSessions(tx, test, personId, 'credentials-changed');
      if (world.name === 'B')
        await startSession(tx, {
          personId,
          personName: 'In Both',
          method: 'password',
          browser: `Browser ${world.word('browser of a session that goes on')}`,
          requestId: 'TEST-TEST',
        });
    });
    const session = await db
      .selectFrom('access.session')
      .select('id')
      .where('person_id', '=', personId)
      .executeTakeFirstOrThrow();
    world.stands('session', session.id);
  },
});

secrets.add({
  name: 'links and the outbox',
  differs: ['how many links there are', 'for whom', 'how many messages wait', 'what a message says'],
  plant: async (world, db) => {
    for (const name of world.name === 'A' ? ['in-both'] : ['in-both', 'only-here-b', 'third'])
      await db.transaction().execute(async (tx) => {
        const personName = `Zephyrine ${world.word(`surname of ${name}`)}`;
        const made = await makeLink(
          tx,
          test,
          { personId: personOf(world, name), personName },
          {
            seal: world.seal,
            addressOf: (token) =>
              `https://loamshire.example/link/${token}#${world.word(`message to ${name}`)}`,
          },
        );
        // Another takes the place of the first, which opens nothing from then on.
        if (name !== 'in-both' || made.kind !== 'made') return;
        world.stands('link that opens nothing', made.token);
        await makeLink(tx, test, { personId: personOf(world, name), personName }, null);
      });
    if (world.name === 'B') await db.transaction().execute((tx) => makeSetUpLink(tx, test));
  },
});

secrets.add({
  name: 'roles',
  differs: [
    'which roles people have',
    'which roles go with posts',
    'which roles ended or are to come',
    'who decided it',
  ],
  plant: async (world, db) => {
    const { postOfNobodyWhoSignsIn: postId, personas } = world.facts;
    await recordRole(db, {
      role: world.name === 'A' ? 'clerk' : 'administrator',
      personId: personOf(world, 'in-both'),
    });
    if (world.name === 'A') return;
    const analyst = personas.get('analyst')?.personId ?? 0;
    await recordRole(db, { role: 'programme-manager', postId });
    await recordRole(db, { role: 'auditor', postId });
    await recordRole(db, { role: 'programme-manager', personId: analyst, to: '2026-02-01' });
    await recordRole(db, { role: 'auditor', personId: analyst, from: '2099-01-01' });
    await recordRole(db, { role: 'administrator', personId: analyst, stopped: new Date().toISOString() });
    await db
      .insertInto('access.role_grant')
      .values({
        role: 'programme-manager',
        person_id: personOf(world, 'third'),
        from_day: '2026-01-01',
        source: `Minutes ${world.word('source of a role')}`,
        given_by: 'person',
        recorded_by: world.word('who gave a role'),
      })
      .execute();
  },
});

secrets.add({
  name: 'needs to know and interests',
  differs: [
    'who needs to know of a draft',
    'who has an interest in one',
    'which of these are over or to come',
    'the reasons',
  ],
  plant: async (world, db) => {
    const thing = draftThing(world.of('first draft'));
    const reason = `For ${world.word('why somebody needs to know', { alsoFromAuditors: false })}`;
    await db
      .insertInto('access.need_to_know')
      .values({
        person_id: personOf(world, 'in-both'),
        thing_kind: thing.kind,
        thing_ref: thing.ref,
        from_day: '2026-01-01',
        reason,
        recorded_by: 'Test',
      })
      .execute();
    if (world.name === 'A') return;
    const persona = (role: string) => world.facts.personas.get(role)?.personId ?? 0;
    // What shuts somebody out of what they could not see anyway, or opened it once or will: none of it shows today.
    await recordJudgement(db, 'interest', { personId: persona('delivery-lead'), thing });
    await recordJudgement(db, 'need-to-know', { personId: persona('analyst'), thing, to: '2026-01-31' });
    await recordJudgement(db, 'need-to-know', { personId: persona('chair'), thing, from: '2099-01-01' });
    await recordJudgement(db, 'need-to-know', {
      personId: persona('partner'),
      thing,
      stopped: new Date().toISOString(),
    });
  },
});

secrets.add({
  name: 'failed attempts',
  differs: ['how often somebody failed to sign in', 'the trail of it'],
  plant: async (world, db) => {
    if (world.name === 'A') return;
    for (const name of SIGN_IN_NAMES)
      for (const key of [`name ${name} place 192.0.2.9`, 'place 192.0.2.9', `name ${name}`])
        await db
          .insertInto('access.failed_attempt')
          .values({ bucket: createHash('sha256').update(`attempt ${key}`).digest() })
          .execute();
    await db.transaction().execute(async (tx) => {
      for (let number = 0; number < 40; number += 1)
        await recordEvent(tx, test, {
          type: 'sign-in-failed',
          subject: { kind: 'person', ref: world.of('person in-both') },
          detail: { step: 'password', words: world.word('detail of an event') },
          version: 1,
        });
    });
  },
});

/** The person of an account that was planted. */
function personOf(world: World, name: string): number {
  return Number(world.of(`person ${name}`));
}
