import { actAs } from '../../../platform/db/index.ts';
import { notFound, page } from '../../../platform/web/answer.ts';
import { valueOf } from '../../../platform/web/form-body.ts';
import type { WebServer } from '../../../platform/web/server.ts';
import type { AccessDependencies } from '../dependencies.ts';
import { finishSignIn } from '../signing-in/finish-sign-in.route.ts';
import { listPersonas } from './personas.read.ts';
import { backOf } from '../signing-in/sign-in.route.tsx';
import { LookAroundView } from './look-around-page.view.tsx';

/**
 * Looking around the sample as a made-up person. Added only where the sample is shown on this machine alone: a real
 * installation has no such address, and its sessions count for nothing there.
 */
export function addLookAroundRoutes(server: WebServer, { db, seal }: AccessDependencies): void {
  server.route({
    method: 'GET',
    path: '/look-around',
    access: 'public',
    handler: async (visit) =>
      page(
        <LookAroundView
          frame={visit.frame}
          token={visit.formToken()}
          personas={await listPersonas(db, visit.today)}
          back={backOf(visit)}
        />,
      ),
  });

  server.route({
    method: 'POST',
    path: '/look-around',
    access: 'public',
    handler: async (visit) => {
      const role = valueOf(visit.form, 'role');
      const persona = (await listPersonas(db, visit.today)).find((one) => one.role === role);
      if (persona === undefined) return notFound();
      return actAs(db, 'system', (tx) =>
        finishSignIn(tx, seal, visit, {
          personId: persona.personId,
          method: 'look-around',
          back: visit.query.get('back'),
        }),
      );
    },
  });
}
