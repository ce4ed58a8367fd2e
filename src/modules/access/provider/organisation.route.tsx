import type { Seal } from '../../../platform/secrets/seal.ts';
import { type Answer, go, page } from '../../../platform/web/answer.ts';
import { type Form, valueOf } from '../../../platform/web/form-body.ts';
import { type FormProblems, formProblem, readForm } from '../../../platform/web/forms.ts';
import type { WebServer } from '../../../platform/web/server.ts';
import type { Visit } from '../../../platform/web/visit.ts';
import { actFor, askerOf, needs, refuse } from '../../identity/index.ts';
import { disconnectProvider, type SaveProvider, saveProvider } from './save-provider.ts';
import type { AccessDependencies } from '../dependencies.ts';
import { MAPPING_ROWS, mappingRows, ProviderForm } from './provider.form.ts';
import { accessPaths } from '../paths.ts';
import { mayManageAccess } from '../permissions.ts';
import { discover, SECRET_PURPOSE } from './provider-client.port.ts';
import { ProviderTrouble } from './provider-trouble.port.ts';
import { redirectUri } from './provider.route.tsx';
import { type Provider, providerInUse } from '../credentials/provider-in-use.read.ts';
import { OrganisationView } from './organisation-page.view.tsx';

const ONLY_WAY_IN =
  'Every administrator signs in through the provider there is now. Add a passkey or a password to your own account first, so that somebody can still sign in';

/** Connecting the council's own sign-in, by an administrator. */
export function addOrganisationRoutes(
  server: WebServer,
  { db, seal }: Pick<AccessDependencies, 'db' | 'seal'>,
): void {
  const access = needs(mayManageAccess);

  server.route({
    method: 'GET',
    path: '/access/organisation',
    access,
    handler: async (visit) => {
      const provider = await providerInUse(db);
      return organisationPage(visit, provider, formOf(provider));
    },
  });

  server.route({
    method: 'POST',
    path: '/access/organisation',
    access,
    handler: async (visit) => {
      const asker = askerOf(visit);
      if (!mayManageAccess(asker)) return refuse(mayManageAccess);
      const { form } = visit;
      const before = await providerInUse(db);
      const again = (problems: FormProblems) => organisationPage(visit, before, form, problems);
      const answer = ({ kind }: SaveProvider, done: string) =>
        kind === 'saved' ? go(accessPaths.organisation(), done) : again(formProblem(ONLY_WAY_IN, 'issuer'));

      if (valueOf(form, 'what') === 'disconnect')
        return answer(
          await actFor(db, asker, (tx) => disconnectProvider(tx, asker)),
          'Disconnected. People sign in with a passkey or a password from now on.',
        );
      const read = readForm(ProviderForm, form);
      if (!read.ok) return again(read.problems);
      const secret = secretFor(seal, before, read.value);
      if (secret === undefined) return again(formProblem(NO_SECRET, 'clientSecret'));
      // Asked before the transaction, which must not wait for somebody else's computer.
      const asked = await ask(read.value, secret ?? undefined);
      if (asked.kind === 'problem') return again(formProblem(asked.sentence, 'issuer'));
      const clientSecret = secret === null ? null : seal.close(SECRET_PURPOSE, secret);
      const toSave = { ...read.value, issuer: asked.issuer, clientSecret };
      return answer(
        await actFor(db, asker, (tx) => saveProvider(tx, asker, toSave)),
        `Saved. People can sign in with ${read.value.name}. Try it now in another browser, while you are still signed in here.`,
      );
    },
  });
}

const NO_SECRET =
  'Enter the client secret, or say that there is none. The one before is kept only for the same issuer and client ID';

/**
 * The secret to use: a new one, or the one there is. That is kept for the same issuer and client alone: it must not be
 * sent to another address because somebody typed one.
 * @returns null where there is to be none, undefined where it has to be entered
 */
function secretFor(
  seal: Seal,
  before: Provider | null,
  typed: { issuer: string; clientId: string; clientSecret: string; withoutSecret: boolean },
): string | null | undefined {
  if (typed.withoutSecret) return null;
  if (typed.clientSecret !== '') return typed.clientSecret;
  const isSame = before?.issuer === typed.issuer && before.clientId === typed.clientId;
  const kept =
    isSame && before.clientSecret !== null ? seal.open(SECRET_PURPOSE, before.clientSecret) : undefined;
  return kept?.toString();
}

type Asked =
  | { readonly kind: 'answers'; readonly issuer: string }
  | { readonly kind: 'problem'; readonly sentence: string };

/** Whether the issuer answers, and by which name exactly. */
async function ask(typed: { issuer: string; clientId: string }, secret: string | undefined): Promise<Asked> {
  try {
    const configuration = await discover(typed, secret);
    return { kind: 'answers', issuer: configuration.serverMetadata().issuer };
  } catch (error) {
    if (!(error instanceof ProviderTrouble)) throw error;
    return { kind: 'problem', sentence: whyNot(error) };
  }
}

function whyNot({ trouble, detail }: ProviderTrouble): string {
  if (trouble !== 'other-issuer')
    return 'Nothing that can be used for signing in answers at this address. Check it, and that this machine may reach it';
  return /[{}]|%7B/i.test(detail)
    ? 'This address is for the people of every organisation. Enter the one of your own directory, with its ID'
    : `The issuer there calls itself ${detail.slice(0, 200)}. If that is yours, enter it exactly so`;
}

function organisationPage(
  visit: Visit,
  provider: Provider | null,
  form: Form,
  problems?: FormProblems,
): Answer {
  return page(
    <OrganisationView
      frame={visit.frame}
      token={visit.formToken()}
      state={{ form, problems }}
      redirectUri={redirectUri(visit)}
      connected={provider !== null}
      hasSecret={provider !== null && provider.clientSecret !== null}
    />,
    problems === undefined ? 200 : 422,
  );
}

/** The form as it opens, without the secret. */
function formOf(provider: Provider | null): Form {
  if (provider === null) return { roleClaim: 'roles' };
  const rows = provider.roles.slice(0, MAPPING_ROWS).flatMap(({ value, role }, index) => {
    const row = mappingRows[index];
    return row === undefined
      ? []
      : [
          [row.value, value],
          [row.role, role],
        ];
  });
  return {
    name: provider.name,
    issuer: provider.issuer,
    clientId: provider.clientId,
    ...(provider.clientSecret === null ? { withoutSecret: 'yes' } : {}),
    roleClaim: provider.roleClaim,
    groupsUrl: provider.groupsUrl ?? '',
    ...(Object.fromEntries(rows) as Record<string, string>),
  };
}
