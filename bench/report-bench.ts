import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import type { Flags } from './flags.ts';
import { acceptLoamshire, writeLoamshire } from './plan-files.ts';
import { runThroughline, serve } from './programs.ts';
import { type Measured, middle, milliseconds } from './results.ts';

const LIMIT = 3000;
const FORMATS = ['', '.pdf', '.docx'] as const;

/** How long the progress report of a plan of a large county's size takes over HTTP, the first time and later ones. */
export async function benchReport(root: string, folder: string, flags: Flags): Promise<readonly Measured[]> {
  const dataFolder = path.join(folder, 'report');
  await mkdir(dataFolder);
  await runThroughline(root, dataFolder, acceptLoamshire(await writeLoamshire(folder, 1)));
  const { address, stop } = await serve(root, dataFolder, []);
  try {
    const plan = await homeOfPlan(address);
    const results: Measured[] = [];
    for (const format of FORMATS) {
      const taken: number[] = [];
      for (let time = 0; time <= flags.rounds; time += 1) {
        const started = performance.now();
        const answer = await fetch(`${address}${plan}/report${format}`);
        await answer.arrayBuffer();
        if (!answer.ok) throw new Error(`${plan}/report${format} answered ${answer.status}`);
        taken.push(performance.now() - started);
      }
      const [first = 0, ...later] = taken;
      for (const [when, time] of [
        ['first', first],
        ['later', middle(later)],
      ] as const)
        results.push({
          what: `Progress report${format === '' ? '' : ` as ${format}`}, ${when}`,
          figure: milliseconds(time),
          beside: milliseconds(LIMIT),
          ratio: time / LIMIT,
          goal: { atMost: 1 },
        });
    }
    return results;
  } finally {
    await stop();
  }
}

/** Where the plan's pages are, as the home page's own links say. */
async function homeOfPlan(address: string): Promise<string> {
  const home = await (await fetch(`${address}/`)).text();
  const found = /href="(\/plan\/[a-z0-9-]+)\/report/.exec(home)?.[1];
  if (found === undefined) throw new Error('The home page has no link to the report');
  return found;
}
