import { go, page } from '../../../platform/web/answer.ts';
import { valueOf } from '../../../platform/web/form-body.ts';
import { readForm } from '../../../platform/web/forms.ts';
import { handOverMessage, listMessages } from '../../../platform/mail/message.ts';
import type { WebServer } from '../../../platform/web/server.ts';
import { recordEvent } from '../../audit/index.ts';
import { actFor, askerOf, needs } from '../../identity/index.ts';
import { nameCouncil } from '../set-up/set-up.ts';
import type { AccessDependencies } from '../dependencies.ts';
import { accessRules } from './access-matrix.print.ts';
import { messageHandedOver } from '../events.ts';
import { SESSION_COOKIE } from '../signing-in/finish-sign-in.route.ts';
import { CouncilForm } from '../credentials/sign-in.form.ts';
import { accessPaths } from '../paths.ts';
import { mayManageAccess, mayReadAccess } from '../permissions.ts';
import { roleGrants } from '../roles/role-grants.read.ts';
import { openSessions, sessionOfToken } from '../sessions/open-sessions.read.ts';
import { CouncilView } from '../council/council-page.view.tsx';
import { MatrixView } from './matrix-page.view.tsx';
import { OutboxView } from './outbox-page.view.tsx';
import { RolesView } from './roles-page.view.tsx';
import { SessionsView } from './sessions-page.view.tsx';

/** Pages about the whole of who may do what: roles, the table of addresses, sessions, the outbox, the council's name. */
export function addOverviewRoutes(server: WebServer, dependencies: AccessDependencies): void {
  const { db, seal, council, sending } = dependencies;
  const read = needs(mayReadAccess);
  const manage = needs(mayManageAccess);

  server.route({
    method: 'GET',
    path: '/access',
    access: read,
    handler: async (visit) =>
      page(
        <RolesView
          frame={visit.frame}
          grants={await roleGrants(db, visit.today)}
          mayChange={mayManageAccess(askerOf(visit))}
        />,
      ),
  });

  server.route({
    method: 'GET',
    path: '/access/matrix',
    access: read,
    handler: (visit) =>
      page(
        <MatrixView
          frame={visit.frame}
          rules={accessRules(server.listRoutes())}
          mayChange={mayManageAccess(askerOf(visit))}
        />,
      ),
  });

  server.route({
    method: 'GET',
    path: '/access/sessions',
    access: manage,
    handler: async (visit) => {
      const token = visit.cookies.read(SESSION_COOKIE);
      return page(
        <SessionsView
          frame={visit.frame}
          token={visit.formToken()}
          sessions={await openSessions(db, visit.today)}
          current={token === undefined ? undefined : await sessionOfToken(db, token)}
          mayChange
        />,
      );
    },
  });

  server.route({
    method: 'GET',
    path: '/access/outbox',
    access: manage,
    handler: async (visit) =>
      page(
        <OutboxView
          frame={visit.frame}
          token={visit.formToken()}
          messages={await actFor(db, askerOf(visit), (tx) => listMessages(tx, seal))}
          sending={sending}
        />,
      ),
  });

  server.route({
    method: 'POST',
    path: '/access/outbox/handed-over',
    access: manage,
    handler: (visit) =>
      actFor(db, askerOf(visit), async (tx) => {
        const id = valueOf(visit.form, 'message');
        const known = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id);
        if (!known || !(await handOverMessage(tx, id)))
          return go(accessPaths.outbox(), 'That message waits no longer.');
        await recordEvent(tx, askerOf(visit), messageHandedOver(id, {}));
        return go(accessPaths.outbox(), 'Marked the message as handed over.');
      }),
  });

  server.route({
    method: 'GET',
    path: '/access/council',
    access: manage,
    handler: (visit) =>
      page(
        <CouncilView
          frame={visit.frame}
          token={visit.formToken()}
          state={{ form: { council: council.current } }}
        />,
      ),
  });

  server.route({
    method: 'POST',
    path: '/access/council',
    access: manage,
    handler: async (visit) => {
      const typed = readForm(CouncilForm, visit.form);
      if (!typed.ok)
        return page(
          <CouncilView
            frame={visit.frame}
            token={visit.formToken()}
            state={{ form: visit.form, problems: typed.problems }}
          />,
          422,
        );
      await actFor(db, askerOf(visit), (tx) => nameCouncil(tx, askerOf(visit), typed.value.council));
      await council.refresh();
      return go(accessPaths.roles(), 'Saved the name of the council.');
    },
  });
}
