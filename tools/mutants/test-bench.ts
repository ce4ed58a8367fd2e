import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createVitest, type TestModule, type TestSpecification, type Vitest } from 'vitest/node';
import { markReach, markRounds } from './mark-source.ts';

/** A test file that reaches a place of the code, with how long it took when all was well. */
export interface ReachingTest {
  readonly specification: TestSpecification;
  /** Milliseconds. */
  readonly took: number;
}

/** What the tests of a file are when nothing is wrong with it. */
export type Reached =
  | { readonly kind: 'reached'; readonly testsOf: (stretch: number) => readonly ReachingTest[] }
  /** Nothing can be learned from tests that fail anyway, or whose loops go round more often than is allowed. */
  | { readonly kind: 'failing'; readonly tests: readonly string[] };

export type Verdict = 'caught' | 'lived' | 'without end';

/** Milliseconds that a run has beside ten times what its tests took when all was well: long enough for a busy machine. */
const PATIENCE = 120_000;

/**
 * The project's own tests, run against files as they might be: what is on the disk is never changed, a file is only handed
 * to the tests otherwise than it stands there.
 */
export class TestBench {
  readonly #vitest: Vitest;
  readonly #texts: Map<string, string>;
  readonly #folder: string;

  private constructor(vitest: Vitest, texts: Map<string, string>, folder: string) {
    this.#vitest = vitest;
    this.#texts = texts;
    this.#folder = folder;
  }

  /** @param root the folder with the project's `vitest.config.ts` */
  static async open(root: string): Promise<TestBench> {
    const texts = new Map<string, string>();
    const folder = mkdtempSync(path.join(tmpdir(), 'mutants-'));
    const vitest = await createVitest(
      'test',
      { root, watch: false, bail: 1, reporters: [{}], coverage: { enabled: false } },
      {
        server: { watch: null },
        plugins: [
          {
            name: 'files-as-they-might-be',
            enforce: 'pre',
            load: (id) => texts.get(id.split('?')[0] ?? id),
          },
        ],
      },
    );
    return new TestBench(vitest, texts, folder);
  }

  /**
   * Runs the tests that import a file, the nearest first, and notes which reaches which of its functions.
   *
   * @param most how many test files to run: one that imports it through the whole program is dear and says little
   */
  async reachOf(file: string, most: number): Promise<Reached> {
    const notes = path.join(this.#folder, 'reach.jsonl');
    writeFileSync(notes, '');
    this.#vitest.config.related = [file];
    const all = await this.#vitest.getRelevantTestSpecifications();
    const distance = this.#distancesFrom(file);
    const rankOf = ({ moduleId }: TestSpecification) =>
      // Of those as near by their imports the one that bears the file's name was written for it.
      (distance.get(moduleId) ?? 99) - (nameOf(moduleId) === nameOf(file) ? 0.5 : 0);
    const related = all.toSorted((one, other) => rankOf(one) - rankOf(other)).slice(0, most);
    const marked = markRounds(file, markReach(file, readFileSync(file, 'utf8'), notes));
    const { modules } = await this.#run(file, marked, related);
    const failing = modules.filter((module) => !module.ok()).map(({ relativeModuleId }) => relativeModuleId);
    if (failing.length > 0) return { kind: 'failing', tests: failing };
    const took = new Map(modules.map((module) => [module.moduleId, durationOf(module)]));
    const reached = readFileSync(notes, 'utf8')
      .split('\n')
      .filter(Boolean)
      .map((line) => JSON.parse(line) as [test: string, file: string, stretch: number]);
    return {
      kind: 'reached',
      testsOf: (stretch) => {
        const tests = new Set(reached.filter(([, , own]) => own === stretch).map(([test]) => test));
        return related
          .filter(({ moduleId }) => tests.has(moduleId))
          .map((specification) => ({ specification, took: took.get(specification.moduleId) ?? 0 }))
          .toSorted((one, other) => one.took - other.took);
      },
    };
  }

  /** Whether tests find out that a file is otherwise than it should be. The quickest goes first, alone. */
  async verdictOn(file: string, text: string, tests: readonly ReachingTest[]): Promise<Verdict> {
    for (const some of [tests.slice(0, 1), tests.slice(1)]) {
      if (some.length === 0) continue;
      const patience = PATIENCE + 10 * some.reduce((sum, { took }) => sum + took, 0);
      const { modules, errors, isOver } = await this.#run(
        file,
        text,
        some.map(({ specification }) => specification),
        patience,
      );
      if (!isOver) return 'without end';
      if (errors > 0 || modules.some((module) => !module.ok())) return 'caught';
    }
    return 'lived';
  }

  /** By how many imports each file that imports this one is away from it. */
  #distancesFrom(file: string): ReadonlyMap<string, number> {
    const distances = new Map([[file, 0]]);
    const graphs = this.#vitest.projects.map(({ vite }) => vite.environments.ssr.moduleGraph);
    // A map goes on to what is added to it while it is gone through.
    for (const [at, distance] of distances)
      for (const graph of graphs)
        for (const { importers } of graph.getModulesByFile(at) ?? [])
          for (const { file: importer } of importers)
            if (importer !== null && !distances.has(importer)) distances.set(importer, distance + 1);
    return distances;
  }

  async close(): Promise<void> {
    await this.#vitest.close();
    rmSync(this.#folder, { recursive: true, force: true });
  }

  async #run(file: string, text: string, tests: readonly TestSpecification[], patience?: number) {
    this.#texts.set(file, text);
    this.#vitest.invalidateFile(file);
    this.#vitest.state.filesMap.clear();
    const timer =
      patience === undefined
        ? undefined
        : setTimeout(() => {
            isOver = false;
            // A worker that is busy for ever hears the first call no more than any other; the second ends it.
            void this.#vitest.cancelCurrentRun('keyboard-input');
            void this.#vitest.cancelCurrentRun('keyboard-input');
          }, patience);
    let isOver = true;
    try {
      const { testModules, unhandledErrors } = await this.#vitest.runTestSpecifications([...tests]);
      return { modules: testModules, errors: unhandledErrors.length, isOver };
    } finally {
      clearTimeout(timer);
      this.#texts.delete(file);
      this.#vitest.invalidateFile(file);
    }
  }
}

function durationOf(module: TestModule): number {
  const { duration, collectDuration, environmentSetupDuration, prepareDuration, setupDuration } =
    module.diagnostic();
  return duration + collectDuration + environmentSetupDuration + prepareDuration + setupDuration;
}

/** A file's name without what it is: `seats` of `seats.rule.ts` and of `seats.rule.test.ts`. */
function nameOf(file: string): string {
  return path.basename(file).split('.')[0] ?? '';
}
