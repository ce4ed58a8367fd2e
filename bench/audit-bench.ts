import { createWriteStream } from 'node:fs';
import path from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { pathToFileURL } from 'node:url';
import { sql } from 'kysely';
import type * as Audit from '../src/modules/audit/index.ts';
import type * as ReadDatabase from '../src/modules/audit/verify/read-database.read.ts';
import type { Db, Tx } from '../src/platform/db/index.ts';
import { load } from './product.ts';
import { aSecond, type Measured, middle } from './results.ts';

/** Verifying a million events must take no longer, in seconds. */
const GOAL_SECONDS = 15;

const ROUNDS = 3;

/**
 * Verifies a trail in the database and in a file, beside a bare read of the same rows, and records events beside
 * transactions that write a row and record nothing.
 *
 * @param root the project's folder, built
 * @param folder for the database and the exported file
 * @param events how many events the trail has
 */
export async function benchAudit(root: string, folder: string, events: number): Promise<readonly Measured[]> {
  const dist = (file: string) => import(pathToFileURL(path.join(root, 'dist', file)).href);
  const audit = (await dist('modules/audit/index.js')) as typeof Audit;
  const reading = (await dist('modules/audit/verify/read-database.read.js')) as typeof ReadDatabase;
  const { openDatabase, migrate } = await load(root, 'db');
  const { createLog } = await load(root, 'log');
  const opened = await openDatabase(
    { databaseUrl: undefined, dataFolder: path.join(folder, 'audit'), searchPath: process.env['PATH'] },
    { log: createLog('silent'), onStep: () => undefined },
  );
  if (opened.kind === 'problem') throw new Error(opened.message);
  const { db } = opened;
  try {
    const migrated = await migrate(db, path.join(root, 'migrations'), () => undefined);
    if (migrated.kind === 'problem') throw new Error(migrated.message);
    const recording = await measureRecording(db, audit);
    await fill(db, events);
    return [...recording, ...(await measureVerifying(db, folder, audit, reading))];
  } finally {
    await opened.close();
  }
}

async function measureVerifying(
  db: Db,
  folder: string,
  audit: typeof Audit,
  reading: typeof ReadDatabase,
): Promise<readonly Measured[]> {
  const file = path.join(folder, 'trail.jsonl');
  await pipeline(Readable.from(audit.exportTrail(audit.readWith(db), {}, 'jsonl')), createWriteStream(file));
  await audit.writeCheckpoint(db, folder);
  const checkpoints = () => audit.checkpointLines(audit.checkpointFile(folder));
  const times = { bare: [] as number[], verify: [] as number[], file: [] as number[] };
  let most = 0;
  let count = 0;
  for (let round = 0; round < ROUNDS; round += 1) {
    times.bare.push(
      await secondsOf(async () => {
        for (let after = 0; ;) {
          const page = await reading.readEvents(db, { after, limit: 10_000 });
          if (page.length === 0) return;
          after = page.at(-1)?.sequence ?? after;
        }
      }),
    );
    times.verify.push(
      await secondsOf(async () => {
        const verdict = await audit.verifyTrail(await audit.trailOfDatabase(db), checkpoints());
        if (verdict.kind !== 'sound') throw new Error(verdict.finding.sentence);
        count = verdict.events;
      }),
    );
    times.file.push(
      await secondsOf(async () => {
        const read = await audit.trailOfFile(file);
        if (read.kind !== 'trail') throw new Error('The export is not a trail');
        const verdict = await audit.verifyTrail(read.trail, undefined);
        if (verdict.kind !== 'sound') throw new Error(verdict.finding.sentence);
      }),
    );
    most = Math.max(most, process.memoryUsage().rss);
  }
  const [bare, verify, fromFile] = [middle(times.bare), middle(times.verify), middle(times.file)];
  const limit = (GOAL_SECONDS * count) / 1_000_000;
  const goal = { atMost: 1 };
  const events = count.toLocaleString('en-GB');
  return [
    row(
      `verify ${events} events in the database`,
      verify,
      `the goal, ${limit.toFixed(1)} s`,
      verify / limit,
      goal,
    ),
    row('the same', verify, `a bare read of the same rows, ${bare.toFixed(2)} s`, verify / bare),
    row(
      `verify ${events} events in a file`,
      fromFile,
      `the goal, ${limit.toFixed(1)} s`,
      fromFile / limit,
      goal,
    ),
    {
      what: 'memory while verifying, this process',
      figure: `${Math.round(most / 1024 / 1024)} MB`,
      beside: '',
      ratio: null,
    },
  ];
}

