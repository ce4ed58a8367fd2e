import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import autocannon from 'autocannon';
import { generate } from 'otplib';
import { Browser, rankBiserial } from './bench-browser.ts';
import type { Flags } from './flags.ts';
import { nextMessage, startProgram, stop } from './programs.ts';
import { aSecond, type Measured, middle, milliseconds } from './results.ts';
import { BENCH_PASSWORD, type OwnTimes, type SignInReady } from './sign-in-names.ts';

/** Events in the trail while pages are asked for. */
const EVENTS = 1_000_000;

/** A name that is somebody's and one that is nobody's may differ by so much (share of the time, and effect size). */
const NAME_GAP = 0.05;
const NAME_EFFECT = 0.1;
const NAME_SAMPLES = 200;

/** Signing in beside what checking the password takes, in milliseconds. */
const SIGN_IN_LIMIT = 150;

const CHECKS_LIMIT = 0.05;
const PAGE_SAMPLES = 400;

const RATE = 300;
const SLOWEST = 250;
const CONNECTIONS = 50;

/**
 * What signing in costs, whether its time tells who has an account, and what it costs to know who asks: for one page, and
 * at 300 pages a second with a million events in the trail.
 */
export async function benchSignIn(root: string, folder: string, flags: Flags): Promise<readonly Measured[]> {
  const dataFolder = path.join(folder, 'sign-in');
  await mkdir(dataFolder);
  const child = startProgram('sign-in-program', [root, String(EVENTS)], dataFolder);
  try {
    const ready = (await nextMessage(child)) as SignInReady;
    child.send('own times');
    const own = (await nextMessage(child)) as OwnTimes;
    return [
      ...(await names(ready)),
      await signingIn(ready, own),
      ...(await knowingWhoAsks(ready, own, flags.rounds)),
      ...(await manyAtOnce(ready, flags.seconds * 5)),
    ];
  } finally {
    await stop(child);
  }
}

/** The same wrong password for names that are somebody's and for names that are nobody's, one after the other in turn. */
async function names({ address, accounts }: SignInReady): Promise<readonly Measured[]> {
  const browser = await Browser.open(address);
  const times = { real: [] as number[], unreal: [] as number[] };
  for (let sample = -20; sample < NAME_SAMPLES; sample += 1) {
    // Each name a few times from a new place, so that none is turned away unread.
    const index = (sample + 20) % 40;
    const real = accounts[index]?.name ?? '';
    const unreal = real.replace('account', 'nobodys');
    const turns = sample % 2 === 0 ? (['real', 'unreal'] as const) : (['unreal', 'real'] as const);
    for (const turn of turns) {
      const name = turn === 'real' ? real : unreal;
      const { status, took } = await browser.send('/sign-in', { name, password: 'not the password' });
      if (status !== 422) throw new Error(`Signing in answered ${status}`);
      if (sample >= 0) times[turn].push(took);
    }
  }
  const [real, unreal] = [middle(times.real), middle(times.unreal)];
  const gap = Math.abs(real - unreal) / unreal;
  const effect = rankBiserial(times.real, times.unreal);
  return [
    {
      what: `refused: a name that is somebody's (${NAME_SAMPLES} times)`,
      figure: milliseconds(real),
      beside: `a name that is nobody's: ${milliseconds(unreal)}, gap ${(gap * 100).toFixed(1)}%, of 5%`,
      ratio: gap / NAME_GAP,
      goal: { atMost: 1 },
    },
    {
      what: 'the same, effect size (rank-biserial)',
      figure: effect.toFixed(3),
      beside: `at most ${NAME_EFFECT}`,
      ratio: Math.abs(effect) / NAME_EFFECT,
      goal: { atMost: 1 },
    },
  ];
}

/** Password, code and the first page, for people who have an account. */
async function signingIn({ address, accounts }: SignInReady, { argon2 }: OwnTimes): Promise<Measured> {
  const times: number[] = [];
  for (const { name, secret } of accounts.slice(40)) {
    const browser = await Browser.open(address);
    const password = await browser.send('/sign-in', { name, password: BENCH_PASSWORD });
    const code = await browser.send('/sign-in/code', { code: await generate({ secret }) });
    if (password.status !== 303 || code.status !== 303)
      throw new Error(`Signing in answered ${password.status} and ${code.status}`);
    const home = await browser.open('/');
    times.push(password.took + code.took + home);
  }
  const beside = middle(times) - middle(argon2);
  return {
    what: 'signing in: password, code, home page',
    figure: milliseconds(middle(times)),
    beside: `Argon2 alone ${milliseconds(middle(argon2))}; the rest ${milliseconds(beside)} of ${SIGN_IN_LIMIT} ms`,
    ratio: beside / SIGN_IN_LIMIT,
    goal: { atMost: 1 },
  };
}

