import type { JSX } from 'preact';
import type { Content } from '../../../platform/govuk/index.ts';
import type { Frame } from '../../../platform/web/frame.ts';
import { Page } from '../../../platform/web/page.tsx';
import { accessPaths } from '../paths.ts';

interface Props {
  readonly frame: Frame;
}

/** What stands in the way between the council's own sign-in and here. */
function InTheWay(props: Props & { title: string; children: Content }): JSX.Element {
  return (
    <Page frame={props.frame} title={props.title} width="reading" withoutDay>
      <h1 class="govuk-heading-l">{props.title}</h1>
      {props.children}
    </Page>
  );
}

function SignInLink(props: { words: string }): JSX.Element {
  return (
    <a class="govuk-link" href={accessPaths.signIn()}>
      {props.words}
    </a>
  );
}

/** It is down, slow, or talks nonsense. */
export function ProviderDownPage({ frame }: Props): JSX.Element {
  return (
    <InTheWay frame={frame} title="Your organisation’s sign-in does not answer">
      <p class="govuk-body">
        It is run elsewhere, and Throughline can do nothing about it. What was open to you without signing in
        still is.
      </p>
      <p class="govuk-body">
        If you have a passkey or a password here, <SignInLink words="use that" />. If not, try again in a few
        minutes.
      </p>
    </InTheWay>
  );
}

/** It answers, and does not know us: its secret ran out, as a rule. */
export function NotAcceptedPage({ frame }: Props): JSX.Element {
  return (
    <InTheWay frame={frame} title="Your organisation’s sign-in does not accept Throughline">
      <p class="govuk-body">
        The secret that the two share has run out or was changed. Tell your IT service desk: whoever
        administers Throughline has to enter a new one.
      </p>
      <p class="govuk-body">
        If you have a passkey or a password here, <SignInLink words="use that" />.
      </p>
    </InTheWay>
  );
}

/** Nothing is told of why: whoever forged something learns nothing from it. */
export function BeginAgainPage({ frame }: Props): JSX.Element {
  return (
    <InTheWay frame={frame} title="Signing in did not work">
      <p class="govuk-body">
        <SignInLink words="Begin again" />.
      </p>
    </InTheWay>
  );
}

export function SignInCancelledPage({ frame }: Props): JSX.Element {
  return (
    <InTheWay frame={frame} title="You did not sign in">
      <p class="govuk-body">
        Your organisation’s sign-in was left before it was done, or it does not let you use Throughline.{' '}
        <SignInLink words="Begin again" />, or ask your IT service desk to let you use it.
      </p>
    </InTheWay>
  );
}

/** For strangers, closed accounts and addresses that are somebody else's alike: nobody learns which. */
export function NotLetInPage({ frame }: Props): JSX.Element {
  return (
    <InTheWay frame={frame} title="You have no role in Throughline">
      <p class="govuk-body">
        Your organisation knows you, but no role goes with your account. What the council publishes is open to
        you all the same.
      </p>
      <p class="govuk-body">
        If you need one, ask whoever administers Throughline at your council, or ask your IT service desk to
        give you one of its roles.
      </p>
      <p class="govuk-body">
        <a class="govuk-link" href="/">
          Go to the home page
        </a>
      </p>
    </InTheWay>
  );
}

export function TooManyGroupsPage({ frame }: Props): JSX.Element {
  return (
    <InTheWay frame={frame} title="You are in too many groups to sign in this way">
      <p class="govuk-body">
        Your organisation’s sign-in left your groups out, because there are more than it sends. You cannot
        change that yourself.
      </p>
      <p class="govuk-body">
        Show this to your IT service desk: give people <strong>app roles</strong> of Throughline instead of
        groups, and set the claim that carries roles to <code>roles</code>. App roles are never left out. The
        page “Signing in” of the documentation says how, under “Why app roles rather than groups”.
      </p>
      <p class="govuk-body">
        If you have a passkey or a password here, <SignInLink words="use that" />.
      </p>
    </InTheWay>
  );
}
