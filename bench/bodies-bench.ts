import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import type { ChildProcess } from 'node:child_process';
import type { PagesToTime, PageTimes } from './bodies-program.ts';
import type { Flags } from './flags.ts';
import { nextMessage, runThroughline, startProgram, stop } from './programs.ts';
import { type Measured, megabytes, middle, milliseconds } from './results.ts';

/** Limits of the diagram of 120 bodies and of the balance, in milliseconds; an earlier day's page beside today's. */
const CACHED = 300;
const FRESH = 1000;
const BALANCE = 100;
const OF_TODAY = 1.5;
const DAYS = ['2026-05-12', '2016-05-12', '2007-05-12'] as const;

/** Bodies with twenty years of history: pages as at a day beside today's, the diagram fresh and kept, political balance. */
export async function benchBodies(root: string, folder: string, flags: Flags): Promise<readonly Measured[]> {
  const [few, many] = [await start(root, folder, 120), await start(root, folder, 500)];
  try {
    // The first answer of a process warms what every page needs; the diagram is drawn by none of these.
    await ask(few, { paths: ['/bodies/list'], times: 3 });
    const [drawn] = await ask(few, { paths: ['/bodies'], times: 3 * flags.rounds });
    few.send('balance');
    const balance = (await nextMessage(few)) as readonly number[];
    const results: Measured[] = [
      {
        what: 'Diagram of 120 bodies, first time',
        figure: milliseconds(drawn?.first ?? 0),
        beside: milliseconds(FRESH),
        ratio: (drawn?.first ?? 0) / FRESH,
        goal: { atMost: 1 },
      },
      limited('Diagram of 120 bodies, again', drawn?.later ?? [], CACHED),
      limited('Balance of 30 bodies, 6 groups', balance.slice(1), BALANCE),
    ];
    for (const page of [
      '/bodies/list',
      '/bodies/conflicts',
      '/bodies/body-77',
      '/bodies/body-77/voters',
      '/bodies/balance',
    ])
      results.push(...(await asAt(many, page, flags)));
    many.send('memory');
    const memory = (await nextMessage(many)) as number;
    return [
      ...results,
      { what: 'Memory with 500 bodies', figure: megabytes(memory), beside: '', ratio: null },
    ];
  } finally {
    await Promise.all([stop(few), stop(many)]);
  }
}

async function start(root: string, folder: string, bodies: number): Promise<ChildProcess> {
  const dataFolder = path.join(folder, `bodies-${bodies}`);
  await mkdir(dataFolder);
  await runThroughline(root, dataFolder, ['migrate']);
  const child = startProgram('bodies-program', [root, String(bodies)], dataFolder, []);
  await nextMessage(child);
  return child;
}

async function ask(child: ChildProcess, pages: PagesToTime): Promise<readonly PageTimes[]> {
  child.send(pages);
  return (await nextMessage(child)) as readonly PageTimes[];
}

/** A page as at earlier days, each round held against the same round's today. */
async function asAt(child: ChildProcess, page: string, flags: Flags): Promise<readonly Measured[]> {
  const paths = DAYS.map((day) => `${page}?on=${day}`);
  const [today, ...earlier] = await ask(child, { paths, times: 5 * flags.rounds });
  const base = today?.later ?? [];
  return earlier.map(({ later }, index): Measured => ({
    what: `${page}, 500 bodies, as at ${DAYS[index + 1] ?? ''}`,
    figure: milliseconds(middle(later)),
    beside: `today ${milliseconds(middle(base))}`,
    ratio: middle(later.map((value, round) => value / (base[round] ?? Number.NaN))),
    goal: { atMost: OF_TODAY },
  }));
}

function limited(what: string, times: readonly number[], limit: number): Measured {
  const time = middle(times);
  return {
    what,
    figure: milliseconds(time),
    beside: milliseconds(limit),
    ratio: time / limit,
    goal: { atMost: 1 },
  };
}
