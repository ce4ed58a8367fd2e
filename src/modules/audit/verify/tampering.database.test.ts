import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ATrail, writeATrail } from '../../../../test/support/a-trail.ts';
import { openTestDatabase, type TestDatabase } from '../../../../test/support/database.ts';
import type { Db } from '../../../platform/db/index.ts';
import { readInstallation, trailOfDatabase } from './read-database.read.ts';
import type { Verdict } from './verdict.shape.ts';
import { verifyTrail } from './verify-trail.rule.ts';

let database: TestDatabase;
let trail: ATrail;
beforeAll(async () => {
  database = await openTestDatabase();
  trail = await writeATrail(database.db);
});
afterAll(async () => {
  await trail.remove();
  await database.close();
});

/** What a database administrator can do: let go of everything that holds the line. */
const LET_GO = `alter table audit.event no force row level security; alter table audit.event disable trigger user; alter table audit.actor disable trigger user;
  alter table audit.chain disable trigger user; alter table audit.event drop constraint event_actor_fkey;
  alter table audit.actor drop constraint commitment_fits;
  alter table audit.event drop constraint event_pkey;`;

/** Makes the chain right again from an event on, with the very functions that wrote it. */
const REWRITE = (from: number) => `do $$
  declare e audit.event; before bytea := (select hash from audit.event where sequence = ${from - 1});
  begin
    for e in select * from audit.event where sequence >= ${from} order by sequence loop
      e.previous := before; before := audit.event_hash(e);
      update audit.event set previous = e.previous, hash = before where sequence = e.sequence;
    end loop;
    update audit.chain set hash = before;
  end $$;`;

const COLUMNS = [
  `at = at + interval '1 microsecond'`,
  `actor_kind = case actor_kind when 'system' then 'operator' else 'system' end`,
  `actor = (select commitment from audit.actor where commitment <> event.actor limit 1)`,
  `request_id = coalesce(request_id, '') || 'X'`,
  `type = type || '-x'`,
  `subject_kind = subject_kind || ' '`,
  `subject_ref = upper(subject_ref) || '0'`,
  `detail = (detail::text || ' ')::json`,
  `detail_version = detail_version + 1`,
  `previous = set_byte(previous, 31, get_byte(previous, 31) # 1)`,
  `hash = set_byte(hash, 0, get_byte(hash, 0) # 128)`,
];

type Tampering = readonly [string, (k: number) => readonly [statement: string, sequence: number]];

const tamperings: readonly Tampering[] = [
  ...COLUMNS.map((set): Tampering => [
    `sets ${set}`,
    (k) => [`update audit.event set ${set} where sequence = ${k}`, k],
  ]),
  ['takes one out', (k) => [`delete from audit.event where sequence = ${k}`, k]],
  [
    'takes one out and closes the gap',
    (k) => [
      `delete from audit.event where sequence = ${k}; update audit.event set sequence = sequence - 1 where sequence > ${k}`,
      k,
    ],
  ],
  [
    'puts a second of the same number in',
    (k) => [`insert into audit.event select * from audit.event where sequence = ${k}`, k + 1],
  ],
  [
    'swaps two',
    (k) => [
      `update audit.event set sequence = ${2 * k + 3} - sequence where sequence in (${k}, ${k + 3})`,
      k,
    ],
  ],
  ['gives one another number', (k) => [`update audit.event set sequence = 1000 where sequence = ${k}`, k]],
  ['cuts off the end', (k) => [`delete from audit.event where sequence > ${k}`, k + 1]],
  [
    'cuts off the end and sets the chain back',
    (k) => [
      `delete from audit.event where sequence > ${k};
       update audit.chain set sequence = ${k}, hash = (select hash from audit.event where sequence = ${k})`,
      k + 1,
    ],
  ],
  [
    'writes everything anew from one event on',
    (k) => [
      `update audit.event set detail = '{"x":1}' where sequence = ${k}; ${REWRITE(k)}`,
      checkpointFrom(k),
    ],
  ],
  [
    'swaps the details of two',
    (k) => [
      `update audit.event set detail = (select e.detail from audit.event e
         where e.sequence = 2 * ${k} + 1 - event.sequence) where sequence in (${k}, ${k + 1})`,
      k,
    ],
  ],
  [
    'puts another name beside them',
    (k) => [`update audit.actor set name = 'Somebody else' where commitment = ${actorOf(k)}`, firstOf(k)],
  ],
  [
    'erases a name without a word',
    (k) => [
      `update audit.actor set name = null, salt = null, person_id = null where commitment = ${actorOf(k)}`,
      firstOf(k),
    ],
  ],
  ['takes a name away', (k) => [`delete from audit.actor where commitment = ${actorOf(k)}`, firstOf(k)]],
  [
    'replays an earlier one at the end',
    (k) => [
      `insert into audit.event (sequence, at, actor_kind, actor, request_id, type, subject_kind, subject_ref, detail, detail_version, previous, hash)
       select ${trail.lines.length - 1}, at, actor_kind, actor, request_id, type, subject_kind, subject_ref, detail, detail_version, previous, hash
       from audit.event where sequence = ${k}`,
      trail.lines.length - 1,
    ],
  ],
];

