import Fastify from 'fastify';
import { sql } from 'kysely';
import { bareQueries } from './bare-queries.ts';
import { load } from './product.ts';

/** What the server's process tells once it is ready. */
export interface ServerReady {
  readonly product: string;
  readonly peer: string;
  readonly slug: string;
  /** Requirements to ask for, spread over the plan. */
  readonly refs: readonly string[];
}

const MOST_REFS = 50;

/**
 * The process that is measured: the program as it is built, and beside it, in the same process and over the same
 * connections to the database, a plain server with an empty handler and with the bare queries.
 */
const [root = ''] = process.argv.slice(2);
const { readConfig } = await load(root, 'config');
const { openDatabase } = await load(root, 'db');
const { createLog } = await load(root, 'log');
const { buildApp } = await load(root, 'app');
const { Seal } = await load(root, 'seal');

const read = readConfig(process.env);
if (read.kind === 'problems') throw new Error(read.problems.join('\n'));
const { config } = read;
// Every request is logged, as it is for people; whoever started this process threw its standard output away.
const log = createLog(config.logLevel);
const opened = await openDatabase(config, { log, onStep: () => undefined });
if (opened.kind === 'problem') throw new Error(opened.message);
const { db } = opened;

// A database that has been up for a minute has done this by itself; without it every query is planned in the dark.
await sql`analyze`.execute(db);
const { rows: plans } = await sql<{ slug: string; id: number; day: string }>`
  select slug, plan_version.id, coalesce(opens_on, in_force_from) as day
  from improvement.plan join improvement.plan_version on plan_version.plan_id = plan.id`.execute(db);
const [plan] = plans;
if (plan === undefined) throw new Error('There is no plan to show');
const { rows: requirements } = await sql<{ ref: string }>`
  select ref from improvement.requirement where version_id = ${plan.id} order by position`.execute(db);
const step = Math.max(1, Math.floor(requirements.length / MOST_REFS));
const refs = requirements.filter((_, index) => index % step === 0).map(({ ref }) => ref);

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
});
const product = await app.listen({ host: '127.0.0.1', port: 0 });

const bare = bareQueries(plan.id, plan.day);
const peer = Fastify();
peer.get('/empty', async () => ({ empty: true }));
peer.get('/home', async () => bare.home(db));
peer.get<{ Params: { ref: string } }>('/requirement/:ref', async ({ params }) =>
  bare.requirement(db, params.ref.replace('-', ' ')),
);
const peerAddress = await peer.listen({ host: '127.0.0.1', port: 0 });

process.on('message', (message) => {
  if (message === 'memory') process.send?.(process.memoryUsage().rss);
});
process.on('SIGTERM', () => {
  void (async () => {
    await Promise.all([app.close(), peer.close()]);
    await opened.close();
    process.exit(0);
  })();
});
process.send?.({ product, peer: peerAddress, slug: plan.slug, refs } satisfies ServerReady);
