import { actAs, type Tx } from '../../../platform/db/index.ts';
import { type Answer, go, page } from '../../../platform/web/answer.ts';
import { type FormProblems, formProblem, readForm } from '../../../platform/web/forms.ts';
import type { WebServer } from '../../../platform/web/server.ts';
import type { Visit } from '../../../platform/web/visit.ts';
import { askerOf, namesOn } from '../../identity/index.ts';
import type { Actor } from '../../audit/index.ts';
import { findLink, forgetCredentials, type LinkFound, useLink } from '../accounts/keep-accounts.ts';
import { addPasskey, setPassword } from '../credentials/change-credentials.ts';
import { endSessions } from '../sessions/keep-sessions.ts';
import type { AccessDependencies } from '../dependencies.ts';
import { passwordProblem } from '../credentials/password.rule.ts';
import { letIn } from '../signing-in/finish-sign-in.route.ts';
import { NewPasswordForm, PasskeyForm } from '../credentials/sign-in.form.ts';
import { checkNewPasskey, optionsToAdd, passkeySite, passkeysOf } from '../credentials/passkeys.ts';
import { accessPaths } from '../paths.ts';
import { accountOf } from '../accounts/accounts.read.ts';
import { browserInWords } from '../sessions/browser-words.rule.ts';
import { linkOver } from '../set-up/set-up.route.tsx';
import { openedAuthenticator, shownAuthenticator } from './shown-authenticator.route.ts';
import { EnrolView, RecoveryCodesView } from './enrol-page.view.tsx';
import { NoRolePage } from '../signing-in/no-role-page.view.tsx';