describe('a trail in a database', () => {
  it.each(tamperings)('shows it when somebody %s', async (_, tamper) => {
    for (const k of [2, 23, 49]) {
      const [statement, sequence] = tamper(k);
      const verdict = await after(statement);
      expect(verdict).toMatchObject({ kind: 'tampered', finding: { sequence } });
      expect(verdict.kind === 'tampered' && verdict.finding.sentence).toMatch(/^[A-Z].*\.$/s);
    }
  });

  it('cannot tell a trail written anew without the checkpoints, and says that they are lacking', async () => {
    const [statement] = [`update audit.event set detail = '{"x":1}' where sequence = 30; ${REWRITE(30)}`];
    const without = await after(statement, []);
    expect(without).toMatchObject({ kind: 'tampered', finding: { isLacking: true } });
    expect(await after(statement)).toMatchObject({ kind: 'tampered' });
  });

  it('is sound again once everything is taken back', async () => {
    expect(await verify(database.db)).toMatchObject({ kind: 'sound', events: trail.lines.length - 2 });
    expect(await readInstallation(database.db)).toMatch(/^[0-9a-f-]{36}$/);
  });
});

async function after(statement: string, checkpoints = trail.checkpoints): Promise<Verdict> {
  const tx = await database.db.startTransaction().execute();
  try {
    await sql.raw(LET_GO).execute(tx);
    await sql.raw(statement).execute(tx);
    return await verify(tx, checkpoints);
  } finally {
    await tx.rollback().execute();
  }
}

async function verify(db: Db, checkpoints = trail.checkpoints): Promise<Verdict> {
  return verifyTrail(await trailOfDatabase(db), lines(checkpoints));
}

async function* lines(texts: readonly string[]): AsyncGenerator<string> {
  yield* texts;
}

function checkpointFrom(sequence: number): number {
  return trail.checkpointed.find((signed) => signed >= sequence) ?? 0;
}

/** The commitment, as SQL, of whoever did an event, or the next one after it whose name is not erased. */
function actorOf(sequence: number): string {
  return String.raw`'\x${fact(named(sequence), 'actor')}'`;
}

/** The first event of the same. */
function firstOf(sequence: number): number {
  const actor = fact(named(sequence), 'actor');
  return trail.lines.findIndex((line) => line.includes(`"actor":"${actor}"`));
}

function named(sequence: number): number {
  return fact(sequence, 'name') === 'null' ? named(sequence + 1) : sequence;
}

function fact(sequence: number, member: string): string {
  return String((JSON.parse(trail.lines[sequence] ?? '') as Record<string, unknown>)[member]);
}
