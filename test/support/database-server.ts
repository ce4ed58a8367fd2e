import { mkdirSync } from 'node:fs';
import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { findServerPlace } from '../../src/platform/db/server/server-place.ts';
import { findRunningServer } from '../../src/platform/db/server/postmaster-file.ts';
import { isRunning } from '../../src/platform/db/server/process-state.ts';
import { stopServer } from '../../src/platform/db/server/stop-server.ts';
import { writeServerTime } from '../lanes/costs.ts';
import { quickFolder } from './quick-folder.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Folder of this run's database server, which the first test that needs one starts. */
    databaseFolder: string;
  }
}

const PREFIX = 'throughline-tests-';

/** Vitest's global setup: names a folder for the run's database server; afterwards stops the server and removes it. */
export default async function prepareDatabaseServer(project: TestProject): Promise<() => Promise<void>> {
  await removeAbandoned();
  const folder = join(quickFolder(), `${PREFIX}${process.pid}`);
  // Open to the account that the server runs as, when the tests run as root; its own folder within is private.
  mkdirSync(folder, { mode: 0o755 });
  project.provide('databaseFolder', folder);
  return () => remove(folder, writeServerTime);
}

/** A run that was killed could not tidy up: its server still runs, and its folder bears the number of a dead process. */
async function removeAbandoned(): Promise<void> {
  for (const name of await readdir(quickFolder())) {
    const pid = name.startsWith(PREFIX) ? Number(name.slice(PREFIX.length)) : Number.NaN;
    if (!Number.isNaN(pid) && (pid === process.pid || !isRunning(pid)))
      await remove(join(quickFolder(), name));
  }
}

async function remove(folder: string, beforeStop: (pid: number) => void = () => undefined): Promise<void> {
  const { cluster } = await findServerPlace(folder);
  const server = await findRunningServer(cluster);
  if (server !== undefined) {
    beforeStop(server.pid);
    await stopServer(server, cluster);
  }
  await rm(folder, { recursive: true, force: true });
}
