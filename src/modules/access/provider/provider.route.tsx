import type { JSX } from 'preact';
import { actAs } from '../../../platform/db/index.ts';
import { type Answer, leave, page, type PageStatus } from '../../../platform/web/answer.ts';
import type { Frame } from '../../../platform/web/frame.ts';
import type { WebServer } from '../../../platform/web/server.ts';
import type { Visit } from '../../../platform/web/visit.ts';
import { useOnce } from '../credentials/let-through.write.ts';
import { providerSignIn } from './sign-in-through-provider.ts';
import type { AccessDependencies } from '../dependencies.ts';
import { ownPathOr } from '../signing-in/own-path.rule.ts';
import { finishSignIn } from '../signing-in/finish-sign-in.route.ts';
import { accessPaths } from '../paths.ts';
import { providerClient, type Waiting } from './provider-client.port.ts';
import { ProviderTrouble, type Trouble } from './provider-trouble.port.ts';
import { providerInUse } from '../credentials/provider-in-use.read.ts';
import {
  BeginAgainPage,
  NotAcceptedPage,
  NotLetInPage,
  ProviderDownPage,
  SignInCancelledPage,
  TooManyGroupsPage,
} from './provider-pages.view.tsx';

/** What waits in the browser while somebody is at the provider. */
const WAITING_COOKIE = 'provider';
const WAITING_PURPOSE = 'provider sign-in';
const WAITING_SECONDS = 10 * 60;

/** A longer address would not fit in the cookie. */
const LONGEST_BACK = 2000;

/** Signing in through the council's own provider: there, and back. */
export function addProviderRoutes(
  server: WebServer,
  { db, seal }: Pick<AccessDependencies, 'db' | 'seal'>,
): void {
  const client = providerClient(seal);

  server.route({
    method: 'GET',
    path: '/sign-in/organisation',
    access: 'public',
    handler: (visit) =>
      orTrouble(visit, async () => {
        const provider = await providerInUse(db);
        if (provider === null) return beginAgain(visit);
        const back = ownPathOr(visit.query.get('back'), '');
        const { to, waiting } = await client.begin(
          provider,
          redirectUri(visit),
          back.length > LONGEST_BACK ? '' : back,
        );
        visit.cookies.keep(WAITING_COOKIE, seal.closeFacts(WAITING_PURPOSE, waiting, WAITING_SECONDS), {
          maxAge: WAITING_SECONDS,
        });
        return leave(to);
      }),
  });

  server.route({
    method: 'GET',
    path: '/sign-in/organisation/return',
    access: 'public',
    ofOnePerson: true,
    handler: (visit) =>
      orTrouble(visit, async () => {
        const waiting = seal.openFacts(WAITING_PURPOSE, visit.cookies.read(WAITING_COOKIE)) as
          | Waiting
          | undefined;
        // Left in place where the state is another's: an address that somebody was tricked into opening undoes nothing.
        if (waiting === undefined || visit.query.get('state') !== waiting.state) return beginAgain(visit);
        visit.cookies.forget(WAITING_COOKIE);
        const isFirst = await actAs(db, 'system', (tx) =>
          useOnce(tx, `${WAITING_PURPOSE} ${waiting.state}`, WAITING_SECONDS),
        );
        const provider = await providerInUse(db);
        if (!isFirst || provider?.id !== waiting.providerId) return beginAgain(visit);
        if (visit.query.get('error') === 'access_denied') return said(visit, SignInCancelledPage);
        const returnedTo = new URL(redirectUri(visit));
        returnedTo.search = visit.query.toString();
        const claims = await client.finish(provider, returnedTo, waiting);
        return actAs(db, 'system', async (tx) => {
          const signedIn = await providerSignIn(tx, provider, claims, visit);
          switch (signedIn.kind) {
            case 'known':
              return finishSignIn(tx, seal, visit, {
                personId: signedIn.personId,
                method: 'provider',
                back: waiting.back === '' ? null : waiting.back,
              });
            case 'no-role':
              return said(visit, NotLetInPage);
            case 'too-many-groups':
              return said(visit, TooManyGroupsPage);
          }
        });
      }),
  });

  /** Turns what went wrong at the provider into a page, and notes for whoever runs Throughline what it was. */
  async function orTrouble(visit: Visit, act: () => Promise<Answer>): Promise<Answer> {
    try {
      return await act();
    } catch (error) {
      if (!(error instanceof ProviderTrouble)) throw error;
      const { trouble, detail } = error;
      server.app.log.warn(
        { requestId: visit.requestId, trouble, detail },
        'Nobody was signed in by the provider',
      );
      return said(visit, ...PAGES[trouble]);
    }
  }
}

/** Where the provider sends people back to, as it has to be registered there. */
export function redirectUri({ origin }: Pick<Visit, 'origin'>): string {
  return `${origin}${accessPaths.providerReturn()}`;
}

type ShownProblem = (props: { frame: Frame }) => JSX.Element;

const PAGES: Readonly<Record<Trouble, [ShownProblem, PageStatus]>> = {
  'no-answer': [ProviderDownPage, 503],
  'other-issuer': [ProviderDownPage, 503],
  'not-safe': [ProviderDownPage, 503],
  'not-accepted': [NotAcceptedPage, 503],
  refused: [BeginAgainPage, 422],
};

function said(visit: Visit, Shown: ShownProblem, status: PageStatus = 422): Answer {
  return page(<Shown frame={visit.frame} />, status);
}

function beginAgain(visit: Visit): Answer {
  return said(visit, BeginAgainPage);
}
