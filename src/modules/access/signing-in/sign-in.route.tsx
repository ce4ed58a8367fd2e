import { actAs } from '../../../platform/db/index.ts';
import { type Answer, go, goNow, page, problem } from '../../../platform/web/answer.ts';
import { type FormProblems, formProblem, readForm } from '../../../platform/web/forms.ts';
import { networkOf } from '../../../platform/web/network-of.ts';
import type { WebServer } from '../../../platform/web/server.ts';
import type { Visit } from '../../../platform/web/visit.ts';
import { askerOf, needs } from '../../identity/index.ts';
import { endSessions, signOut } from '../sessions/keep-sessions.ts';
import { checkCode, checkPassword, type HalfWay } from '../credentials/check-credentials.ts';
import type { AccessDependencies } from '../dependencies.ts';
import { ownPathOr } from './own-path.rule.ts';
import { finishSignIn, knownDevice, SESSION_COOKIE } from './finish-sign-in.route.ts';
import { CodeForm, PasskeyForm, SignInForm } from '../credentials/sign-in.form.ts';
import { checkPasskey, optionsToSignIn, passkeySite } from '../credentials/passkeys.ts';
import { accessPaths } from '../paths.ts';
import { mayUseOwnAccount } from '../permissions.ts';
import { accountNamed } from '../accounts/accounts.read.ts';
import { providerInUse } from '../credentials/provider-in-use.read.ts';
import { CodeView, SignInHelpView, SignInView } from './sign-in-page.view.tsx';
import { SignOutView } from './sign-out-page.view.tsx';

/** What waits in the browser between the password and the code. */
const HALF_WAY_COOKIE = 'half-way';
const HALF_WAY_SECONDS = 5 * 60;

const REFUSED = 'The name or the password is wrong. Check both, and try again';
const TOO_MANY =
  'There were too many attempts that failed. Wait a quarter of an hour, use a passkey, or use a device you have signed in on before';