/** The same page for somebody signed in and for nobody, in turn, over one connection. */
async function knowingWhoAsks(
  { address, sessions }: SignInReady,
  { permissions }: OwnTimes,
  rounds: number,
): Promise<readonly Measured[]> {
  const rows: Measured[] = [];
  for (const page of ['/', '/plan/kent-2011/requirement/IN-3']) {
    const nobody = await Browser.open(address);
    const somebody = await Browser.open(address, sessions[0]?.cookie);
    const times = { without: [] as number[], with: [] as number[] };
    for (let sample = -50; sample < PAGE_SAMPLES * rounds; sample += 1) {
      const first = sample % 2 === 0;
      const before = first ? await nobody.open(page) : await somebody.open(page);
      const after = first ? await somebody.open(page) : await nobody.open(page);
      if (sample < 0) continue;
      times.without.push(first ? before : after);
      times.with.push(first ? after : before);
    }
    const [without, signedIn] = [middle(times.without), middle(times.with)];
    rows.push(
      {
        what: `permission checks of ${page}`,
        figure: `${(permissions * 1000).toFixed(2)} µs`,
        beside: `the page: ${without.toFixed(2)} ms, of which 5%`,
        ratio: permissions / (without * CHECKS_LIMIT),
        goal: { atMost: 1 },
      },
      {
        what: `${page} signed in`,
        figure: `${signedIn.toFixed(2)} ms`,
        beside: `the same as the public: ${without.toFixed(2)} ms`,
        ratio: signedIn / without,
      },
    );
  }
  return rows;
}

/**
 * Three hundred pages a second for fifty people who are signed in, with a million events in the trail; and beside it what
 * the public is asked of the same machine in the same minute, which says how busy that is with other things.
 */
async function manyAtOnce(
  { address, sessions, events }: SignInReady,
  seconds: number,
): Promise<readonly Measured[]> {
  const signedIn = sessions.flatMap(({ role, cookie }, index) =>
    [...pagesOfAll(index), ...ownPages(role)].map((page) => ({ path: page, headers: { cookie } })),
  );
  const everybody = sessions.flatMap((_, index) => pagesOfAll(index).map((page) => ({ path: page })));
  const peer = await atRate(address, everybody, seconds);
  const own = await atRate(address, signedIn, seconds);
  return [
    {
      what: `signed-in pages, ${sessions.length} people, ${events.toLocaleString('en-GB')} events in the trail`,
      figure: aSecond(own.average),
      beside: `asked for: ${aSecond(RATE)}`,
      ratio: own.average / RATE,
      goal: { atLeast: 0.95 },
    },
    {
      what: 'the same, 97.5 of 100 within (the goal is of 95)',
      figure: milliseconds(own.most),
      beside: `${SLOWEST} ms (half within ${milliseconds(own.half)})`,
      ratio: own.most / SLOWEST,
      goal: { atMost: 1 },
    },
    {
      what: 'the same, half within',
      figure: milliseconds(own.half),
      beside: `as the public at ${aSecond(peer.average)}: ${milliseconds(peer.half)}, 97.5 within ${milliseconds(peer.most)}`,
      ratio: own.half / peer.half,
    },
  ];
}

/** Asks at a fixed rate; what waits for its turn counts as waiting. */
async function atRate(
  address: string,
  requests: readonly { readonly path: string }[],
  seconds: number,
): Promise<{ readonly average: number; readonly half: number; readonly most: number }> {
  const result = await autocannon({
    url: address,
    connections: CONNECTIONS,
    duration: seconds,
    overallRate: RATE,
    requests,
  });
  const { errors, timeouts, non2xx, latency } = result;
  if (errors + timeouts + non2xx > 0)
    throw new Error(`${errors} errors, ${timeouts} timeouts, ${non2xx} not 2xx`);
  return { average: result.requests.average, half: latency.p50, most: latency.p97_5 };
}

function pagesOfAll(index: number): readonly string[] {
  return ['/', `/plan/kent-2011/requirement/IN-${1 + (index % 9)}`, '/people'];
}

function ownPages(role: string): readonly string[] {
  return role === 'auditor' || role === 'administrator' ? ['/my-work', '/audit'] : ['/my-work'];
}
