import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type * as App from '../src/app.ts';
import type * as Balance from '../src/modules/balance/working-out/political-balance.rule.ts';
import type * as Config from '../src/config.ts';
import type * as ReadPlan from '../src/modules/planimport/reading/read-plan.rule.ts';
import type * as Database from '../src/platform/db/index.ts';
import type * as TextFile from '../src/platform/intake/read-text-file.ts';
import type * as Log from '../src/platform/log.ts';
import type * as SealFile from '../src/platform/secrets/seal.ts';

/** The built program's own modules, as they run for people. */
export interface Product {
  readonly app: typeof App;
  readonly config: typeof Config;
  readonly db: typeof Database;
  readonly log: typeof Log;
  readonly seal: typeof SealFile;
  readonly readPlan: typeof ReadPlan;
  readonly textFile: typeof TextFile;
  readonly balance: typeof Balance;
}

const FILES: Readonly<Record<keyof Product, string>> = {
  app: 'app.js',
  config: 'config.js',
  db: 'platform/db/index.js',
  log: 'platform/log.js',
  seal: 'platform/secrets/seal.js',
  readPlan: 'modules/planimport/reading/read-plan.rule.js',
  textFile: 'platform/intake/read-text-file.js',
  balance: 'modules/balance/working-out/political-balance.rule.js',
};

/** Loads one of them from where the build puts it. */
export async function load<Name extends keyof Product>(root: string, name: Name): Promise<Product[Name]> {
  return (await import(pathToFileURL(path.join(root, 'dist', FILES[name])).href)) as Product[Name];
}
