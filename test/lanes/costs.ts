import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Reporter, TestModule, Vitest } from 'vitest/node';
import { processorTimeOf } from '../support/processor-time.ts';

/** Names a folder for what a run came to; without it nothing is written. */
const FOLDER_SETTING = 'TEST_RUN_RESULTS';

/** What one file came to. `bin/test.mjs` reads it. */
export interface FileCost {
  /** Path within the project, with forward slashes. */
  readonly file: string;
  readonly lane: string;
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
  /** Seconds of processor time, with the programs it started but without the database server, which serves all. */
  readonly processor: number;
  /** Seconds by the clock. */
  readonly elapsed: number;
}

/** Writes what each file came to. */
export class CostsReporter implements Reporter {
  #root = '';

  onInit({ config }: Vitest): void {
    this.#root = config.root;
  }

  onTestRunEnd(modules: readonly TestModule[]): void {
    write(
      'files.json',
      modules.map((module) => this.#costOf(module)),
    );
  }

  #costOf(module: TestModule): FileCost {
    const tests = [...module.children.allTests()];
    const count = (state: string) => tests.filter((test) => test.result().state === state).length;
    const failed = count('failed');
    return {
      file: path.relative(this.#root, module.moduleId).split(path.sep).join('/'),
      lane: module.project.name,
      passed: count('passed'),
      // A file that could not be read, or was not ended, has failed though none of its tests has.
      failed: failed === 0 && module.state() === 'failed' ? 1 : failed,
      skipped: count('skipped'),
      processor: module.meta().processorTime ?? 0,
      elapsed: module.diagnostic().duration / 1000,
    };
  }
}

/** Writes what the run's database server took, before it is stopped. */
export function writeServerTime(pid: number): void {
  write('server.json', { processor: processorTimeOf(pid) });
}

function write(name: string, what: unknown): void {
  const folder = process.env[FOLDER_SETTING];
  if (folder === undefined) return;
  mkdirSync(folder, { recursive: true });
  writeFileSync(path.join(folder, name), JSON.stringify(what, undefined, 2));
}
