import { chmod, mkdir, mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { createLog } from '../../src/platform/log.ts';
import { openDatabase, type OpenDatabaseOptions } from '../../src/platform/db/index.ts';
import { findRunningServer } from '../../src/platform/db/server/postmaster-file.ts';
import { findServerPlace } from '../../src/platform/db/server/server-place.ts';
import { stopServer } from '../../src/platform/db/server/stop-server.ts';
import { quickFolder } from './quick-folder.ts';

/** A data folder to open databases in, for tests of how that goes well or badly. */
export interface ThrowawayFolder {
  /** The folder around it, which tests may put other things in. */
  readonly root: string;
  readonly dataFolder: string;
  /** Instead of /var/lib/throughline. */
  readonly systemFolder: string;
  /** Every step that opening it has told of. */
  readonly steps: string[];
  /** Opens a database in it, with nothing of the machine's settings. */
  readonly open: (options?: Partial<OpenDatabaseOptions>) => ReturnType<typeof openDatabase>;
  /** Stops whatever server still runs for it, and removes it. */
  readonly remove: () => Promise<void>;
}

/**
 * Makes such a folder. Its surroundings are open to every account, as a checkout's usually are.
 *
 * @param name name of the data folder within, which may have folders in it
 * @param base folder to make it in; one whose programs may run, where it is to hold any
 */
export async function makeThrowawayFolder(name = 'data', base = quickFolder()): Promise<ThrowawayFolder> {
  const root = await mkdtemp(join(base, 'throughline-open-'));
  await chmod(root, 0o755);
  const dataFolder = join(root, name);
  const systemFolder = join(root, 'system');
  await mkdir(dataFolder, { recursive: true });
  const steps: string[] = [];
  return {
    root,
    dataFolder,
    systemFolder,
    steps,
    open: (options = {}) =>
      openDatabase(
        { databaseUrl: undefined, dataFolder, searchPath: undefined },
        { log: createLog('silent'), onStep: (step) => steps.push(step), systemFolder, ...options },
      ),
    remove: async () => {
      const place = await findServerPlace(dataFolder, systemFolder).catch(() => undefined);
      const server = place && (await findRunningServer(place.cluster));
      if (place && server) await stopServer(server, place.cluster);
      await rm(root, { recursive: true, force: true });
    },
  };
}
