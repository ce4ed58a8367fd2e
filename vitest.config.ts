import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import { CostsReporter } from './test/lanes/costs.ts';
import { type Lane, lanesUnder } from './test/lanes/lanes.ts';
import { OrderOfFiles } from './test/lanes/order.ts';
import { PATIENCE, TIME_LIMIT } from './test/support/patience.ts';
import { seedOfTheRun } from './test/support/rounds.ts';

const lanes = [...lanesUnder(fileURLToPath(new URL('.', import.meta.url)))];
const filesOf = (wanted: Lane) => lanes.filter(([, lane]) => lane === wanted).map(([file]) => file);

/** A lane of `test/lanes/lanes.ts`, all of whose files are named, so that what is in none is seen to be in none. */
const lane = (
  name: Lane,
  order: number,
  sequence: { readonly shuffle?: { readonly tests: boolean } } = {},
) => ({
  extends: true as const,
  test: {
    name,
    include: filesOf(name),
    sequence: { groupOrder: order, ...sequence },
  },
});

export default defineConfig({
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  test: {
    globalSetup: ['test/support/database-server.ts'],
    setupFiles: ['test/support/every-file.ts'],
    // Files share what they import: importing the world anew for each took more time than the tests.
    isolate: false,
    // One fewer than there are processors leaves half of a machine of two idle.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    testTimeout: TIME_LIMIT,
    hookTimeout: TIME_LIMIT,
    expect: { poll: { timeout: PATIENCE } },
    sequence: { seed: seedOfTheRun(), sequencer: OrderOfFiles },
    reporters: ['default', new CostsReporter()],
    projects: [
      lane('pure', 0, { shuffle: { tests: true } }),
      lane('database', 1),
      lane('thorough', 2),
      lane('journeys', 3),
    ],
  },
});
