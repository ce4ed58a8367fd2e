import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { buildApp } from '../../src/app.ts';
import { sampleCouncil } from '../../src/cli/load-sample.ts';
import type { Db } from '../../src/platform/db/index.ts';
import { createLog } from '../../src/platform/log.ts';
import type { RouteFact } from '../../src/platform/web/index.ts';
import { Seal } from '../../src/platform/secrets/seal.ts';
import { openTestDatabase } from './database.ts';
import { FORM_SECRET } from './cookie-names.ts';
import { NO_LIMITS } from './no-limits.ts';
import type { Filling } from './database.ts';
import { openSampleDatabase } from './sample-database.ts';

export interface RunningApp {
  /** Where it answers: http://localhost:40123 */
  readonly address: string;
  readonly db: Db;
  readonly routes: readonly RouteFact[];
  /** A folder for what a test downloads; gone afterwards. */
  readonly folder: string;
  readonly close: () => Promise<void>;
}

/**
 * The whole program on a port and a database of its own, with the sample of Kent's plan unless it is to be empty.
 *
 * @param filled what its database holds instead of the sample
 */
export async function startApp({
  empty = false,
  filled,
  lookAround,
}: {
  readonly empty?: boolean;
  readonly filled?: Filling;
  readonly lookAround?: boolean;
} = {}): Promise<RunningApp> {
  const folder = await mkdtemp(path.join(tmpdir(), 'throughline-journey-'));
  const database = await (empty || filled !== undefined
    ? openTestDatabase({ filled })
    : openSampleDatabase());
  const { app, listRoutes } = await buildApp({
    config: { brandColour: undefined, logo: undefined },
    councilName: (await sampleCouncil(database.db)) ?? 'Loamshire County Council',
    dataFolder: folder,
    formSecret: FORM_SECRET,
    makingLimits: NO_LIMITS,
    seal: new Seal(Buffer.alloc(32, 7)),
    db: database.pagesDb,
    log: createLog('silent'),
    lookAround: lookAround ?? !empty,
  });
  // By its name rather than 127.0.0.1, which no passkey can belong to.
  const address = (await app.listen({ host: '127.0.0.1', port: 0 })).replace('127.0.0.1', 'localhost');
  return {
    address,
    db: database.db,
    routes: listRoutes(),
    folder,
    close: async () => {
      await app.close();
      await database.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
