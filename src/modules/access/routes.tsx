import type { WebServer } from '../../platform/web/server.ts';
import { addAccountRoutes } from './account.routes.tsx';
import { addAdminRoutes } from './admin.routes.tsx';
import type { AccessDependencies } from './dependencies.ts';
import { addEnrolRoutes } from './enrol.routes.tsx';
import { addLookAroundRoutes } from './look-around.routes.tsx';
import { addOverviewRoutes } from './overview.routes.tsx';
import { addOrganisationRoutes } from './organisation.routes.tsx';
import { addProviderRoutes } from './provider.routes.tsx';
import { addSignInRoutes } from './sign-in.routes.tsx';

/** Every page of signing in and of who may do what. */
export function addAccessRoutes(server: WebServer, dependencies: AccessDependencies): void {
  addSignInRoutes(server, dependencies);
  addProviderRoutes(server, dependencies);
  addOrganisationRoutes(server, dependencies);
  addEnrolRoutes(server, dependencies);
  addAccountRoutes(server, dependencies);
  addOverviewRoutes(server, dependencies);
  addAdminRoutes(server, dependencies);
  if (dependencies.lookAround) addLookAroundRoutes(server, dependencies);
}
