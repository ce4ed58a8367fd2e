import type { Config } from './config.ts';
import { addGuideRoutes } from './guide/routes.tsx';
import { addAuditRoutes } from './modules/audit/index.ts';
import { addIdentityRoutes, identityEvents, identityPaths } from './modules/identity/index.ts';
import { addImprovementRoutes, importPaths, improvementEvents } from './modules/improvement/index.ts';
import { addLineOfSightRoutes, addReportRoutes } from './modules/lineofsight/index.ts';
import { addOperationRoutes } from './ops.ts';
import type { Db } from './platform/db/index.ts';
import type { Log } from './platform/log.ts';
import type { Clock } from './platform/time/plain-day.ts';
import { buildAssets, buildServer, DEFAULT_BRAND, type WebServer } from './platform/web/index.ts';
import { version } from './version.ts';

export interface AppDependencies {
  readonly config: Pick<Config, 'brandColour' | 'logo'>;
  readonly councilName: string;
  readonly formSecret: string;
  readonly db: Db;
  readonly log: Log;
  readonly clock?: Clock;
}

/** The composition root: every module, top to bottom, with what it depends on. It does not listen yet. */
export async function buildApp(dependencies: AppDependencies): Promise<WebServer> {
  const { config, councilName, formSecret, db, log, clock } = dependencies;
  const server = await buildServer({
    log,
    formSecret,
    clock,
    site: {
      councilName,
      version,
      assets: buildAssets(config),
      navigation: [
        { text: 'The plan', href: '/' },
        { text: 'Import a plan', href: importPaths.start() },
        { text: 'People and posts', href: identityPaths.people() },
        { text: 'Audit trail', href: '/audit' },
        { text: 'Glossary', href: '/glossary' },
      ],
    },
  });
  addOperationRoutes(server, { db });
  addGuideRoutes(server);
  addAuditRoutes(server, { db, events: [...identityEvents, ...improvementEvents] });
  addIdentityRoutes(server, { db });
  addImprovementRoutes(server, { db });
  addLineOfSightRoutes(server, { db });
  addReportRoutes(server, { db, accent: config.brandColour ?? DEFAULT_BRAND });
  return server;
}