/** Writes rows of a trail as the trigger would, without its lock for each: a million one by one would take minutes. */
export async function fill(db: Db, events: number): Promise<void> {
  await db.transaction().execute(async (tx) => {
    await sql
      .raw(
        `set local statement_timeout = 0;
        alter table audit.event no force row level security; alter table audit.event disable trigger user; alter table audit.chain disable trigger user;
        do $$ declare e audit.event; head audit.chain; who bytea[]; begin
          who := array(select audit.find_actor('Person ' || n, n) from generate_series(1, 500) n);
          select * into head from audit.chain;
          for n in 1..${events} loop
            e.sequence := head.sequence + 1; e.at := clock_timestamp(); e.actor_kind := 'person';
            e.actor := who[1 + n % 500]; e.request_id := 'BCDF-GHJK'; e.type := 'action-closed';
            e.subject_kind := 'action'; e.subject_ref := '1.' || n % 129;
            e.detail := json_build_object('on', 'day ' || n, 'actions', n, 'words', 'Progress was recorded as it stood')::text;
            e.detail_version := 1; e.previous := head.hash; e.hash := audit.event_hash(e);
            insert into audit.event select e.*;
            head.sequence := e.sequence; head.hash := e.hash;
          end loop;
          update audit.chain set sequence = head.sequence, hash = head.hash;
        end $$;
        alter table audit.event enable trigger user; alter table audit.chain enable trigger user;`,
      )
      .execute(tx);
  });
  await sql.raw('analyze audit.event').execute(db);
}

/** What an event adds to a transaction that writes a row and waits for the disk, alone and with seven others. */
async function measureRecording(db: Db, audit: typeof Audit): Promise<readonly Measured[]> {
  await sql
    .raw('create table public.bench_change (id bigint generated always as identity, words text)')
    .execute(db);
  const done = { type: 'bench-done', subject: { kind: 'bench', ref: '1' }, detail: { n: 1 }, version: 1 };
  const change = (tx: Tx) =>
    sql`insert into public.bench_change (words) values ('something that was changed')`.execute(tx);
  const rows: Measured[] = [];
  for (const writers of [1, 8]) {
    const without: number[] = [];
    const withEvent: number[] = [];
    for (let round = 0; round < 2 * ROUNDS; round += 1) {
      without.push(await rate(db, writers, change));
      withEvent.push(
        await rate(db, writers, async (tx) => {
          await change(tx);
          await audit.recordEvent(tx, { kind: 'person', name: 'Amara Obi', personId: 1 }, done);
        }),
      );
    }
    // The best of several: what else the machine does can only make it less.
    const [bare, recorded] = [Math.max(...without), Math.max(...withEvent)];
    rows.push({
      what: `changes with an event, ${writers} at once`,
      figure: aSecond(recorded),
      beside: `the same without, ${aSecond(bare)}`,
      ratio: recorded / bare,
    });
    if (writers === 1)
      rows.push({
        what: 'what an event adds to a change',
        figure: `${(1000 / recorded - 1000 / bare).toFixed(2)} ms`,
        beside: 'the goal, 1 ms',
        ratio: 1000 / recorded - 1000 / bare,
        goal: { atMost: 1 },
      });
  }
  return rows;
}

/** Transactions a second, over one second. */
async function rate(db: Db, writers: number, work: (tx: Tx) => Promise<unknown>): Promise<number> {
  const until = performance.now() + 1000;
  let done = 0;
  await Promise.all(
    Array.from({ length: writers }, async () => {
      while (performance.now() < until) {
        await db.transaction().execute((tx) => work(tx));
        done += 1;
      }
    }),
  );
  return done;
}

function row(
  what: string,
  seconds: number,
  beside: string,
  ratio: number,
  goal?: { readonly atMost: number },
): Measured {
  return { what, figure: `${seconds.toFixed(2)} s`, beside, ratio, ...(goal === undefined ? {} : { goal }) };
}

async function secondsOf(work: () => Promise<void>): Promise<number> {
  const started = performance.now();
  await work();
  return (performance.now() - started) / 1000;
}
