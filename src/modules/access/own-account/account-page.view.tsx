import type { JSX } from 'preact';
import { Button, SummaryList } from '../../../platform/govuk/index.ts';
import { formatDay } from '../../../platform/time/plain-day.ts';
import { momentInWords } from '../../../platform/time/moment-words.ts';
import { CsrfField } from '../../../platform/web/csrf-field.tsx';
import { type FormState, Problems, TextBox } from '../../../platform/web/form-fields.tsx';
import type { Frame } from '../../../platform/web/frame.ts';
import { Page } from '../../../platform/web/page.tsx';
import { type Asker, ROLE_WORDS } from '../../identity/index.ts';
import { accessPaths } from '../paths.ts';
import type { WaysIn } from '../accounts/accounts.read.ts';
import type { ShownSession } from '../sessions/open-sessions.read.ts';
import { PasskeyFormView } from '../credentials/passkey-form.view.tsx';
import { SessionTable } from '../sessions/session-table.view.tsx';

export interface AccountViewProps {
  readonly frame: Frame;
  readonly token: string;
  readonly state: FormState;
  readonly asker: Asker;
  /** The name they sign in with; null for a made-up person of the sample, who has no way in of their own. */
  readonly signInName: string | null;
  readonly ways: WaysIn;
  readonly passkey: object | undefined;
  readonly sessions: readonly ShownSession[];
  readonly current: string | undefined;
}

/** What a person is in Throughline, how they sign in, and where they are signed in. */
export function AccountView(props: AccountViewProps): JSX.Element {
  const { frame, asker, state } = props;
  return (
    <Page
      frame={frame}
      title="Your account"
      width="reading"
      withoutDay
      hasErrors={state.problems !== undefined}
    >
      <Problems state={state} />
      <h1 class="govuk-heading-l">{asker.name}</h1>
      <Grounds asker={asker} />
      <p class="tl-actions">
        <Button href="/my-work" kind="secondary">
          My work
        </Button>
        <Button href={accessPaths.signOut()} kind="secondary">
          Sign out
        </Button>
      </p>
      {props.signInName === null ? (
        <p class="govuk-body">
          You are looking around as a made-up person, who has no way in of their own.{' '}
          <a class="govuk-link" href={accessPaths.lookAround()}>
            Look around as somebody else
          </a>
        </p>
      ) : (
        <WaysInSection {...props} signInName={props.signInName} />
      )}
      <h2 class="govuk-heading-m">Where you are signed in</h2>
      <SessionTable
        sessions={props.sessions}
        action={accessPaths.endOwnSession()}
        token={props.token}
        withNames={false}
        current={props.current}
        mayEnd
      />
    </Page>
  );
}

/** Every ground on which something is open to them, with its days. */
function Grounds(props: { asker: Asker }): JSX.Element {
  const { grounds } = props.asker;
  const days = ({ from, to }: { from: string; to: string | null }) =>
    `from ${formatDay(from as never)}${to === null ? '' : ` to ${formatDay(to as never)}`}`;
  const roles = grounds.filter((ground) => ground.kind === 'role');
  const posts = grounds.filter((ground) => ground.kind === 'post');
  return (
    <SummaryList
      rows={[
        {
          key: roles.length === 1 ? 'Your role' : 'Your roles',
          value: (
            <ul class="govuk-list">
              {roles.map((ground) => (
                <li>
                  {ROLE_WORDS[ground.role].name}, {days(ground)}
                  {ground.throughPost !== null && `, with the post ${ground.throughPost}`}
                  <span class="tl-aside">{ROLE_WORDS[ground.role].purpose}</span>
                </li>
              ))}
            </ul>
          ),
        },
        ...(posts.length === 0
          ? []
          : [
              {
                key: posts.length === 1 ? 'Your post' : 'Your posts',
                value: posts.map(({ title }) => title).join('; '),
              },
            ]),
      ]}
    />
  );
}

function WaysInSection(props: AccountViewProps & { signInName: string }): JSX.Element {
  const { ways, token, state } = props;
  return (
    <>
      <h2 class="govuk-heading-m">How you sign in</h2>
      <SummaryList
        rows={[
          { key: 'Name to sign in with', value: props.signInName },
          {
            key: 'Password',
            value: ways.hasPassword ? 'Set, with an authenticator' : 'None',
            actions: {
              items: [
                {
                  text: ways.hasPassword ? 'Change' : 'Set one',
                  href: accessPaths.accountPassword(),
                  hiddenText: 'password and authenticator',
                },
              ],
            },
          },
          ...(ways.hasPassword
            ? [{ key: 'Recovery codes', value: `${ways.recoveryCodesLeft} of 10 left` }]
            : []),
          ...(ways.outside.length > 0
            ? [{ key: 'The council’s own sign-in', value: ways.outside.join('; ') }]
            : []),
        ]}
      />
      {ways.hasPassword && (
        <form method="post" action={accessPaths.accountCodes()} novalidate>
          <CsrfField token={token} />
          <Button kind="secondary">Make new recovery codes</Button>
        </form>
      )}
      <h3 class="govuk-heading-s">Passkeys</h3>
      {ways.passkeys.length === 0 ? (
        <p class="govuk-body tl-lacking">You have no passkey here.</p>
      ) : (
        <form method="post" action={accessPaths.removePasskey()} novalidate>
          <CsrfField token={token} />
          <ul class="govuk-list tl-passkeys">
            {ways.passkeys.map((passkey) => (
              <li>
                <span>
                  {passkey.name}
                  <span class="tl-aside">
                    Added {momentInWords(passkey.addedAt)}
                    {passkey.lastUsedAt !== null && `, last used ${momentInWords(passkey.lastUsedAt)}`}
                  </span>
                </span>
                <Button kind="secondary" name="passkey" value={passkey.id} class="tl-small-button">
                  Remove<span class="govuk-visually-hidden"> the passkey {passkey.name}</span>
                </Button>
              </li>
            ))}
          </ul>
        </form>
      )}
      {props.passkey !== undefined && (
        <PasskeyFormView
          what="create"
          action={accessPaths.addPasskey()}
          token={token}
          options={props.passkey}
          button="Add a passkey"
          kind="secondary"
        >
          <TextBox
            state={state}
            name="passkeyName"
            label="What you will know it by"
            hint="Such as Work phone"
            width={20}
          />
        </PasskeyFormView>
      )}
    </>
  );
}
