import type { Db } from '../../platform/db/index.ts';
import type { WebServer } from '../../platform/web/server.ts';
import type { Belongings } from './belongings.ts';
import type { FurtherPage } from './further-page.ts';
import { addHoldingRoutes } from './holding.routes.tsx';
import { addLeavingRoutes } from './leaving.routes.tsx';
import { addPeopleRoutes } from './people.routes.tsx';
import { addPersonChangeRoutes } from './person-change.routes.tsx';
import { addPostRoutes } from './post.routes.tsx';

export interface IdentityDependencies {
  readonly db: Db;
  /** What other modules tie to people, for the step in which somebody leaves. */
  readonly belongings?: readonly Belongings[];
  /** Pages of other modules about one person or one post, each shown to those who may use it. */
  readonly personLinks?: readonly FurtherPage[];
  readonly postLinks?: readonly FurtherPage[];
}

/** Every page of people, posts and who holds them. */
export function addIdentityRoutes(server: WebServer, dependencies: IdentityDependencies): void {
  const { db, belongings = [], personLinks = [], postLinks = [] } = dependencies;
  addPeopleRoutes(server, db, personLinks);
  addPersonChangeRoutes(server, db, personLinks);
  addPostRoutes(server, db, postLinks);
  addHoldingRoutes(server, db);
  addLeavingRoutes(server, db, belongings);
}
