import { chmod, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { availableParallelism, cpus, tmpdir, totalmem } from 'node:os';
import path from 'node:path';
import { type Flags, type PartName, readFlags } from './flags.ts';
import { benchBodies } from './bodies-bench.ts';
import { benchImport } from './import-bench.ts';
import { benchJson } from './json-bench.ts';
import { benchPages } from './pages-bench.ts';
import { benchReport } from './report-bench.ts';
import { isMet, type Measured, megabytes, printTable } from './results.ts';
import { benchSignIn } from './sign-in-bench.ts';
import { benchStartup } from './startup-bench.ts';

type Bench = (root: string, folder: string, flags: Flags) => Promise<readonly Measured[]>;

const BENCHES: Readonly<Record<PartName, Bench>> = {
  import: benchImport,
  json: benchJson,
  startup: benchStartup,
  pages: benchPages,
  report: benchReport,
  'sign-in': benchSignIn,
  bodies: benchBodies,
};

/**
 * Runs the benchmarks that the flags name, prints what was measured beside its limit or its peer, and keeps it in
 * .cache/bench/results.md. Ends with 1 where a goal was missed or a part could not be run.
 *
 * @param root the project's folder
 */
export async function main(root: string, args: readonly string[]): Promise<void> {
  const flags = readFlags(args);
  if (typeof flags === 'string') {
    console.error(flags);
    process.exitCode = 1;
    return;
  }
  const folder = await mkdtemp(path.join(tmpdir(), 'throughline-bench-'));
  // The database server may have to run as another account, which must be able to reach its folder.
  await chmod(folder, 0o755);
  const results: Measured[] = [];
  try {
    for (const part of flags.parts) {
      console.error(`Measuring: ${part} ...`);
      try {
        results.push(...(await BENCHES[part](root, folder, flags)));
      } catch (error) {
        console.error(
          `${part} could not be measured: ${error instanceof Error ? error.message : String(error)}`,
        );
        process.exitCode = 1;
      }
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
  const report = `${machine()}\n\n${printTable(results)}\n`;
  console.log(report);
  const kept = path.join(root, '.cache', 'bench', 'results.md');
  await mkdir(path.dirname(kept), { recursive: true });
  await writeFile(kept, report);
  if (results.some((measured) => isMet(measured) === false)) process.exitCode = 1;
}

function machine(): string {
  const model = cpus()[0]?.model.trim() ?? 'unknown processor';
  const day = new Date().toISOString().slice(0, 10);
  return `${day}, Node ${process.versions.node}, ${availableParallelism()} cores (${model}), ${megabytes(totalmem())} of memory`;
}
