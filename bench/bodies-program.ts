import { sql } from 'kysely';
import { load } from './product.ts';

/** What the process tells of one page: milliseconds of the first answer and of those after it. */
export interface PageTimes {
  readonly path: string;
  readonly first: number;
  readonly later: readonly number[];
}

/** What the parent asks: pages to time, one after the other, in turn. */
export interface PagesToTime {
  readonly paths: readonly string[];
  readonly times: number;
}

/**
 * A process with a council of so many bodies and twenty years of what was said of them, which times its pages without a network
 * between: names that changed, figures replaced every other year, terms of office of four years, lines redrawn.
 */
const [root = '', bodies = ''] = process.argv.slice(2);
const { readConfig } = await load(root, 'config');
const { openDatabase } = await load(root, 'db');
const { createLog } = await load(root, 'log');
const { buildApp } = await load(root, 'app');
const { Seal } = await load(root, 'seal');
const { calculateBalance } = await load(root, 'balance');

const read = readConfig(process.env);
if (read.kind === 'problems') throw new Error(read.problems.join('\n'));
const { config } = read;
const log = createLog('silent');
const opened = await openDatabase(config, { log, onStep: () => undefined });
if (opened.kind === 'problem') throw new Error(opened.message);
const { db } = opened;

const count = Number(bodies);
const row = sql`'resolved' as weight, 'Minutes' as source, day as stated_on, 'recorded' as change, 'Bench' as recorded_by`;
await db.transaction().execute(async (tx) => {
  await sql`select set_config('throughline.asker', 'system', true)`.execute(tx);
  await sql`insert into identity.person default values`.execute(tx);
  await sql`insert into identity.person select from generate_series(1, ${count * 4})`.execute(tx);
  await sql`insert into identity.person_name (person_id, forenames, surname, search, source, recorded_by)
    select id, 'Ada', 'Marsh' || id, 'ada marsh' || id, 'Register', 'Bench' from identity.person
    where id not in (select person_id from identity.person_name)`.execute(tx);
  await sql`insert into bodies.body (slug, recorded_by) select 'body-' || n, 'Bench' from generate_series(1, ${count}) as n`.execute(
    tx,
  );
  await sql`insert into bodies.event (body_id, kind, day, words, authority, weight, source, stated_on, change, recorded_by)
    select id, 'set-up', day, 'It was set up.', 'Council', 'resolved', 'Minutes', day, 'recorded', 'Bench'
    from bodies.body, (values ('2006-05-01'::date)) as days(day)`.execute(tx);
  // Every attribute anew each second year, the one before ended.
  await sql`insert into bodies.fact (body_id, attribute, value, from_day, until, weight, source, stated_on, change, recorded_by)
    select id, attribute, case when attribute in ('quorum', 'minimum', 'maximum') then (3 + n)::text when attribute = 'kind' then 'committee'
        when attribute = 'meets' then 'webcast' when attribute = 'composition' then 'balance' else attribute || ' of ' || slug || ' no ' || n end,
      day, case when n < 9 then (day + interval '2 years' - interval '1 day')::date end, ${row}
    from bodies.body, unnest(array['name', 'kind', 'frequency', 'quorum', 'minimum', 'maximum', 'meets', 'composition', 'chair', 'purpose']) as attribute,
      generate_series(0, 9) as n, lateral (select ('2006-05-01'::date + n * interval '2 years')::date as day) as days`.execute(
    tx,
  );
  await sql`insert into bodies.line (from_id, to_id, relation, from_day, until, weight, source, stated_on, change, recorded_by)
    select body.id, other.id, case when n % 2 = 0 then 'reports-to' else 'informs' end, day,
      case when n < 3 then (day + interval '5 years' - interval '1 day')::date end, ${row}
    from bodies.body, generate_series(0, 3) as n, lateral (select ('2006-05-01'::date + n * interval '5 years')::date as day) as days,
      lateral (select id from bodies.body as other where other.id <> body.id
        order by other.id = (select min(id) from bodies.body) + (body.id - (select min(id) from bodies.body)) / 6 desc limit 1) as other`.execute(
    tx,
  );
  await sql`insert into bodies.seat (body_id, seat_no, label, capacity, role, places, votes, from_day, weight, source, stated_on, change, recorded_by)
    select id, nextval('bodies.seat_number'), 'Member', 'group', 'member', 8, true, day, ${row}
    from bodies.body, (values ('2006-05-01'::date)) as days(day)`.execute(tx);
  await sql`insert into bodies.sitting (body_id, seat_no, place_no, person_id, from_day, until, weight, source, stated_on, change, recorded_by)
    select seat.body_id, seat_no, spot, (select min(id) from identity.person) + (seat.body_id * 8 + spot + term * 3) % ${count * 4}, day,
      case when term < 4 then (day + interval '4 years' - interval '1 day')::date end, ${row}
    from bodies.seat, generate_series(1, 8) as spot, generate_series(0, 4) as term,
      lateral (select ('2006-05-01'::date + term * interval '4 years')::date as day) as days`.execute(tx);
});
await sql`analyze`.execute(db);

