import type { JSX } from 'preact';
import { Button, Details, Input } from '../../../platform/govuk/index.ts';
import { CsrfField } from '../../../platform/web/csrf-field.tsx';
import { type FormState, Problems, TextBox } from '../../../platform/web/form-fields.tsx';
import type { Frame } from '../../../platform/web/frame.ts';
import { Page } from '../../../platform/web/page.tsx';
import { SHORTEST_PASSWORD } from '../credentials/password.rule.ts';
import { PasskeyFormView } from '../credentials/passkey-form.view.tsx';

/** An authenticator as the page shows it. */
export interface ShownAuthenticator {
  /** Sealed, to come back with the form. */
  readonly sealed: string;
  readonly secret: string;
  /** The dark squares of the picture a phone reads, as one path, and how many squares wide it is. */
  readonly picture: { readonly path: string; readonly size: number };
}

export interface EnrolViewProps {
  readonly frame: Frame;
  readonly token: string;
  readonly state: FormState;
  readonly name: string;
  readonly signInName: string;
  readonly authenticator: ShownAuthenticator;
  readonly passwordAction: string;
  readonly passkeyAction: string;
  readonly passkey: object | undefined;
  /** Where the page can be opened so that passkeys work, when here they do not. */
  readonly passkeyElsewhere: string | undefined;
}

/** A person opens their link and sets up how they sign in: a passkey, or a password with an authenticator. */
export function EnrolView(props: EnrolViewProps): JSX.Element {
  const { frame, state } = props;
  const title = 'Set up how you sign in';
  return (
    <Page frame={frame} title={title} width="reading" withoutDay hasErrors={state.problems !== undefined}>
      <Problems state={state} />
      <span class="govuk-caption-l">{props.name}</span>
      <h1 class="govuk-heading-l">{title}</h1>
      <p class="govuk-body">Choose one of two ways. You can add the other later.</p>
      <h2 class="govuk-heading-m">A passkey</h2>
      <p class="govuk-body">
        Your phone, computer or security key shows that it is you, with your finger, your face or its PIN.
        There is nothing to remember, and nothing that could be stolen from here.
      </p>
      {props.passkey === undefined ? (
        <p class="govuk-body tl-quiet">
          Passkeys need a name instead of a bare address.{' '}
          {props.passkeyElsewhere !== undefined && (
            <a class="govuk-link" href={props.passkeyElsewhere}>
              Open this page by its name
            </a>
          )}
        </p>
      ) : (
        <PasskeyFormView
          what="create"
          action={props.passkeyAction}
          token={props.token}
          options={props.passkey}
          button="Make a passkey"
        />
      )}
      <h2 class="govuk-heading-m">A password and an authenticator</h2>
      <NewPasswordFields {...props} action={props.passwordAction} button="Set this password and sign in" />
    </Page>
  );
}

/** The form for a password with an authenticator. */
export function NewPasswordFields(
  props: Pick<EnrolViewProps, 'token' | 'state' | 'signInName' | 'authenticator'> & {
    action: string;
    button: string;
    /** Asks for the password there is as well. */
    askForCurrent?: boolean;
    /** Where the page has no heading between its own and this form's. */
    heading?: 'h2';
  },
): JSX.Element {
  const { state, authenticator } = props;
  const { picture } = authenticator;
  const Heading = props.heading ?? 'h3';
  return (
    <form method="post" action={props.action} novalidate>
      <CsrfField token={props.token} />
      <input type="hidden" name="authenticator" value={authenticator.sealed} />
      {props.askForCurrent === true && (
        <TextBox
          state={state}
          name="current"
          label="Your password now"
          type="password"
          autocomplete="current-password"
        />
      )}
      {/* Tells a password manager whose password it keeps. */}
      <Input
        name="username"
        label="The name you sign in with"
        value={props.signInName}
        autocomplete="username"
        attributes={{ readonly: true }}
      />
      <TextBox
        state={state}
        name="password"
        label={props.askForCurrent === true ? 'New password' : 'Password'}
        hint={`${SHORTEST_PASSWORD} characters or more, of any kind. Three or four words that have nothing to do with each other are easy to remember.`}
        type="password"
        autocomplete="new-password"
      />
      <Heading class="govuk-heading-s">Your authenticator</Heading>
      <p class="govuk-body">
        Open an authenticator app on your phone and read this picture with it. It then shows six figures that
        change every half minute.
      </p>
      <svg
        class="tl-qr"
        viewBox={`-2 -2 ${picture.size + 4} ${picture.size + 4}`}
        role="img"
        aria-label="Picture for an authenticator app. The same as text is below."
        shape-rendering="crispEdges"
      >
        <rect x="-2" y="-2" width={picture.size + 4} height={picture.size + 4} class="tl-qr__paper" />
        <path d={picture.path} class="tl-qr__ink" />
      </svg>
      <Details summary="Type it instead of reading the picture">
        <p class="govuk-body">
          In the app, choose to enter a key, of the kind that goes by time: <br />
          <span class="tl-ref tl-secret">{authenticator.secret.match(/.{1,4}/g)?.join(' ')}</span>
        </p>
      </Details>
      <TextBox
        state={state}
        name="code"
        label="The six figures it shows now"
        width={10}
        autocomplete="one-time-code"
        inputmode="numeric"
      />
      <Button preventDoubleClick>{props.button}</Button>
    </form>
  );
}

/** Ten codes, shown once. */
export function RecoveryCodesView(props: {
  frame: Frame;
  codes: readonly string[];
  next: string;
  /** They have no role today, and so are not signed in. */
  hasNoRole?: boolean;
}): JSX.Element {
  const title = 'Keep your recovery codes';
  return (
    <Page frame={props.frame} title={title} width="reading" withoutDay>
      <h1 class="govuk-heading-l">{title}</h1>
      <p class="govuk-body">
        If your phone is lost, each of these gets you in once, after your password. They are shown now and
        never again: print this page, or keep them in a password manager.
      </p>
      <ul class="govuk-list tl-codes">
        {props.codes.map((code) => (
          <li class="tl-ref">{code}</li>
        ))}
      </ul>
      {props.hasNoRole === true && (
        <p class="govuk-body">
          You can sign in from the day you are given a role. You have none today: whoever administers
          Throughline at your council gives it.
        </p>
      )}
      <Button href={props.next}>I have kept them</Button>
    </Page>
  );
}
