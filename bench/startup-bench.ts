import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import type { Flags } from './flags.ts';
import { runNothing, serve } from './programs.ts';
import { type Measured, middle, milliseconds } from './results.ts';

const FIRST = 60_000;
const LATER = 5_000;

/** How long `throughline serve --sample` takes to be ready: with nothing there yet, and with everything there. */
export async function benchStartup(root: string, folder: string, flags: Flags): Promise<readonly Measured[]> {
  const dataFolder = path.join(folder, 'startup');
  await mkdir(dataFolder);
  const nothing = await runNothing(root, folder);
  const start = async (): Promise<number> => {
    const { milliseconds: taken, stop } = await serve(root, dataFolder, ['--sample']);
    await stop();
    return taken;
  };
  const first = await start();
  const later: number[] = [];
  for (let round = 0; round < flags.rounds; round += 1) later.push(await start());
  return [
    {
      what: 'Start: database made, sample loaded, ready',
      figure: milliseconds(first),
      beside: `${milliseconds(FIRST)} (an empty Node takes ${milliseconds(nothing)})`,
      ratio: first / FIRST,
      goal: { atMost: 1 },
    },
    {
      what: 'Start again: ready',
      figure: milliseconds(middle(later)),
      beside: milliseconds(LATER),
      ratio: middle(later) / LATER,
      goal: { atMost: 1 },
    },
  ];
}
