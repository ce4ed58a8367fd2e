import type { Tx } from '../../../platform/db/index.ts';
import { type Answer, go, page } from '../../../platform/web/answer.ts';
import { valueOf } from '../../../platform/web/form-body.ts';
import { type FormProblems, formProblem, readForm } from '../../../platform/web/forms.ts';
import { FormPage } from '../../../platform/web/form-page.tsx';
import type { WebServer } from '../../../platform/web/server.ts';
import type { Visit } from '../../../platform/web/visit.ts';
import { actFor, askerOf, needs } from '../../identity/index.ts';
import { itSucceeded, letThrough } from '../credentials/let-through.write.ts';
import {
  addPasskey,
  removePasskey,
  renewRecoveryCodes,
  setPassword,
} from '../credentials/change-credentials.ts';
import { endSessions } from '../sessions/keep-sessions.ts';
import type { AccessDependencies } from '../dependencies.ts';
import { codeBuckets } from '../credentials/attempt-limits.rule.ts';
import { browserInWords } from '../sessions/browser-words.rule.ts';
import { passwordProblem } from '../credentials/password.rule.ts';
import { WRONG_CODE } from './enrol.route.tsx';
import { SESSION_COOKIE } from '../signing-in/finish-sign-in.route.ts';
import { NewPasswordForm, PasskeyForm } from '../credentials/sign-in.form.ts';
import { checkNewPasskey, optionsToAdd, passkeySite } from '../credentials/passkeys.ts';
import { isPassword } from '../credentials/passwords.port.ts';
import { accessPaths } from '../paths.ts';
import { mayUseOwnAccount } from '../permissions.ts';
import { accountOf, waysIn } from '../accounts/accounts.read.ts';
import { openSessions, sessionOfToken } from '../sessions/open-sessions.read.ts';
import { openedAuthenticator, shownAuthenticator } from './shown-authenticator.route.ts';
import { AccountView } from './account-page.view.tsx';
import { NewPasswordFields, RecoveryCodesView } from './enrol-page.view.tsx';

