import type { Db } from '../../platform/db/index.ts';
import type { WebServer } from '../../platform/web/server.ts';
import { addExportRoutes } from './export.routes.tsx';
import { addLineRoutes } from './line.routes.tsx';
import { addListRoutes } from './list.routes.tsx';
import { addMyWorkRoutes } from './my-work.routes.tsx';
import { addPictureRoutes } from './picture.routes.tsx';
import { addVersionRoutes } from './version.routes.tsx';

export interface ImprovementDependencies {
  readonly db: Db;
}

/** Every page of the improvement module, by area. */
export function addImprovementRoutes(server: WebServer, dependencies: ImprovementDependencies): void {
  addExportRoutes(server, dependencies);
  addLineRoutes(server, dependencies);
  addListRoutes(server, dependencies);
  addMyWorkRoutes(server, dependencies);
  addPictureRoutes(server, dependencies);
  addVersionRoutes(server, dependencies);
}
