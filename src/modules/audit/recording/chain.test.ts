import { cp, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { openTestDatabase, type TestDatabase } from '../../../../test/support/database.ts';
import { migrate } from '../../../platform/db/index.ts';
import { ERASED_NAME } from './actor.shape.ts';
import { defineEvent } from './event.shape.ts';
import { auditEvents } from '../events.ts';
import { listEvents } from '../lists/list-events.read.ts';
import { trailOfDatabase } from '../verify/read-database.read.ts';
import { verifyTrail } from '../verify/verify-trail.rule.ts';
import { eraseActorName } from './erase-actor-name.ts';
import { recordEvent } from './record-event.ts';
import { recordRead } from './record-read.ts';

const done = defineEvent('thing-done', { subject: 'thing', detail: z.object({}), sentence: () => 'Done' });
const clerk = { kind: 'operator', name: 'clerk' } as const;

let database: TestDatabase;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());

const record = (ref: string, actor = clerk) =>
  database.db.transaction().execute((tx) => recordEvent(tx, actor, done(ref, {})));

const verify = async (db = database.db) => verifyTrail(await trailOfDatabase(db), undefined);

async function one<Row>(query: string): Promise<Row> {
  return (await sql.raw<Row>(query).execute(database.db)).rows[0] as Row;
}

describe('the chain', () => {
  it('numbers without gaps, whoever records at once and whatever is undone', async () => {
    const before = await record('first');
    const outcomes = await Promise.allSettled(
      Array.from({ length: 40 }, (_, index) =>
        database.db.transaction().execute(async (tx) => {
          const sequence = await recordEvent(tx, clerk, done(`at once ${index}`, {}));
          if (index % 4 === 0) throw new Error('the change failed');
          return sequence;
        }),
      ),
    );
    const numbers = outcomes.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []));
    expect(numbers.toSorted((a, b) => a - b)).toEqual(
      Array.from({ length: 30 }, (_, index) => before + 1 + index),
    );
    expect(await verify()).toMatchObject({ kind: 'sound', events: before + 30 });
  });

  it('goes on as if nothing was where part of a transaction is undone', async () => {
    const sequence = await database.db.transaction().execute(async (tx) => {
      await sql`savepoint part`.execute(tx);
      await recordEvent(tx, clerk, done('undone', {}));
      await sql`rollback to savepoint part`.execute(tx);
      return recordEvent(tx, clerk, done('stays', {}));
    });
    expect(await verify()).toMatchObject({ kind: 'sound', last: { sequence } });
  });

  it('lets nobody choose number, time or hashes, and chains what did not come by recordEvent', async () => {
    const { before } = await one<{ before: string }>('select clock_timestamp()::text as before');
    await sql`insert into audit.event
      (sequence, at, actor_kind, actor, type, subject_kind, subject_ref, detail_version, previous, hash)
      select 7000, '2001-01-01', 'system', commitment, 'sneaked-in', 'thing', 'x', 1, sha256('a'), sha256('b')
      from audit.actor limit 1`.execute(database.db);
    const { recent, sequence } = await one<{ recent: boolean; sequence: number }>(
      `select at >= '${before}' as recent, sequence from audit.event where type = 'sneaked-in'`,
    );
    expect(recent).toBe(true);
    expect(await verify()).toMatchObject({ kind: 'sound', events: sequence });
  });

  it('keeps detail letter for letter', async () => {
    const text = '{"b" : 1.0,"a":[1e2,"\\u00a3 \\ud83c"], "b":2}';
    await sql`select audit.record('system', 'x', null, null, 'letter-kept', 'thing', 'x', ${text}, 1)`.execute(
      database.db,
    );
    expect(await one(`select detail::text as text from audit.event where type = 'letter-kept'`)).toEqual({
      text,
    });
    expect(await verify()).toMatchObject({ kind: 'sound' });
  });
});

describe('recordRead', () => {
  it('records by itself, or with the transaction that reads', async () => {
    const subject = { kind: 'document', ref: 'exempt-1' };
    await recordRead(database.db, clerk, subject, 'member of the Board since 4 March 2011');
    await expect(
      database.db.transaction().execute(async (tx) => {
        await recordRead(tx, clerk, subject, 'taken back');
        throw new Error('back');
      }),
    ).rejects.toThrow('back');
    const { events } = await listEvents(database.db, auditEvents, { subject });
    expect(events.map(({ sentence }) => sentence)).toEqual([
      'Read it, as member of the Board since 4 March 2011',
    ]);
  });

  it('refuses a read without a ground', async () => {
    await expect(recordRead(database.db, clerk, { kind: 'document', ref: 'x' }, ' ')).rejects.toThrow(
      z.ZodError,
    );
  });
});

