import { type Answer, go, notFound, page, type PageStatus } from '../../../platform/web/answer.ts';
import type { Db, Tx } from '../../../platform/db/index.ts';
import { valueOf } from '../../../platform/web/form-body.ts';
import { type FormProblems, formProblem, readForm } from '../../../platform/web/forms.ts';
import type { WebServer } from '../../../platform/web/server.ts';
import type { Visit } from '../../../platform/web/visit.ts';
import { actFor, askerOf, needs } from '../../identity/index.ts';
import {
  formOf,
  type FormVisit,
  LAST_ADMINISTRATOR,
  type PersonNamed,
  statusOf,
  withPerson,
} from '../roles/about-person.route.ts';
import { closeAccount, makeLink, openAccount } from './keep-accounts.ts';
import { endSessions } from '../sessions/keep-sessions.ts';
import type { AccessDependencies } from '../dependencies.ts';
import { CloseAccountForm, OpenAccountForm } from '../roles/admin.form.ts';
import { accessPaths } from '../paths.ts';
import { mayManageAccess, mayReadAccess } from '../permissions.ts';
import { accountOf, waysIn } from './accounts.read.ts';
import { roleGrants } from '../roles/role-grants.read.ts';
import { openSessions, personOfSession } from '../sessions/open-sessions.read.ts';
import { CloseAccountView, OpenAccountView } from './account-forms.view.tsx';
import { PersonAccessView } from './person-access-page.view.tsx';

/** What an administrator does about how one person gets in: their account, their link, their sessions. */
export function addPersonAccessRoutes(server: WebServer, dependencies: AccessDependencies): void {
  const { db } = dependencies;
  const access = needs(mayManageAccess);

  server.route({
    method: 'GET',
    path: '/people/:person/access',
    access: needs(mayReadAccess),
    handler: (visit) => withPerson(visit, db, (person) => personAccess(db, visit, person)),
  });

  server.route({
    method: 'GET',
    path: '/people/:person/access/account',
    access,
    handler: (visit) =>
      withPerson(visit, db, (person) => {
        const { frame, formToken } = visit;
        return openPage({ frame, formToken, form: { throughProvider: 'yes' } }, person);
      }),
  });

  server.route({
    method: 'POST',
    path: '/people/:person/access/account',
    access,
    handler: (visit) =>
      actFor(db, askerOf(visit), async (tx) =>
        withPerson(visit, tx, async (person) => {
          const read = readForm(OpenAccountForm, visit.form);
          if (!read.ok) return openPage(visit, person, read.problems);
          const asker = askerOf(visit);
          const opened = await openAccount(tx, asker, { personId: person.id, ...read.value });
          switch (opened.kind) {
            case 'opened':
              return showLink(tx, visit, person);
            case 'name-taken':
              return openPage(
                visit,
                person,
                formProblem('Somebody signs in by that name already', 'signInName'),
              );
            case 'open-already':
              return go(accessPaths.person(person.id), 'They can sign in already.');
            case 'no-such-person':
              return notFound();
          }
        }),
      ),
  });

  server.route({
    method: 'POST',
    path: '/people/:person/access/link',
    access,
    handler: (visit) =>
      actFor(db, askerOf(visit), (tx) => withPerson(visit, tx, (person) => showLink(tx, visit, person))),
  });

  server.route({
    method: 'GET',
    path: '/people/:person/access/close',
    access,
    handler: (visit) => withPerson(visit, db, (person) => closePage(visit, person)),
  });

  server.route({
    method: 'POST',
    path: '/people/:person/access/close',
    access,
    handler: (visit) =>
      actFor(db, askerOf(visit), async (tx) =>
        withPerson(visit, tx, async (person) => {
          const read = readForm(CloseAccountForm, visit.form);
          if (!read.ok) return closePage(visit, person, read.problems);
          const closed = await closeAccount(tx, askerOf(visit), person.id, read.value.reason);
          switch (closed.kind) {
            case 'closed':
              return go(accessPaths.person(person.id), 'Closed their way in.');
            case 'last-administrator':
              return closePage(visit, person, formProblem(LAST_ADMINISTRATOR));
            case 'no-such-account':
              return go(accessPaths.person(person.id), 'They could not sign in anyway.');
          }
        }),
      ),
  });

  server.route({
    method: 'POST',
    path: '/access/sessions/end',
    access,
    handler: (visit) =>
      actFor(db, askerOf(visit), async (tx) => {
        const session = valueOf(visit.form, 'session');
        const personId = await personOfSession(tx, session);
        const ended =
          personId === undefined
            ? 0
            : await endSessions(tx, askerOf(visit), personId, 'by-administrator', { only: session });
        return go(
          accessPaths.sessions(),
          ended === 0 ? 'That session was over already.' : 'Ended that session.',
        );
      }),
  });

  async function showLink(tx: Tx, visit: Visit, person: PersonNamed): Promise<Answer> {
    const origin = dependencies.publicUrl ?? visit.origin;
    const made = await makeLink(
      tx,
      askerOf(visit),
      { personId: person.id, personName: person.name },
      { seal: dependencies.seal, addressOf: (token) => `${origin}${accessPaths.link(token)}` },
    );
    return made.kind === 'made'
      ? personAccess(tx, visit, person, { newLink: `${origin}${accessPaths.link(made.token)}` })
      : go(accessPaths.person(person.id), 'They cannot sign in. Let them sign in first.');
  }
}

async function personAccess(
  db: Db | Tx,
  visit: Visit,
  person: PersonNamed,
  shown: { readonly newLink?: string; readonly problems?: FormProblems; readonly status?: PageStatus } = {},
): Promise<Answer> {
  const account = await accountOf(db, person.id);
  return page(
    <PersonAccessView
      frame={visit.frame}
      token={visit.formToken()}
      state={{ form: {}, problems: shown.problems }}
      person={person}
      grants={await roleGrants(db, visit.today, { personId: person.id })}
      throughPosts={await roleGrants(db, visit.today, { throughPostsOf: person.id })}
      account={account}
      ways={await waysIn(db, person.id)}
      sessions={await openSessions(db, visit.today, person.id)}
      newLink={shown.newLink}
      mayChange={mayManageAccess(askerOf(visit))}
    />,
    shown.status ?? 200,
  );
}

function openPage(visit: FormVisit, person: PersonNamed, problems?: FormProblems): Answer {
  return page(<OpenAccountView {...formOf(visit, problems)} person={person} />, statusOf(problems));
}

function closePage(visit: Visit, person: PersonNamed, problems?: FormProblems): Answer {
  return page(<CloseAccountView {...formOf(visit, problems)} person={person} />, statusOf(problems));
}
