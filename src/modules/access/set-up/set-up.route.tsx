import { actAs } from '../../../platform/db/index.ts';
import { type Answer, goNow, page } from '../../../platform/web/answer.ts';
import { type FormProblems, formProblem, readForm } from '../../../platform/web/forms.ts';
import type { WebServer } from '../../../platform/web/server.ts';
import type { Visit } from '../../../platform/web/visit.ts';
import type { Actor } from '../../audit/index.ts';
import { findLink } from '../accounts/keep-accounts.ts';
import { setUp } from './set-up.ts';
import type { AccessDependencies } from '../dependencies.ts';
import { SetUpForm } from '../credentials/sign-in.form.ts';
import { accessPaths } from '../paths.ts';
import { LinkOverView, SetUpView } from './set-up-page.view.tsx';

/** Whoever was shown the link at the first start names the council and becomes its first administrator. */
export function addSetUpRoutes(server: WebServer, { db, council }: AccessDependencies): void {
  server.route({
    method: 'GET',
    path: '/set-up/:token',
    access: 'public',
    ofOnePerson: true,
    handler: async (visit) =>
      (await actAs(db, 'system', (tx) => findLink(tx, 'set-up', visit.params.token))) === null
        ? linkOver(visit, 'set-up')
        : setUpPage(visit),
  });

  server.route({
    method: 'POST',
    path: '/set-up/:token',
    access: 'public',
    ofOnePerson: true,
    handler: async (visit) => {
      const { token } = visit.params;
      const read = readForm(SetUpForm, visit.form);
      const done = await actAs(db, 'system', async (tx) => {
        if ((await findLink(tx, 'set-up', token)) === null) return { kind: 'no-such-link' } as const;
        if (!read.ok) return { kind: 'again', problems: read.problems } as const;
        const { council, forenames, surname, signInName } = read.value;
        const actor: Actor = {
          kind: 'visitor',
          name: 'Whoever set Throughline up',
          requestId: visit.requestId,
        };
        return setUp(tx, actor, {
          token,
          council,
          administrator: {
            title: null,
            forenames: forenames.split(/\s+/).filter(Boolean),
            knownAs: null,
            surname,
            suffix: null,
            honours: [],
          },
          administratorName: `${forenames} ${surname}`.trim(),
          signInName,
          today: visit.today,
        });
      });
      switch (done.kind) {
        case 'set-up':
          await council.refresh();
          return goNow(accessPaths.link(done.linkToken));
        case 'no-such-link':
          return linkOver(visit, 'set-up');
        case 'name-taken':
          return setUpPage(visit, formProblem('Somebody signs in by that name already', 'signInName'));
        case 'again':
          return setUpPage(visit, done.problems);
      }
    },
  });
}

/** The page for a link that does not work. */
export function linkOver(visit: Visit, purpose: 'set-up' | 'enrol'): Answer {
  const isSignedIn = visit.asker !== undefined;
  return page(
    <LinkOverView frame={visit.frame} purpose={purpose} isSignedIn={isSignedIn} />,
    isSignedIn ? 409 : 404,
  );
}

function setUpPage(visit: Visit<{ readonly token: string }>, problems?: FormProblems): Answer {
  return page(
    <SetUpView
      frame={visit.frame}
      token={visit.formToken()}
      state={{ form: visit.form, problems }}
      action={accessPaths.setUp(visit.params.token)}
    />,
    problems === undefined ? 200 : 422,
  );
}
