import type { Db } from '../../platform/db/index.ts';
import type { WebServer } from '../../platform/web/server.ts';
import type { Belongings } from './leaving/belongings.shape.ts';
import type { FindFurtherFacts } from './people/further-facts.shape.ts';
import type { FurtherPage } from './people/further-page.rule.ts';
import { addHoldingRoutes } from './posts/holding.route.tsx';
import { addLeavingRoutes } from './leaving/leaving.route.tsx';
import { addPeopleRoutes } from './people/people.route.tsx';
import { addPersonChangeRoutes } from './people/person-change.route.tsx';
import { addPostRoutes } from './posts/post.route.tsx';

export interface IdentityDependencies {
  readonly db: Db;
  /** What other modules tie to people, for the step in which somebody leaves. */
  readonly belongings?: readonly Belongings[];
  /** Pages of other modules about one person or one post, each shown to those who may use it. */
  readonly personLinks?: readonly FurtherPage[];
  readonly postLinks?: readonly FurtherPage[];
  /** What other modules know of a person, for parts of their page. */
  readonly personFacts?: readonly FindFurtherFacts[];
}

/** Every page of people, posts and who holds them. */
export function addIdentityRoutes(server: WebServer, dependencies: IdentityDependencies): void {
  const { db, belongings = [], personLinks = [], postLinks = [], personFacts = [] } = dependencies;
  addPeopleRoutes(server, db, personLinks, personFacts);
  addPersonChangeRoutes(server, db, personLinks, personFacts);
  addPostRoutes(server, db, postLinks);
  addHoldingRoutes(server, db);
  addLeavingRoutes(server, db, belongings);
}
