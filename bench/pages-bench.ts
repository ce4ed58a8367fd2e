import type { ChildProcess } from 'node:child_process';
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import autocannon from 'autocannon';
import type { Flags } from './flags.ts';
import { acceptLoamshire, writeLoamshire } from './plan-files.ts';
import { nextMessage, runThroughline, startProgram, stop } from './programs.ts';
import { aSecond, type Measured, megabytes, middle, milliseconds } from './results.ts';
import type { ServerReady } from './server-program.ts';

const CONNECTIONS = 50;
/** A page should be answered at least half as often as its own rows could be. */
const OF_BARE = 0.5;
/** Ten times the plan may make a page half as slow again, since it shows about as much as before. */
const GROWTH = 1.5;

interface Target {
  readonly name: 'empty' | 'bare home' | 'home' | 'bare requirement' | 'requirement';
  readonly url: (server: ServerReady) => string;
  readonly paths: (server: ServerReady) => readonly string[];
}

const TARGETS: readonly Target[] = [
  { name: 'empty', url: ({ peer }) => peer, paths: () => ['/empty'] },
  { name: 'bare home', url: ({ peer }) => peer, paths: () => ['/home'] },
  { name: 'home', url: ({ product }) => product, paths: () => ['/'] },
  {
    name: 'bare requirement',
    url: ({ peer }) => peer,
    paths: ({ refs }) => refs.map((ref) => `/requirement/${ref.replace(' ', '-')}`),
  },
  {
    name: 'requirement',
    url: ({ product }) => product,
    paths: ({ refs, slug }) => refs.map((ref) => `/plan/${slug}/requirement/${ref.replace(' ', '-')}`),
  },
];

interface Running {
  readonly scale: number;
  readonly child: ChildProcess;
  readonly server: ServerReady;
  /** Milliseconds until the plan was stored, and until the first reader after a start had the home page. */
  readonly accepted: number;
  readonly first: number;
  /** Answers a second of each target, a figure a round. */
  readonly rates: Map<Target['name'], number[]>;
  readonly bytes: Map<Target['name'], number>;
}

/**
 * How often the home page and the page of a requirement are answered at 50 connections, beside an empty handler and
 * the bare query of the same rows. Plans of all sizes are served at once and asked in turn, so that what else the
 * machine does falls on all of them alike.
 */
export async function benchPages(root: string, folder: string, flags: Flags): Promise<readonly Measured[]> {
  const running: Running[] = [];
  try {
    for (const scale of flags.scales) running.push(await start(root, folder, scale, flags));
    for (const plan of running) await round(plan, 1);
    for (const { rates } of running) rates.clear();
    for (let number = 0; number < flags.rounds; number += 1)
      for (const plan of running) await round(plan, flags.seconds);
    const memory: number[] = [];
    for (const { child } of running) {
      child.send('memory');
      memory.push((await nextMessage(child)) as number);
    }
    return running.flatMap((plan, index) => resultsOf(plan, running[index - 1], memory[index] ?? 0));
  } finally {
    await Promise.all(running.map(({ child }) => stop(child)));
  }
}

async function start(root: string, folder: string, scale: number, flags: Flags): Promise<Running> {
  const dataFolder = path.join(folder, `pages-${scale}`);
  await mkdir(dataFolder);
  const accept = acceptLoamshire(await writeLoamshire(folder, scale));
  const { milliseconds: accepted } = await runThroughline(root, dataFolder, accept);
  const profile =
    flags.profiles === null
      ? []
      : ['--cpu-prof', `--cpu-prof-dir=${path.resolve(flags.profiles, `${scale}-times`)}`];
  const child = startProgram('server-program', [root], dataFolder, profile);
  const server = (await nextMessage(child)) as ServerReady;
  const started = performance.now();
  await (await fetch(server.product)).text();
  const first = performance.now() - started;
  return { scale, child, server, accepted, first, rates: new Map(), bytes: new Map() };
}

async function round({ scale, server, rates, bytes }: Running, seconds: number): Promise<void> {
  for (const { name, url, paths } of TARGETS) {
    const result = await autocannon({
      url: url(server),
      connections: CONNECTIONS,
      duration: seconds,
      requests: paths(server).map((one) => ({ path: one })),
    });
    if (result.errors + result.timeouts + result.non2xx > 0)
      throw new Error(
        `${name} at ${scale} times: ${result.errors} errors, ${result.timeouts} timeouts, ${result.non2xx} not 2xx`,
      );
    await untilQuiet(server);
    rates.set(name, [...(rates.get(name) ?? []), result.requests.average]);
    bytes.set(name, result.throughput.total / result.requests.total);
  }
}

/** Questions that nobody waits for any more must not slow what is asked next: this one is answered after them all. */
async function untilQuiet({ product }: ServerReady): Promise<void> {
  for (let times = 0; times < 2; times += 1) await (await fetch(`${product}/readyz`)).text();
}

function resultsOf(plan: Running, smaller: Running | undefined, memory: number): readonly Measured[] {
  const { scale, bytes, accepted, first } = plan;
  const rate = (of: Running, name: Target['name']) => of.rates.get(name) ?? [];
  /** Of the rounds, each held against its own peer, the one in the middle. */
  const ratio = (a: readonly number[], b: readonly number[]) =>
    middle(a.map((value, index) => value / (b[index] ?? Number.NaN)));
  const beside = (page: 'home' | 'requirement'): Measured[] => {
    const bare = rate(plan, `bare ${page}`);
    const own = rate(plan, page);
    const kilobytes = Math.round((bytes.get(page) ?? 0) / 1024);
    const rows: Measured[] = [
      {
        what: `${page} page, ${scale} times (${kilobytes} kB)`,
        figure: aSecond(middle(own)),
        beside: `its bare query: ${aSecond(middle(bare))}`,
        ratio: ratio(own, bare),
        goal: { atLeast: OF_BARE },
      },
    ];
    if (smaller !== undefined)
      rows.push({
        what: `${page} page, time at ${scale} times`,
        figure: milliseconds(1000 / middle(own)),
        beside: `at ${smaller.scale} times: ${milliseconds(1000 / middle(rate(smaller, page)))}`,
        ratio: ratio(rate(smaller, page), own),
        ...(scale === smaller.scale * 10 ? { goal: { atMost: GROWTH } } : {}),
      });
    return rows;
  };
  return [
    {
      what: `throughline import plan --accept, ${scale} times`,
      figure: milliseconds(accepted),
      beside: '',
      ratio: null,
    },
    {
      what: `home page for the first reader, ${scale} times`,
      figure: milliseconds(first),
      beside: '',
      ratio: null,
    },
    ...beside('home'),
    ...beside('requirement'),
    {
      what: `empty handler, ${scale} times`,
      figure: aSecond(middle(rate(plan, 'empty'))),
      beside: '',
      ratio: null,
    },
    {
      what: `memory of the server after that, ${scale} times`,
      figure: megabytes(memory),
      beside: '',
      ratio: null,
    },
  ];
}