const { app } = await buildApp({
  config,
  councilName: 'Loamshire County Council',
  dataFolder: 'no-such-folder',
  formSecret: 'a secret of a benchmark that nobody needs to guess',
  // What is measured is how long a thing takes, again and again.
  makingLimits: {
    ofOne: { atOnce: Infinity, inAMinute: Infinity },
    ofThePublic: { atOnce: Infinity, inAMinute: Infinity },
  },
  seal: new Seal(Buffer.alloc(32)),
  db: opened.pagesDb,
  log,
  clock: () => new Date('2026-05-12T10:00:00Z'),
});

async function timeOf(path: string): Promise<number> {
  const started = performance.now();
  const { statusCode } = await app.inject({ method: 'GET', url: path });
  if (statusCode !== 200) throw new Error(`${path} answered ${statusCode}`);
  return performance.now() - started;
}

process.on('message', (message: PagesToTime | 'balance' | 'memory') => {
  void (async () => {
    if (message === 'balance') {
      process.send?.(timeBalance());
      return;
    }
    if (message === 'memory') {
      process.send?.(process.memoryUsage().rss);
      return;
    }
    const first = new Map<string, number>();
    for (const path of message.paths) first.set(path, await timeOf(path));
    const later = new Map<string, number[]>(message.paths.map((path) => [path, []]));
    // In turn, so that what else the machine does falls on all of them alike.
    for (let time = 0; time < message.times; time += 1)
      for (const path of message.paths) later.get(path)?.push(await timeOf(path));
    process.send?.(
      message.paths.map((path): PageTimes => ({
        path,
        first: first.get(path) ?? 0,
        later: later.get(path) ?? [],
      })),
    );
  })();
});
process.on('SIGTERM', () => {
  void (async () => {
    await app.close();
    await opened.close();
    process.exit(0);
  })();
});
process.send?.('ready');

/** Milliseconds to share out the seats of 30 bodies among six groups and members of none, each time anew. */
function timeBalance(): readonly number[] {
  const parties = [46, 23, 8, 4, 3, 2]
    .map((members, index) => ({ name: `Group ${index + 1}`, members, isGroup: true }))
    .concat([{ name: 'No group', members: 2, isGroup: false }]);
  const sizes = [18, 14, 12, 9, 11, 13, 8, 15];
  const benches = Array.from({ length: 30 }, (_, index) => ({
    name: `Body ${index + 1}`,
    seats: sizes[index % sizes.length] ?? 8,
  }));
  return Array.from({ length: 10 }, () => {
    const started = performance.now();
    if (calculateBalance(parties, benches).kind !== 'calculated') throw new Error('No table was found');
    return performance.now() - started;
  });
}
