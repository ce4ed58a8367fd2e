import type { Db } from '../../../platform/db/index.ts';
import { notFound, page } from '../../../platform/web/answer.ts';
import type { WebServer } from '../../../platform/web/server.ts';
import { accountabilityOn } from './accountability-on.query.ts';
import { protocolsOn } from './protocols.read.ts';
import { AccountabilityPage, ProtocolPage } from './accountability-page.view.tsx';
import { visitBodies } from '../visiting/visit-bodies.route.ts';

/** Who answers for what by law, and the protocols that say how. */
export function addAccountabilityRoutes(server: WebServer, { db }: { readonly db: Db }): void {
  server.route({
    method: 'GET',
    path: '/bodies/accountability',
    access: 'public',
    handler: (visit) =>
      visitBodies(db, visit, async ({ tx, frame, day, mayKeep }) =>
        page(<AccountabilityPage frame={frame} mayKeep={mayKeep} {...await accountabilityOn(tx, day)} />),
      ),
  });
  server.route({
    method: 'GET',
    path: '/bodies/accountability/:protocol',
    access: 'public',
    handler: (visit) =>
      visitBodies(db, visit, async ({ tx, frame, day }) => {
        const protocol = (await protocolsOn(tx, day)).find(({ slug }) => slug === visit.params.protocol);
        return protocol === undefined ? notFound() : page(<ProtocolPage frame={frame} protocol={protocol} />);
      }),
  });
}
