import type { Flags } from './flags.ts';
import { kentPack, writeLoamshire } from './plan-files.ts';
import { nextMessage, runNothing, runThroughline, startProgram } from './programs.ts';
import { type Measured, middle, milliseconds } from './results.ts';

const LIMIT = 1000;
/** Text ten times as long should take about ten times as long to read. */
const LINEAR = 12;

/** How long it takes to read a plan out of a text: in one process that is up, and by the whole command. */
export async function benchImport(root: string, folder: string, flags: Flags): Promise<readonly Measured[]> {
  const results: Measured[] = [];
  const kent = kentPack(root);
  const one = kent ?? (await writeLoamshire(folder, 1));
  const name = kent === null ? 'Loamshire’s plan (the Kent pack is not here)' : 'the Kent pack';
  const { first, middle: usual } = await readTimes(root, one, folder, 9);
  results.push(
    {
      what: `Read ${name}, first time in a process`,
      figure: milliseconds(first),
      beside: milliseconds(LIMIT),
      ratio: first / LIMIT,
      goal: { atMost: 1 },
    },
    {
      what: `Read ${name}, once warm`,
      figure: milliseconds(usual),
      beside: milliseconds(LIMIT),
      ratio: usual / LIMIT,
      goal: { atMost: 1 },
    },
  );

  const whole: number[] = [];
  const nothing: number[] = [];
  for (let round = 0; round < flags.rounds; round += 1) {
    nothing.push(await runNothing(root, folder));
    whole.push(
      (await runThroughline(root, folder, ['import', 'plan', one, '--dry-run', '--json'])).milliseconds,
    );
  }
  results.push({
    what: `throughline import plan --dry-run --json, ${name}`,
    figure: milliseconds(middle(whole)),
    beside: `${milliseconds(LIMIT)} (an empty Node takes ${milliseconds(middle(nothing))})`,
    ratio: middle(whole) / LIMIT,
    goal: { atMost: 1 },
  });

  let before: { scale: number; milliseconds: number } | null = null;
  for (const scale of flags.scales) {
    const file = await writeLoamshire(folder, scale);
    // The least of several: what else the machine does can only make it more.
    const { least: time } = await readTimes(root, file, folder, scale >= 100 ? 4 : 10);
    const growth: number | null = before === null ? null : time / before.milliseconds;
    results.push({
      what: `Read Loamshire’s plan, ${scale} times`,
      figure: milliseconds(time),
      beside: before === null ? '' : `${before.scale} times: ${milliseconds(before.milliseconds)}`,
      ratio: growth,
      ...(before !== null && scale === before.scale * 10 ? { goal: { atMost: LINEAR } } : {}),
    });
    before = { scale, milliseconds: time };
  }
  return results;
}

async function readTimes(
  root: string,
  file: string,
  folder: string,
  times: number,
): Promise<{ first: number; middle: number; least: number }> {
  const taken = (await nextMessage(
    startProgram('read-program', [root, file, String(times)], folder),
  )) as number[];
  const [first, ...later] = taken;
  return { first: first ?? 0, middle: middle(later), least: Math.min(...later) };
}
