import type { Db } from '../../platform/db/index.ts';
import type { WebServer } from '../../platform/web/server.ts';
import { addAcceptRoutes } from './import-accept.routes.tsx';
import { addCorrectionRoutes } from './import-correct.routes.tsx';
import { addReaderRoutes } from './import-readers.routes.tsx';
import { addReviewRoutes } from './import-review.routes.tsx';
import { addSeenRoutes } from './import-seen.routes.tsx';
import { addStartRoutes } from './import-start.routes.tsx';

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