describe('eraseActorName', () => {
  const person = { kind: 'person', name: 'Amara Obi', personId: 13 } as const;
  const erase = (whose: { personId: number } | { name: string }) =>
    database.db.transaction().execute((tx) => eraseActorName(tx, clerk, whose, 'Asked for on 3 May 2027'));

  it('takes every name a person had, leaves what they did, and is itself on record', async () => {
    for (const name of ['Amara Obi', 'Amara Okafor'])
      await database.db
        .transaction()
        .execute((tx) => recordEvent(tx, { ...person, name }, done('by a person', {})));
    expect(await erase({ personId: 13 })).toEqual({ kind: 'erased', names: 2 });
    const { events } = await listEvents(database.db, [done], {
      subject: { kind: 'thing', ref: 'by a person' },
    });
    expect(events.map(({ actor }) => actor)).toEqual([
      { kind: 'person', name: ERASED_NAME },
      { kind: 'person', name: ERASED_NAME },
    ]);
    expect((await listEvents(database.db, auditEvents, { type: 'actor-name-erased' })).events).toHaveLength(
      2,
    );
    expect(await verify()).toMatchObject({ kind: 'sound', erasedNames: 2 });
    const { text } = await one<{ text: string }>(
      `select string_agg(actor::text, ' ') || ' ' || (select string_agg(event::text, ' ') from audit.event) as text
       from audit.actor`,
    );
    expect(text).not.toMatch(/Amara/);
  });

  it('says that there is no such name, again for one that is gone', async () => {
    expect(await erase({ personId: 13 })).toEqual({ kind: 'no-such-name' });
    expect(await erase({ name: 'nobody of this name' })).toEqual({ kind: 'no-such-name' });
  });

  it('puts what the same person does later under another commitment', async () => {
    await database.db.transaction().execute((tx) => recordEvent(tx, person, done('later', {})));
    const { events } = await listEvents(database.db, [done], { personId: 13 });
    expect(events.map(({ actor }) => actor.name)).toEqual(['Amara Obi']);
    expect(await verify()).toMatchObject({ kind: 'sound' });
  });

  it('is taken back with its transaction', async () => {
    await expect(
      database.db.transaction().execute(async (tx) => {
        await eraseActorName(tx, clerk, { personId: 13 }, 'a mistake');
        throw new Error('back');
      }),
    ).rejects.toThrow('back');
    expect((await listEvents(database.db, [done], { personId: 13 })).events).toHaveLength(1);
  });

  it('leaves no erasure on record of an actor that is not there', async () => {
    const nobody = 'ab'.repeat(32);
    await expect(
      sql`select audit.record('system', 'x', null, null, 'actor-name-erased', 'actor', ${nobody}, '{}', 1)`.execute(
        database.db,
      ),
    ).rejects.toThrow(/no name to erase/);
  });
});

describe('an installation of the version before', () => {
  it('is chained by the migration, in the order its events were written', async () => {
    const old = await openTestDatabase({ empty: true });
    const migrations = fileURLToPath(new URL('../../../../migrations', import.meta.url));
    const folder = await mkdtemp(path.join(tmpdir(), 'throughline-migrations-'));
    try {
      for (const name of (await readdir(migrations)).filter((file) => file < '0004'))
        await cp(path.join(migrations, name), path.join(folder, name));
      await migrate(old.db, folder, () => undefined);
      await sql`insert into audit.event (at, actor_kind, actor_name, request_id, type, subject_kind, subject_ref, detail, detail_version)
        select '2026-01-01'::timestamptz + number * interval '1 hour', 'visitor', 'Visitor ' || number % 3, 'r', 'plan-read',
          'plan', number::text, jsonb_build_object('b', 1.50, 'a', number), 1 from generate_series(1, 250) number`.execute(
        old.db,
      );
      // As an undone transaction left it: a number that nobody has.
      await sql`alter table audit.event disable trigger refuse_change`.execute(old.db);
      await sql`delete from audit.event where id = 100`.execute(old.db);
      await sql`alter table audit.event enable trigger refuse_change`.execute(old.db);
      expect(await migrate(old.db, migrations, () => undefined)).toMatchObject({ kind: 'migrated' });
      expect(await verify(old.db)).toMatchObject({ kind: 'sound', events: 249, erasedNames: 0 });
      const { events } = await listEvents(old.db, [], { limit: 2 });
      expect(events).toMatchObject([
        {
          sequence: 249,
          actor: { kind: 'visitor', name: 'Visitor 1', requestId: 'r' },
          subject: { ref: '250' },
          at: new Date('2026-01-11T10:00:00Z'),
          detail: { a: 250, b: 1.5 },
        },
        { sequence: 248 },
      ]);
      await old.db.transaction().execute((tx) => recordEvent(tx, clerk, done('after', {})));
      expect(await verify(old.db)).toMatchObject({ kind: 'sound', events: 250 });
    } finally {
      await rm(folder, { recursive: true, force: true });
      await old.close();
    }
  });
});
