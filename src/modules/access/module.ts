import type { WebServer } from '../../platform/web/server.ts';
import { addAccountRoutes } from './account.routes.tsx';
import type { AccessDependencies } from './dependencies.ts';
import { addEnrolRoutes } from './enrol.routes.tsx';
import { addLookAroundRoutes } from './look-around.routes.tsx';
import { addOverviewRoutes } from './overview.routes.tsx';
import { addOrganisationRoutes } from './organisation.routes.tsx';
import { addPersonAccessRoutes } from './person-access.routes.tsx';
import { addProviderRoutes } from './provider.routes.tsx';
import { addRoleRoutes } from './role.routes.tsx';
import { addSetUpRoutes } from './set-up.routes.tsx';
import { addSignInRoutes } from './sign-in.routes.tsx';

/** Every page of signing in and of who may do what. */
export function addAccessRoutes(server: WebServer, dependencies: AccessDependencies): void {
  addSignInRoutes(server, dependencies);
  addProviderRoutes(server, dependencies);
  addOrganisationRoutes(server, dependencies);
  addSetUpRoutes(server, dependencies);
  addEnrolRoutes(server, dependencies);
  addAccountRoutes(server, dependencies);
  addOverviewRoutes(server, dependencies);
  addPersonAccessRoutes(server, dependencies);
  addRoleRoutes(server, dependencies.db);
  if (dependencies.lookAround) addLookAroundRoutes(server, dependencies);
}