/** Everybody sets up how they sign in by a link that works once. */
export function addEnrolRoutes(server: WebServer, dependencies: AccessDependencies): void {
  const { db, seal } = dependencies;

  server.route({
    method: 'GET',
    path: '/link/:token',
    access: 'public',
    ofOnePerson: true,
    handler: (visit) => withLink(visit, (tx, link) => enrolPage(tx, visit, link)),
  });

  server.route({
    method: 'POST',
    path: '/link/:token',
    access: 'public',
    ofOnePerson: true,
    handler: (visit) =>
      withLink(visit, async (tx, link) => {
        const read = readForm(NewPasswordForm, visit.form);
        if (!read.ok) return enrolPage(tx, visit, link, read.problems);
        const { password, code, authenticator } = read.value;
        const secret = openedAuthenticator(seal, link.personId, authenticator);
        if (secret === undefined)
          return enrolPage(
            tx,
            visit,
            link,
            formProblem(
              'This page stood open too long. Read the new picture with your app and try again',
              'code',
            ),
          );
        const weak = await passwordProblem(password, [
          link.name,
          link.signInName,
          visit.frame.site.councilName,
        ]);
        if (weak !== undefined) return enrolPage(tx, visit, link, formProblem(weak, 'password'));
        const actor = actorOf(link, visit);
        await forgetCredentials(tx, link.personId);
        const set = await setPassword(tx, actor, seal, { personId: link.personId, password, secret, code });
        if (set.kind !== 'set') throw new TakeBack(formProblem(WRONG_CODE, 'code'));
        await useLink(tx, link);
        await endSessions(tx, actor, link.personId, 'credentials-changed');
        const inside = await letIn(tx, seal, visit, { personId: link.personId, method: 'enrolment' });
        return page(
          <RecoveryCodesView
            frame={visit.frame}
            codes={set.recoveryCodes}
            next={inside === null ? '/' : '/account'}
            hasNoRole={inside === null}
          />,
        );
      }),
  });

  server.route({
    method: 'POST',
    path: '/link/:token/passkey',
    access: 'public',
    ofOnePerson: true,
    handler: (visit) =>
      withLink(visit, async (tx, link) => {
        const site = passkeySite(visit.origin);
        const read = readForm(PasskeyForm, visit.form);
        const made =
          site === undefined || !read.ok
            ? undefined
            : await checkNewPasskey(
                tx,
                seal,
                { origin: visit.origin, site, personId: link.personId },
                read.value.answer,
              );
        if (made === undefined)
          return enrolPage(
            tx,
            visit,
            link,
            formProblem('The passkey was not made. Try again, or set a password instead'),
          );
        const actor = actorOf(link, visit);
        await forgetCredentials(tx, link.personId);
        const name = browserInWords(visit.browser);
        const added = await addPasskey(tx, actor, link.personId, { ...made, name });
        if (added.kind !== 'added')
          throw new TakeBack(formProblem('That passkey belongs to somebody already. Make another'));
        await useLink(tx, link);
        await endSessions(tx, actor, link.personId, 'credentials-changed');
        const inside = await letIn(tx, seal, visit, { personId: link.personId, method: 'enrolment' });
        return inside === null
          ? page(<NoRolePage frame={visit.frame} done="Your passkey is made." />)
          : go('/account', 'Your passkey is made, and you are signed in.');
      }),
  });

  interface OwnLink extends LinkFound {
    readonly personId: number;
    readonly name: string;
    readonly signInName: string;
  }

  /** Finds whose link it is and acts in one transaction, which is taken back where the form has to be shown again. */
  async function withLink(
    visit: Visit<{ readonly token: string }>,
    act: (tx: Tx, link: OwnLink) => Promise<Answer>,
  ): Promise<Answer> {
    const find = async (tx: Tx): Promise<OwnLink | null> => {
      const link = await findLink(tx, 'enrol', visit.params.token);
      if (link === null || link.personId === null) return null;
      const account = await accountOf(tx, link.personId);
      const nameOf = await namesOn(tx, [link.personId], visit.today);
      return {
        ...link,
        personId: link.personId,
        name: nameOf(link.personId),
        signInName: account?.signInName ?? '',
      };
    };
    try {
      return await actAs(db, 'system', async (tx) => {
        const link = await find(tx);
        return link === null ? linkOver(visit, 'enrol') : act(tx, link);
      });
    } catch (error) {
      if (!(error instanceof TakeBack)) throw error;
      return actAs(db, 'system', async (tx) => {
        const link = await find(tx);
        return link === null ? linkOver(visit, 'enrol') : enrolPage(tx, visit, link, error.problems);
      });
    }
  }

  async function enrolPage(
    tx: Tx,
    visit: Visit<{ readonly token: string }>,
    link: OwnLink,
    problems?: FormProblems,
  ): Promise<Answer> {
    const { token } = visit.params;
    const site = passkeySite(visit.origin);
    const { personId, signInName, name } = link;
    return page(
      <EnrolView
        frame={visit.frame}
        token={visit.formToken()}
        state={{ form: {}, problems }}
        name={name}
        signInName={signInName}
        authenticator={shownAuthenticator(seal, visit, { personId, signInName })}
        passwordAction={accessPaths.link(token)}
        passkeyAction={accessPaths.linkPasskey(token)}
        passkey={
          site === undefined
            ? undefined
            : await optionsToAdd(seal, site, {
                personId,
                signInName,
                name,
                known: await passkeysOf(tx, personId),
              })
        }
        passkeyElsewhere={byName(visit)}
      />,
      problems === undefined ? 200 : 422,
    );
  }
}

export const WRONG_CODE =
  'Those figures do not come from this authenticator just now. Check that your phone’s clock is right, and enter the next six figures';

/** Takes the transaction back, to show the form again. */
class TakeBack extends Error {
  readonly problems: FormProblems;

  constructor(problems: FormProblems) {
    super('The form is shown again');
    this.problems = problems;
  }
}

function actorOf(link: { personId: number; name: string }, visit: Visit): Actor {
  return { ...askerOf(visit), kind: 'person', personId: link.personId, name: link.name };
}

/** This page by a name, on the machine itself, where it was opened by a bare address. */
function byName(visit: Visit): string | undefined {
  const { hostname, port } = new URL(visit.origin);
  if (!/^127\.|^\[::1\]$/.test(hostname)) return undefined;
  return `http://localhost${port === '' ? '' : `:${port}`}${visit.frame.path}`;
}
