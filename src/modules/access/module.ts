import type { WebServer } from '../../platform/web/server.ts';
import { addAccountRoutes } from './own-account/account.route.tsx';
import type { AccessDependencies } from './dependencies.ts';
import { addEnrolRoutes } from './own-account/enrol.route.tsx';
import { addLookAroundRoutes } from './look-around/look-around.route.tsx';
import { addOverviewRoutes } from './overview/overview.route.tsx';
import { addOrganisationRoutes } from './provider/organisation.route.tsx';
import { addPersonAccessRoutes } from './accounts/person-access.route.tsx';
import { addProviderRoutes } from './provider/provider.route.tsx';
import { addRoleRoutes } from './roles/role.route.tsx';
import { addSetUpRoutes } from './set-up/set-up.route.tsx';
import { addSignInRoutes } from './signing-in/sign-in.route.tsx';

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
