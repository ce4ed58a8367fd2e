import type { Config } from './config.ts';
import { addGuideRoutes } from './guide/routes.tsx';
import {
  accessBelongings,
  accessEvents,
  accessPaths,
  addAccessRoutes,
  CouncilName,
  findWhoAsks,
  TooBusyError,
  mayReadAccess,
  mayManageAccess,
  mayUseOwnAccount,
} from './modules/access/index.ts';
import { addAuditRoutes } from './modules/trail/index.ts';
import { checkpointFile } from './modules/audit/index.ts';
import {
  actFor,
  addIdentityRoutes,
  askerOf,
  identityEvents,
  identityPaths,
  mayReadTrail,
  needs,
  whyMayReadTrail,
} from './modules/identity/index.ts';
import { addBalanceRoutes, balanceEvents } from './modules/balance/index.ts';
import {
  addBodiesRoutes,
  bodiesBelongings,
  bodiesEvents,
  bodyPaths,
  seatsOfPerson,
} from './modules/bodies/index.ts';
import { addImportRoutes, importPaths, planImportEvents } from './modules/planimport/index.ts';
import {
  addImprovementRoutes,
  improvementBelongings,
  improvementEvents,
  mayChangePlans,
} from './modules/improvement/index.ts';
import { addLineOfSightRoutes, addReportRoutes } from './modules/lineofsight/index.ts';
import { addOperationRoutes } from './ops.ts';
import { type Db, isDatabaseAway } from './platform/db/index.ts';
import type { Log } from './platform/log.ts';
import type { Seal } from './platform/secrets/seal.ts';
import type { Clock } from './platform/time/plain-day.ts';
import {
  buildAssets,
  buildServer,
  DEFAULT_BRAND,
  type ServerOptions,
  type WebServer,
} from './platform/web/index.ts';
import { version } from './version.ts';

export interface AppDependencies {
  readonly config: Pick<Config, 'brandColour' | 'logo'>;
  /** What stands at the top until somebody names the council. */
  readonly councilName: string;
  /** Where the audit trail's checkpoints are kept. */
  readonly dataFolder: string;
  readonly formSecret: string;
  readonly seal: Seal;
  /** For pages: sees no restricted row until it is said who asks. */
  readonly db: Db;
  readonly log: Log;
  readonly clock?: Clock;
  /** Whether the sample is shown on this machine alone, so that anybody may look around as a made-up person. */
  readonly lookAround?: boolean;
  /** Where readers reach Throughline, with https; this machine alone when left out. */
  readonly publicUrl?: string | undefined;
  readonly trustedProxies?: readonly string[] | undefined;
  readonly https?: ServerOptions['https'];
  /** How much of what is costly to make one reader may have; as usual when left out. */
  readonly makingLimits?: ServerOptions['makingLimits'];
  /** Whether a mail server is set. */
  readonly sending?: boolean;
}

/** The composition root: every module, top to bottom, with what it depends on. It does not listen yet. */
export async function buildApp(dependencies: AppDependencies): Promise<WebServer> {
  const { config, formSecret, seal, db, log, clock, lookAround = false, publicUrl } = dependencies;
  const council = await CouncilName.open(db, dependencies.councilName);
  const server = await buildServer({
    log,
    formSecret,
    clock,
    secure: publicUrl !== undefined,
    allowedHosts: publicUrl === undefined ? [] : [new URL(publicUrl).hostname],
    trustedProxies: dependencies.trustedProxies,
    https: dependencies.https,
    whoAsks: findWhoAsks({ db, lookAround }),
    makingLimits: dependencies.makingLimits,
    signInAt: accessPaths.signIn,
    // No database for now, or more sign-ins than can be answered in some seconds: a page that says so, and not a fault.
    isUnavailable: (error) => error instanceof TooBusyError || isDatabaseAway(error),
    site: {
      get councilName() {
        return council.current;
      },
      version,
      assets: buildAssets(config),
      navigation: [
        { text: 'The plan', href: '/' },
        { text: 'My work', href: '/my-work', access: needs(mayUseOwnAccount) },
        { text: 'Import a plan', href: importPaths.start(), access: needs(mayChangePlans) },
        { text: 'Bodies', href: bodyPaths.bodies() },
        { text: 'People and posts', href: identityPaths.people() },
        { text: 'Roles and sign-in', href: accessPaths.roles(), access: needs(mayReadAccess) },
        { text: 'Audit trail', href: '/audit', access: needs(mayReadTrail) },
        { text: 'Glossary', href: '/glossary' },
      ],
    },
  });
  addOperationRoutes(server, { db });
  addGuideRoutes(server);
  addAuditRoutes(server, {
    events: [
      ...identityEvents,
      ...accessEvents,
      ...bodiesEvents,
      ...balanceEvents,
      ...improvementEvents,
      ...planImportEvents,
    ],
    access: needs(mayReadTrail),
    checkpoints: checkpointFile(dependencies.dataFolder),
    // A plan that was brought in: who could see it, and who did.
    thingPage: ({ kind, ref }) =>
      kind === 'import' ? { text: 'Who could see it, and who did', href: importPaths.seen(ref) } : undefined,
    readerOf: (visit) => {
      const actor = askerOf(visit);
      return { actor, ground: whyMayReadTrail(actor), read: (work) => actFor(db, actor, work) };
    },
  });
  addIdentityRoutes(server, {
    db,
    belongings: [accessBelongings, bodiesBelongings, improvementBelongings],
    personFacts: [seatsOfPerson],
    personLinks: [{ text: 'Roles and way in', href: accessPaths.person, may: mayReadAccess }],
    postLinks: [{ text: 'Roles of this post', href: accessPaths.postRoles, may: mayManageAccess }],
  });
  addAccessRoutes(server, {
    db,
    seal,
    log,
    council,
    lookAround,
    publicUrl,
    sending: dependencies.sending === true,
  });
  addBodiesRoutes(server, { db, accent: config.brandColour ?? DEFAULT_BRAND });
  addBalanceRoutes(server, { db });
  addImprovementRoutes(server, { db });
  addImportRoutes(server, { db });
  addLineOfSightRoutes(server, { db, importPlan: importPaths.start() });
  addReportRoutes(server, { db, accent: config.brandColour ?? DEFAULT_BRAND });
  return server;
}
