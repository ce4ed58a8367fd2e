import type { JSX } from 'preact';
import { Button } from '../../../platform/govuk/index.ts';
import { TextBox } from '../../../platform/web/form-fields.tsx';
import { FormPage, type FormPageProps } from '../../../platform/web/form-page.tsx';
import type { Frame } from '../../../platform/web/frame.ts';
import { Page } from '../../../platform/web/page.tsx';

/** The first page of an empty installation, for whoever was shown its link. */
export function SetUpView(props: FormPageProps & { action: string }): JSX.Element {
  const { state } = props;
  return (
    <FormPage
      {...props}
      title="Set up Throughline"
      crumbs={[]}
      intro={
        <p class="govuk-body">
          Name the council, and say who you are: you become its first administrator. On the next page you set
          up how you sign in. No e-mail is sent.
        </p>
      }
    >
      <TextBox
        state={state}
        name="council"
        label="Name of the council"
        hint="As it should stand at the top of every page and paper, such as Loamshire County Council"
        autocomplete="organization"
      />
      <h2 class="govuk-heading-m">You</h2>
      <TextBox state={state} name="forenames" label="Forenames" width={20} autocomplete="given-name" />
      <TextBox state={state} name="surname" label="Surname" width={20} autocomplete="family-name" />
      <TextBox
        state={state}
        name="signInName"
        label="The name you will sign in with"
        hint="As a rule your e-mail address at work. Nothing is sent to it."
        type="email"
        autocomplete="username"
      />
      <Button preventDoubleClick>Name the council and continue</Button>
    </FormPage>
  );
}

/**
 * For a link that does not work, whatever the reason: nobody learns whether it ever did. Whoever has just used it, and sent
 * the form twice, finds the way on.
 */
export function LinkOverView(props: {
  frame: Frame;
  purpose: 'set-up' | 'enrol';
  isSignedIn: boolean;
}): JSX.Element {
  const title = 'This link does not work';
  return (
    <Page frame={props.frame} title={title} width="reading" withoutDay>
      <h1 class="govuk-heading-l">{title}</h1>
      <p class="govuk-body">
        It may have been used already, be too old, or have been replaced by a newer one. Links work once.
      </p>
      <p class="govuk-body">
        {props.isSignedIn ? (
          <>
            You are signed in. If you have just used it, nothing more is to be done: go on to{' '}
            <a class="govuk-link" href="/account">
              your account
            </a>
            .
          </>
        ) : (
          <>
            If you used it yourself,{' '}
            <a class="govuk-link" href="/sign-in">
              sign in
            </a>{' '}
            with what you set up.
          </>
        )}
      </p>
      <p class="govuk-body">
        {props.purpose === 'set-up'
          ? 'While nobody administers Throughline yet, starting it again prints a new link.'
          : 'Ask whoever administers Throughline at your council for a new one.'}
      </p>
    </Page>
  );
}