/** A person's own account: who they are here, how they sign in, and where they are signed in. */
export function addAccountRoutes(server: WebServer, { db, seal }: AccessDependencies): void {
  const access = needs(mayUseOwnAccount);

  server.route({ method: 'GET', path: '/account', access, handler: (visit) => accountPage(visit) });

  server.route({
    method: 'GET',
    path: '/account/password',
    access,
    handler: (visit) => passwordPage(visit),
  });

  server.route({
    method: 'POST',
    path: '/account/password',
    access,
    handler: async (visit) => {
      const me = meOf(visit);
      const account = await accountOf(db, me.personId);
      if (account === null) return accountPage(visit, noAccount());
      const read = readForm(NewPasswordForm, visit.form);
      if (!read.ok) return passwordPage(visit, read.problems);
      const { password, code, authenticator } = read.value;
      if (account.passwordHash !== null) {
        const attempted = await letThrough(db, codeBuckets(me.personId));
        if (attempted === null)
          return passwordPage(
            visit,
            formProblem('There were too many attempts. Wait a quarter of an hour', 'current'),
          );
        if (!(await isPassword(account.passwordHash, valueOf(visit.form, 'current'))))
          return passwordPage(visit, formProblem('That is not your password now', 'current'));
        await itSucceeded(db, attempted);
      }
      const secret = openedAuthenticator(seal, me.personId, authenticator);
      if (secret === undefined)
        return passwordPage(
          visit,
          formProblem(
            'This page stood open too long. Read the new picture with your app and try again',
            'code',
          ),
        );
      const weak = await passwordProblem(password, [
        me.name,
        account.signInName,
        visit.frame.site.councilName,
      ]);
      if (weak !== undefined) return passwordPage(visit, formProblem(weak, 'password'));
      const set = await actFor(db, me, async (tx) => {
        const done = await setPassword(tx, me, seal, { personId: me.personId, password, secret, code });
        if (done.kind === 'set') await endOtherSessions(tx, visit);
        return done;
      });
      if (set.kind === 'wrong-code') return passwordPage(visit, formProblem(WRONG_CODE, 'code'));
      if (set.kind === 'closed') return accountPage(visit, noAccount());
      return page(<RecoveryCodesView frame={visit.frame} codes={set.recoveryCodes} next="/account" />);
    },
  });

  server.route({
    method: 'POST',
    path: '/account/recovery-codes',
    access,
    handler: async (visit) => {
      const me = meOf(visit);
      const account = await accountOf(db, me.personId);
      if (account === null || account.passwordHash === null) return accountPage(visit, noAccount());
      const codes = await actFor(db, me, (tx) => renewRecoveryCodes(tx, me, seal, me.personId));
      return page(<RecoveryCodesView frame={visit.frame} codes={codes} next="/account" />);
    },
  });

  server.route({
    method: 'POST',
    path: '/account/passkeys',
    access,
    handler: async (visit) => {
      const me = meOf(visit);
      const site = passkeySite(visit.origin);
      const read = readForm(PasskeyForm, visit.form);
      if (!read.ok) return accountPage(visit, read.problems);
      const added = await actFor(db, me, async (tx) => {
        if (site === undefined || (await accountOf(tx, me.personId)) === null)
          return { kind: 'refused' } as const;
        const made = await checkNewPasskey(
          tx,
          seal,
          { origin: visit.origin, site, personId: me.personId },
          read.value.answer,
        );
        const name = read.value.passkeyName === '' ? browserInWords(visit.browser) : read.value.passkeyName;
        return made === undefined
          ? ({ kind: 'refused' } as const)
          : addPasskey(tx, me, me.personId, { ...made, name });
      });
      return added.kind === 'added'
        ? go('/account', 'Added the passkey.')
        : accountPage(visit, formProblem('The passkey was not made. Reload the page and try again'));
    },
  });

  server.route({
    method: 'POST',
    path: '/account/passkeys/remove',
    access,
    handler: async (visit) => {
      const me = meOf(visit);
      const result = await actFor(db, me, (tx) =>
        removePasskey(tx, me, me.personId, valueOf(visit.form, 'passkey')),
      );
      switch (result.kind) {
        case 'removed':
          return go('/account', `Removed the passkey ${result.name}.`);
        case 'only-way-in':
          return accountPage(
            visit,
            formProblem(
              'This passkey is your only way in. Add another, or set a password, and remove it then',
            ),
          );
        case 'no-such-passkey':
          return go('/account');
      }
    },
  });

  server.route({
    method: 'POST',
    path: '/account/sessions/end',
    access,
    handler: async (visit) => {
      const me = meOf(visit);
      const ended = await actFor(db, me, (tx) =>
        endSessions(tx, me, me.personId, 'elsewhere', { only: valueOf(visit.form, 'session') }),
      );
      return go('/account', ended === 0 ? 'That session was over already.' : 'Ended that session.');
    },
  });

  async function accountPage(visit: Visit, problems?: FormProblems): Promise<Answer> {
    const me = meOf(visit);
    const account = await accountOf(db, me.personId);
    const site = passkeySite(visit.origin);
    const ways = await waysIn(db, me.personId);
    const token = visit.cookies.read(SESSION_COOKIE);
    return page(
      <AccountView
        frame={visit.frame}
        token={visit.formToken()}
        state={{ form: visit.form, problems }}
        asker={me}
        signInName={account?.signInName ?? null}
        ways={ways}
        passkey={
          site === undefined || account === null
            ? undefined
            : await optionsToAdd(seal, site, {
                personId: me.personId,
                signInName: account.signInName,
                name: me.name,
                known: ways.passkeys.map(({ id }) => id),
              })
        }
        sessions={await openSessions(db, visit.today, me.personId)}
        current={token === undefined ? undefined : await sessionOfToken(db, token)}
      />,
      problems === undefined ? 200 : 422,
    );
  }

  async function passwordPage(visit: Visit, problems?: FormProblems): Promise<Answer> {
    const me = meOf(visit);
    const account = await accountOf(db, me.personId);
    if (account === null) return accountPage(visit, noAccount());
    const { signInName } = account;
    const title = account.passwordHash === null ? 'Set a password' : 'Change your password';
    const state = { form: {}, problems };
    return page(
      <FormPage
        frame={visit.frame}
        token={visit.formToken()}
        state={state}
        title={title}
        crumbs={[{ text: 'Your account', href: accessPaths.account() }]}
        withoutForm
      >
        <p class="govuk-body">
          A password goes with an authenticator, which you set up anew. You are signed out everywhere else.
        </p>
        <NewPasswordFields
          token={visit.formToken()}
          state={state}
          signInName={signInName}
          authenticator={shownAuthenticator(seal, visit, { personId: me.personId, signInName })}
          action={accessPaths.accountPassword()}
          button="Set this password"
          askForCurrent={account.passwordHash !== null}
          heading="h2"
        />
      </FormPage>,
      problems === undefined ? 200 : 422,
    );
  }

  async function endOtherSessions(tx: Tx, visit: Visit): Promise<void> {
    const me = meOf(visit);
    const token = visit.cookies.read(SESSION_COOKIE);
    const current = token === undefined ? undefined : await sessionOfToken(tx, token);
    await endSessions(
      tx,
      me,
      me.personId,
      'credentials-changed',
      current === undefined ? {} : { allBut: current },
    );
  }
}

/** Who asks, on a route that only somebody signed in can reach. */
function meOf(visit: Visit) {
  const asker = askerOf(visit);
  if (asker.personId === undefined) throw new Error('Nobody is signed in on a page for those who are');
  return { ...asker, personId: asker.personId };
}

function noAccount(): FormProblems {
  return formProblem('You are looking around as a made-up person, who has no way in of their own');
}
