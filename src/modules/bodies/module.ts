import type { Db } from '../../platform/db/index.ts';
import { openDrawer } from '../../platform/diagrams/draw-diagram.ts';
import { openTypesetter } from '../../platform/print/pdf-press.ts';
import type { WebServer } from '../../platform/web/server.ts';
import { addAccountabilityRoutes } from './accountability.routes.tsx';
import { addGroupRoutes } from './groups.routes.tsx';
import { addKeepBodyRoutes } from './keep-body.routes.tsx';
import { addKeepSeatRoutes } from './keep-seats.routes.tsx';
import { addCorrectRoutes } from './correct.routes.tsx';
import { addBodyRoutes } from './body.routes.tsx';
import { addMemberRoutes } from './members.routes.tsx';
import { addOptionsRoutes } from './options.routes.tsx';
import { addStructureRoutes } from './structure.routes.tsx';

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
