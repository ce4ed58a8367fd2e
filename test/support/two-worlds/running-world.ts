import { buildApp } from '../../../src/app.ts';
import { Seal } from '../../../src/platform/secrets/seal.ts';
import type { WebServer } from '../../../src/platform/web/index.ts';
import { logToLines } from '../../../src/platform/web/story/log-lines.ts';
import type { TestDatabase } from '../database.ts';
import { openSampleDatabase } from '../sample-database.ts';
import { makePublicFacts } from './public-facts.ts';
import { secrets } from './secrets.ts';
import { World, type WorldName } from './world.ts';
import { FORM_SECRET } from '../cookie-names.ts';
import { NO_LIMITS } from '../no-limits.ts';

/** A world with the whole program on it. */
export interface RunningWorld {
  readonly world: World;
  readonly database: TestDatabase;
  readonly server: WebServer;
  readonly log: () => string;
}

/**
 * Opens a database of its own, and plants every secret after the public facts.
 *
 * @param now the same moment in both worlds
 * @param addRoutes adds further routes to the program
 */
export async function openWorld(
  name: WorldName,
  now: Date,
  addRoutes: (server: WebServer, world: World) => void,
): Promise<RunningWorld> {
  const database = await openSampleDatabase();
  const seal = new Seal(Buffer.alloc(32, 7));
  const facts = await makePublicFacts(database.db, { world: name, seal, now });
  const world = new World({ name, db: database.db, seal, facts });
  for (const secret of secrets.list()) await secret.plant(world, database.db);
  const { log, text } = logToLines('trace');
  const server = await buildApp({
    config: { brandColour: undefined, logo: undefined },
    councilName: 'Loamshire County Council',
    dataFolder: 'no-such-folder',
    formSecret: FORM_SECRET,
    makingLimits: NO_LIMITS,
    seal,
    db: database.pagesDb,
    log,
    lookAround: true,
  });
  addRoutes(server, world);
  return { world, database, server, log: text };
}