/** Signing in and out, by passkey or by password and code. */
export function addSignInRoutes(server: WebServer, dependencies: AccessDependencies): void {
  const { db, seal } = dependencies;

  server.route({
    method: 'GET',
    path: '/sign-in',
    access: 'public',
    handler: (visit) => signInPage(dependencies, visit),
  });

  server.route({
    method: 'GET',
    path: '/sign-in/help',
    access: 'public',
    handler: (visit) => page(<SignInHelpView frame={visit.frame} />),
  });

  server.route({
    method: 'POST',
    path: '/sign-in',
    access: 'public',
    ofOnePerson: true,
    handler: async (visit) => {
      const read = readForm(SignInForm, visit.form);
      if (!read.ok) return signInPage(dependencies, visit, read.problems);
      const { name, password } = read.value;
      const personId = (await accountNamed(db, name))?.personId;
      const attempt = {
        name,
        network: networkOf(visit.address),
        knownDevice: knownDevice(seal, visit, personId),
      };
      const checked = await checkPassword(db, seal, { name, password, requestId: visit.requestId }, attempt);
      if (checked.kind !== 'half-way')
        return await signInPage(
          dependencies,
          visit,
          formProblem(checked.kind === 'too-many' ? TOO_MANY : REFUSED, 'name'),
        );
      visit.cookies.keep(HALF_WAY_COOKIE, seal.closeFacts('half way', checked.halfWay, HALF_WAY_SECONDS), {
        maxAge: HALF_WAY_SECONDS,
      });
      return goNow(accessPaths.code(backOf(visit)));
    },
  });

  server.route({
    method: 'GET',
    path: '/sign-in/code',
    access: 'public',
    ofOnePerson: true,
    handler: (visit) =>
      halfWayOf(visit) === undefined ? goNow(accessPaths.signIn(backOf(visit))) : codePage(visit),
  });

  server.route({
    method: 'POST',
    path: '/sign-in/code',
    access: 'public',
    ofOnePerson: true,
    handler: async (visit) => {
      const halfWay = halfWayOf(visit);
      if (halfWay === undefined) return beginAgain(visit);
      const read = readForm(CodeForm, visit.form);
      if (!read.ok) return codePage(visit, read.problems);
      const checked = await checkCode(db, seal, halfWay, { ...read.value, requestId: visit.requestId });
      switch (checked.kind) {
        case 'signed-in':
          visit.cookies.forget(HALF_WAY_COOKIE);
          return actAs(db, 'system', (tx) =>
            finishSignIn(tx, seal, visit, { ...checked, back: visit.query.get('back') }),
          );
        case 'begin-again':
          return beginAgain(visit);
        case 'too-many':
          return codePage(visit, formProblem(TOO_MANY, 'code'));
        case 'refused':
          return codePage(
            visit,
            formProblem(
              'That code does not fit, or was used already. Wait for the next six figures, or enter a recovery code',
              'code',
            ),
          );
      }
    },
  });

  server.route({
    method: 'POST',
    path: '/sign-in/passkey',
    access: 'public',
    ofOnePerson: true,
    handler: async (visit) => {
      const site = passkeySite(visit.origin);
      const read = readForm(PasskeyForm, visit.form);
      const refused = () =>
        signInPage(
          dependencies,
          visit,
          formProblem(
            'That passkey was not accepted. Reload the page and try again, sign in another way, or ask whoever administers Throughline',
          ),
        );
      if (site === undefined || !read.ok) return refused();
      const answer = await actAs(db, 'system', async (tx) => {
        const personId = await checkPasskey(
          tx,
          seal,
          { origin: visit.origin, site, requestId: visit.requestId },
          read.value.answer,
        );
        return personId === undefined
          ? undefined
          : finishSignIn(tx, seal, visit, { personId, method: 'passkey', back: visit.query.get('back') });
      });
      return answer ?? refused();
    },
  });

  server.route({
    method: 'GET',
    path: '/sign-out',
    access: needs(mayUseOwnAccount),
    handler: (visit) => page(<SignOutView frame={visit.frame} token={visit.formToken()} />),
  });

  server.route({
    method: 'POST',
    path: '/sign-out',
    access: 'public',
    ofOnePerson: true,
    handler: async (visit) => {
      const token = visit.cookies.read(SESSION_COOKIE);
      const asker = askerOf(visit);
      const everywhere = visit.form['everywhere'] !== undefined;
      if (token !== undefined)
        await actAs(db, 'system', async (tx) => {
          if (everywhere && asker.personId !== undefined)
            await endSessions(tx, asker, asker.personId, 'elsewhere');
          await signOut(tx, asker, token);
        });
      visit.cookies.forget(SESSION_COOKIE);
      return go('/', everywhere ? 'You are signed out everywhere.' : 'You are signed out.');
    },
  });

  function halfWayOf(visit: Pick<Visit, 'cookies'>): HalfWay | undefined {
    return seal.openFacts('half way', visit.cookies.read(HALF_WAY_COOKIE)) as HalfWay | undefined;
  }

  function beginAgain(visit: Visit): Answer {
    visit.cookies.forget(HALF_WAY_COOKIE);
    return problem({
      status: 403,
      title: 'Signing in took too long',
      explanation: ['Begin again with your name and password: go to the home page and sign in.'],
    });
  }
}

async function signInPage(
  { db, seal, lookAround }: AccessDependencies,
  visit: Visit,
  problems?: FormProblems,
): Promise<Answer> {
  const site = passkeySite(visit.origin);
  const provider = await providerInUse(db);
  return page(
    <SignInView
      frame={visit.frame}
      token={visit.formToken()}
      state={{ form: visit.form, problems }}
      back={backOf(visit)}
      passkey={site === undefined ? undefined : await optionsToSignIn(seal, site)}
      provider={provider?.name}
      lookAround={lookAround}
    />,
    problems === undefined ? 200 : 422,
  );
}

function codePage(visit: Visit, problems?: FormProblems): Answer {
  return page(
    <CodeView
      frame={visit.frame}
      token={visit.formToken()}
      state={{ form: {}, problems }}
      back={backOf(visit)}
    />,
    problems === undefined ? 200 : 422,
  );
}

/** Where they were going, if that is a page of ours. */
export function backOf(visit: Pick<Visit, 'query'>): string | undefined {
  const back = ownPathOr(visit.query.get('back'), '');
  return back === '' ? undefined : back;
}
