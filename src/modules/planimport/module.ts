import type { Db } from '../../platform/db/index.ts';
import type { WebServer } from '../../platform/web/server.ts';
import { addAcceptRoutes } from './acceptance/accept.route.tsx';
import { addCorrectionRoutes } from './corrections/correct.route.tsx';
import { addReaderRoutes } from './shown-to/readers.route.tsx';
import { addReviewRoutes } from './review/review.route.tsx';
import { addSeenRoutes } from './shown-to/seen.route.tsx';
import { addStartRoutes } from './start/start.route.tsx';

/** Every page of bringing in a plan: choose a file, check what was read, put it right, accept it or drop it; and who sees it meanwhile. */
export function addImportRoutes(server: WebServer, dependencies: { readonly db: Db }): void {
  const { db } = dependencies;
  addStartRoutes(server, db);
  addReviewRoutes(server, db);
  addCorrectionRoutes(server, db);
  addAcceptRoutes(server, db);
  addReaderRoutes(server, db);
  addSeenRoutes(server, db);
}
