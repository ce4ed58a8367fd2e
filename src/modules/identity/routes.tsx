import type { Db } from '../../platform/db/index.ts';
import type { WebServer } from '../../platform/web/server.ts';
import { addHoldingRoutes } from './holding.routes.tsx';
import { addLeavingRoutes } from './leaving.routes.tsx';
import { addPeopleRoutes } from './people.routes.tsx';
import { addPersonChangeRoutes } from './person-change.routes.tsx';
import { addPostRoutes } from './post.routes.tsx';

/** Every page of people, posts and who holds them. */
export function addIdentityRoutes(server: WebServer, dependencies: { readonly db: Db }): void {
  const { db } = dependencies;
  addPeopleRoutes(server, db);
  addPersonChangeRoutes(server, db);
  addPostRoutes(server, db);
  addHoldingRoutes(server, db);
  addLeavingRoutes(server, db);
}
