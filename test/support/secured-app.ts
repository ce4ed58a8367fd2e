import { makeSetUpLink } from '../../src/modules/access/accounts/keep-accounts.ts';
import type { buildApp } from '../../src/app.ts';
import type { WebServer } from '../../src/platform/web/index.ts';
import { accountHolder, appOn, linkFor } from './access-app.ts';
import type { TestDatabase } from './database.ts';
import { openSampleDatabase } from './sample-database.ts';
import { PlanVisitor } from './plan-visitor.ts';
import { type SignedInPerson, signedInAs } from './signed-in.ts';

/** The whole program on a database with something of everything in it, and somebody who may open every page. */
export interface SecuredApp {
  readonly database: TestDatabase;
  readonly server: WebServer;
  readonly everything: SignedInPerson;
  /** A link that sets up how somebody signs in, not used yet. */
  readonly link: string;
  /** A link that sets up the installation. */
  readonly setUpLink: string;
  readonly close: () => Promise<void>;
}

const DRAFT = [
  'Loamshire Improvement Plan',
  'Priority 1: Front-line practice',
  'Ref\tActions\tTimescale\tDelivery Leads\tTargets & Measures',
  'Outcome 1.1 Children are seen in time',
  '1.1.1\tSee every child within ten working days\t31 June 2026\tAna Brook\tEvery child is seen',
].join('\n');

export async function startSecuredApp(
  options: Partial<Parameters<typeof buildApp>[0]> = {},
): Promise<SecuredApp> {
  const database = await openSampleDatabase();
  const server = await appOn(database, { lookAround: true, ...options });
  const everything = await signedInAs(database.db, [
    'administrator',
    'programme-manager',
    'auditor',
    'delivery-lead',
  ]);
  const holder = await accountHolder(database.db, 'Holder');
  const link = await linkFor(database.db, holder.personId);
  const setUpLink = await database.db
    .transaction()
    .execute((tx) => makeSetUpLink(tx, { kind: 'operator', name: 'Test' }));
  const importer = new PlanVisitor(await appOn(database));
  importer.keepCookie('session', everything.token);
  await importer.open('/plan/import');
  const { path } = await importer.upload('/plan/import', { fileName: 'plan.txt', bytes: DRAFT });
  if (!/^\/plan\/import\/[0-9a-f-]{36}/.test(path)) throw new Error(`There is no draft at ${path}`);
  return {
    database,
    server,
    everything,
    link,
    setUpLink,
    close: async () => {
      await server.app.close();
      await database.close();
    },
  };
}
