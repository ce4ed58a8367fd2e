import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { openTestDatabase, type TestDatabase } from '../../../../test/support/database.ts';
import { defineEvent } from './event.shape.ts';
import { listEvents } from '../lists/list-events.read.ts';
import { recordEvent } from './record-event.ts';

const planAccepted = defineEvent('plan-accepted', {
  subject: 'plan',
  detail: z.object({ actions: z.int(), tags: z.array(z.string()) }),
  sentence: ({ actions }) => `Accepted ${actions} actions`,
});
const actor = { kind: 'operator', name: 'clerk', requestId: 'r-1' } as const;

let database: TestDatabase;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());

function eventsOf(ref: string) {
  return listEvents(database.db, [planAccepted], { subject: { kind: 'plan', ref } });
}

describe('recordEvent', () => {
  it('keeps who did what to what, at the time of the database', async () => {
    const before = await databaseTime();
    await database.db
      .transaction()
      .execute((tx) => recordEvent(tx, actor, planAccepted('kept', { actions: 129, tags: ['IN 3'] })));
    const { events } = await eventsOf('kept');
    expect(events).toMatchObject([
      {
        actor,
        type: 'plan-accepted',
        subject: { kind: 'plan', ref: 'kept' },
        sentence: 'Accepted 129 actions',
        detail: { actions: 129, tags: ['IN 3'] },
      },
    ]);
    expect(events[0]?.at.getTime()).toBeGreaterThanOrEqual(before.getTime());
    expect(events[0]?.at.getTime()).toBeLessThanOrEqual((await databaseTime()).getTime());
  });

  it('goes when its change is taken back', async () => {
    const change = database.db.transaction().execute(async (tx) => {
      await recordEvent(tx, actor, planAccepted('taken-back', { actions: 1, tags: [] }));
      throw new Error('the change failed');
    });
    await expect(change).rejects.toThrow('the change failed');
    expect((await eventsOf('taken-back')).events).toEqual([]);
  });

  it('refuses a detail of another shape before anything is written', () => {
    expect(() => planAccepted('x', { actions: 1.5, tags: [] })).toThrow(z.ZodError);
  });

  it.each(['Plan accepted', 'plan_accepted', '-plan', ''])('refuses the type %j', (type) => {
    const define = () => defineEvent(type, { subject: 'plan', detail: z.object({}), sentence: () => '' });
    expect(define).toThrow(/small letters and hyphens/);
  });
});

describe('the table', () => {
  it.each([
    `update audit.event set subject_ref = 'something else'`,
    `update audit.event set subject_ref = 'something else' where false`,
    `delete from audit.event`,
    `truncate audit.event`,
    `insert into audit.event (sequence, actor_kind, actor, type, subject_kind, subject_ref, detail_version)
       select 1, 'system', actor, 'x', 'x', 'x', 1 from audit.event limit 1 on conflict (sequence) do update set type = 'y'`,
    `update audit.actor set name = 'somebody else'`,
    `update audit.actor set name = null, salt = null`,
    `delete from audit.actor`,
    `truncate audit.actor, audit.event`,
    `update audit.chain set sequence = 0`,
    `delete from audit.chain`,
    `truncate audit.chain`,
  ])('refuses: %s', async (statement) => {
    await database.db
      .transaction()
      .execute((tx) => recordEvent(tx, actor, planAccepted('stays', { actions: 1, tags: [] })));
    const count = (await eventsOf('stays')).events.length;
    await expect(sql.raw(statement).execute(database.db)).rejects.toThrow(/append only/);
    expect((await eventsOf('stays')).events.length).toBe(count);
  });
});

async function databaseTime(): Promise<Date> {
  const { rows } = await sql<{ now: Date }>`select clock_timestamp() as now`.execute(database.db);
  return rows[0]?.now ?? new Date(0);
}
