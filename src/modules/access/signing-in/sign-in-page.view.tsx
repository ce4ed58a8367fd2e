import type { JSX } from 'preact';
import { Button, InsetText } from '../../../platform/govuk/index.ts';
import { CsrfField } from '../../../platform/web/csrf-field.tsx';
import { type FormState, Problems, TextBox } from '../../../platform/web/form-fields.tsx';
import type { Frame } from '../../../platform/web/frame.ts';
import { Page } from '../../../platform/web/page.tsx';
import { accessPaths } from '../paths.ts';
import { PasskeyFormView } from '../credentials/passkey-form.view.tsx';

export interface SignInViewProps {
  readonly frame: Frame;
  readonly token: string;
  readonly state: FormState;
  /** Where the person was going. */
  readonly back: string | undefined;
  /** What the browser is asked for a passkey; undefined where the site is reached by a bare address. */
  readonly passkey: object | undefined;
  /** The name of the council's own sign-in, where it is connected. */
  readonly provider: string | undefined;
  readonly lookAround: boolean;
}

/** Every way in, the safest first. */
export function SignInView(props: SignInViewProps): JSX.Element {
  const { frame, token, state, back } = props;
  const query = back === undefined ? undefined : new URLSearchParams({ back }).toString();
  const withBack = (path: string) => (query === undefined ? path : `${path}?${query}`);
  return (
    <Page frame={frame} title="Sign in" width="reading" withoutDay hasErrors={state.problems !== undefined}>
      <Problems state={state} />
      <h1 class="govuk-heading-l">Sign in</h1>
      {back !== undefined && state.problems === undefined && (
        <p class="govuk-body">The page you asked for is for people who have signed in.</p>
      )}
      {props.lookAround && (
        <InsetText>
          This is the sample, on this machine alone. Nobody has a way in of their own here yet:{' '}
          <a class="govuk-link" href={withBack(accessPaths.lookAround())}>
            look around as one of ten made-up people
          </a>
          .
        </InsetText>
      )}
      {props.provider !== undefined && (
        <p>
          <Button href={withBack('/sign-in/organisation')}>Sign in with {props.provider}</Button>
        </p>
      )}
      {props.passkey !== undefined && (
        <>
          <h2 class="govuk-heading-m">With a passkey</h2>
          <PasskeyFormView
            what="get"
            action={withBack(accessPaths.passkey())}
            token={token}
            options={props.passkey}
            button="Sign in with a passkey"
            kind="secondary"
          />
        </>
      )}
      <h2 class="govuk-heading-m">With a password and a code</h2>
      <form method="post" action={withBack('/sign-in')} novalidate>
        <CsrfField token={token} />
        <TextBox
          state={state}
          name="name"
          label="The name you sign in with"
          hint="As a rule your e-mail address at work"
          autocomplete="username"
          type="email"
        />
        <TextBox
          state={state}
          name="password"
          label="Password"
          type="password"
          autocomplete="current-password"
        />
        <Button preventDoubleClick>Continue</Button>
      </form>
      <p class="govuk-body">
        <a class="govuk-link" href={accessPaths.help()}>
          If you cannot sign in
        </a>
      </p>
    </Page>
  );
}

/** The second half: the code of the authenticator. */
export function CodeView(props: {
  frame: Frame;
  token: string;
  state: FormState;
  back: string | undefined;
}): JSX.Element {
  const { frame, token, state, back } = props;
  return (
    <Page
      frame={frame}
      title="Enter your code"
      width="reading"
      withoutDay
      hasErrors={state.problems !== undefined}
    >
      <Problems state={state} />
      <h1 class="govuk-heading-l">Enter your code</h1>
      <form method="post" action={accessPaths.code(back)} novalidate>
        <CsrfField token={token} />
        <TextBox
          state={state}
          name="code"
          label="The six figures your authenticator shows now"
          hint="Without your phone, enter one of your recovery codes instead, such as BCDFG-23456."
          width={10}
          autocomplete="one-time-code"
        />
        <Button preventDoubleClick>Sign in</Button>
      </form>
    </Page>
  );
}

/** What to do without the phone, the password or the passkey. The same for everybody: it asks and tells nothing of anyone. */
export function SignInHelpView(props: { frame: Frame }): JSX.Element {
  return (
    <Page
      frame={props.frame}
      title="If you cannot sign in"
      width="reading"
      withoutDay
      crumbs={[{ text: 'Sign in', href: accessPaths.signIn() }]}
    >
      <h1 class="govuk-heading-l">If you cannot sign in</h1>
      <dl class="tl-explained">
        <dt>Your phone is not with you</dt>
        <dd>Enter your password, then one of the ten recovery codes you were shown. Each works once.</dd>
        <dt>You forgot the password, or lost the phone and the codes</dt>
        <dd>
          Ask whoever administers Throughline at your council for a new link. It lets you set everything up
          again; no e-mail is needed.
        </dd>
        <dt>It says that there were too many attempts</dt>
        <dd>
          Somebody guessed in this place or in your name. Wait a quarter of an hour, or use a passkey or a
          device you have signed in on before: those are never held up by others.
        </dd>
        <dt>The council’s own sign-in does not answer</dt>
        <dd>
          It is run elsewhere. If you also have a passkey or a password here, use that; else try again later.
        </dd>
        <dt>You administer Throughline and nobody is left to ask</dt>
        <dd>
          On the machine it runs on, <code>npx throughline access link</code> makes a new link for an
          administrator.
        </dd>
      </dl>
    </Page>
  );
}
