import type { Db } from '../../platform/db/index.ts';
import { openDrawer } from '../../platform/diagrams/draw-diagram.ts';
import { openTypesetter } from '../../platform/print/pdf-press.ts';
import type { WebServer } from '../../platform/web/server.ts';
import { addAccountabilityRoutes } from './accountability/accountability.route.tsx';
import { addGroupRoutes } from './groups/groups.route.tsx';
import { addKeepBodyRoutes } from './body/keep-body.route.tsx';
import { addKeepSeatRoutes } from './seats/keep-seats.route.tsx';
import { addCorrectRoutes } from './body/correct.route.tsx';
import { addBodyRoutes } from './body/body.route.tsx';
import { addMemberRoutes } from './members/members.route.tsx';
import { addOptionsRoutes } from './options/options.route.tsx';
import { addStructureRoutes } from './structure/structure.route.tsx';

export interface BodiesDependencies {
  readonly db: Db;
  /** The council's colour for pictures and papers, as `#1d4f4a`. */
  readonly accent?: string | undefined;
  /** Where the site can be reached for good, if anywhere. */
  readonly linkBase?: string | undefined;
}

/** Every page of bodies. */
export function addBodiesRoutes(server: WebServer, { db, accent, linkBase }: BodiesDependencies): void {
  const drawer = openDrawer();
  const typesetter = openTypesetter();
  server.app.addHook('onClose', async () => {
    await Promise.all([drawer.close(), typesetter.close()]);
  });
  addStructureRoutes(server, { db, drawer, typesetter, accent, linkBase });
  addAccountabilityRoutes(server, { db });
  addGroupRoutes(server, db);
  addKeepBodyRoutes(server, { db });
  addKeepSeatRoutes(server, { db });
  addMemberRoutes(server, { db });
  addOptionsRoutes(server, { db });
  addCorrectRoutes(server, { db });
  addBodyRoutes(server, { db });
}
