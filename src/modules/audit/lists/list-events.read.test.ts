import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { openTestDatabase, type TestDatabase } from '../../../../test/support/database.ts';
import { defineEvent } from '../recording/event.shape.ts';
import { listEvents, type EventFilter, type EventPage } from './list-events.read.ts';

const definitions = [
  defineEvent('action-closed', {
    subject: 'action',
    detail: z.object({ on: z.string() }),
    sentence: ({ on }) => `Closed on ${on}`,
    version: 2,
  }),
];

let database: TestDatabase;
beforeAll(async () => {
  database = await openTestDatabase();
  // One row each side of midnight in London in summer, when UTC is an hour behind, and three of one instant.
  const rows = [
    [
      '2026-06-14 22:59:59Z',
      'system',
      'Throughline',
      'action-closed',
      'action',
      '1.1.1',
      '{"on": "14 June"}',
      2,
    ],
    [
      '2026-06-14 23:00:00Z',
      'visitor',
      'A visitor',
      'action-closed',
      'action',
      '1.1.2',
      '{"on": "15 June"}',
      2,
    ],
    [
      '2026-06-15 12:00:00Z',
      'operator',
      'clerk',
      'action-closed',
      'action',
      '1.1.1',
      '{"day": "old shape"}',
      1,
    ],
    [
      '2026-06-15 12:00:00Z',
      'operator',
      'clerk',
      'plan-retired',
      'plan',
      'kent',
      '{"why": "no module knows this"}',
      1,
    ],
    [
      '2026-06-15 12:00:00Z',
      'operator',
      'clerk',
      'action-closed',
      'action',
      '1.1.3',
      '{"unexpected": true}',
      2,
    ],
    ['2026-06-15 23:00:00Z', 'operator', 'clerk', 'action-closed', 'action', '1.1.4', '{"on": "16 June"}', 2],
  ] as const;
  for (const [, kind, name, type, subject, ref, detail, version] of rows) {
    await sql`select audit.record(${kind}, ${name}, null, null, ${type}, ${subject}, ${ref}, ${detail}, ${version})`.execute(
      database.db,
    );
  }
  // Nobody may choose an event's time, so the trigger that holds that line is let go for this.
  await sql`alter table audit.event disable trigger refuse_change, no force row level security`.execute(
    database.db,
  );
  for (const [index, [at]] of rows.entries()) {
    await sql`update audit.event set at = ${at} where sequence = ${index + 1}`.execute(database.db);
  }
});
afterAll(() => database.close());

async function refs(filter: EventFilter) {
  return (await listEvents(database.db, definitions, filter)).events.map((event) => event.subject.ref);
}

describe('listEvents', () => {
  it.each<[string, EventFilter, string[]]>([
    ['all, newest first', {}, ['1.1.4', '1.1.3', 'kent', '1.1.1', '1.1.2', '1.1.1']],
    ['one subject', { subject: { kind: 'action', ref: '1.1.1' } }, ['1.1.1', '1.1.1']],
    ['a subject of another kind with the same reference', { subject: { kind: 'plan', ref: '1.1.1' } }, []],
    ['any thing of one kind', { subjectKind: 'plan' }, ['kent']],
    ['part of a name in any case', { who: 'CLER' }, ['1.1.4', '1.1.3', 'kent', '1.1.1']],
    ['a name with a sign that means anything to a search', { who: '%' }, []],
    ['a person nobody is', { personId: 7 }, []],
    ['one type', { type: 'plan-retired' }, ['kent']],
    [
      'one day, by the clock in London',
      { from: '2026-06-15', to: '2026-06-15' },
      ['1.1.3', 'kent', '1.1.1', '1.1.2'],
    ],
    ['from a day on', { from: '2026-06-16' }, ['1.1.4']],
    ['up to a day', { to: '2026-06-14' }, ['1.1.1']],
    [
      'type and day together',
      { type: 'action-closed', from: '2026-06-15', to: '2026-06-15' },
      ['1.1.3', '1.1.1', '1.1.2'],
    ],
  ])('%s', async (_, filter, expected) => {
    expect(await refs(filter)).toEqual(expected);
  });

  it.each([1, 2, 3, 5, 6, 7])('gives every event once when read %i at a time', async (limit) => {
    const seen: string[] = [];
    for (let next: number | undefined, first = true; first || next !== undefined; first = false) {
      const page = await listEvents(database.db, definitions, {
        limit,
        ...(next === undefined ? {} : { after: next }),
      });
      expect(page.events.length).toBeLessThanOrEqual(limit);
      seen.push(...page.events.map((event) => event.subject.ref));
      next = page.next;
    }
    expect(seen).toEqual(await refs({}));
  });

  it.each([1, 2, 3, 4, 5, 6, 7])('goes back the way it came, %i at a time', async (limit) => {
    const back: string[] = [];
    let before: number | undefined = 1;
    while (before !== undefined) {
      const page: EventPage = await listEvents(database.db, definitions, { limit, before });
      expect(page.events.length).toBeLessThanOrEqual(limit);
      expect(page.next).toBe(page.events.at(-1)?.sequence);
      back.unshift(...page.events.map((event) => event.subject.ref));
      before = page.previous;
    }
    expect(back).toEqual((await refs({})).slice(0, -1));
  });

  it('leads neither earlier nor later where all stands on one page', async () => {
    const { next, previous } = await listEvents(database.db, definitions, {});
    expect({ next, previous }).toEqual({ next: undefined, previous: undefined });
  });

  it('says a sentence where a module defines the event, and shows the rest as stored', async () => {
    const { events } = await listEvents(database.db, definitions, {});
    expect(events.map(({ sentence, detail }) => sentence ?? detail)).toEqual([
      'Closed on 16 June',
      { unexpected: true },
      { why: 'no module knows this' },
      { day: 'old shape' },
      'Closed on 15 June',
      'Closed on 14 June',
    ]);
  });
});
