import type { Db } from '../../platform/db/index.ts';
import type { WebServer } from '../../platform/web/server.ts';
import { addExportRoutes } from './exports/export.route.tsx';
import { addLineRoutes } from './line/line.route.tsx';
import { addListRoutes } from './lists/list.route.tsx';
import { addMyWorkRoutes } from './my-work/my-work.route.tsx';
import { addPictureRoutes } from './pictures/pictures.route.tsx';
import { addVersionRoutes } from './versions/version.route.tsx';

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
