import type { JSX } from 'preact';
import { Button, Checkboxes } from '../../../platform/govuk/index.ts';
import { valuesOf } from '../../../platform/web/form-body.ts';
import { TextBox } from '../../../platform/web/form-fields.tsx';
import { FormPage, type FormPageProps } from '../../../platform/web/form-page.tsx';
import { identityPaths } from '../../identity/index.ts';
import { accessPaths } from '../paths.ts';

/** The way to a form about how one person gets in. */
const crumbsOf = (person: { readonly id: number; readonly name: string }) => [
  { text: person.name, href: identityPaths.person(person.id) },
  { text: 'Roles and way in', href: accessPaths.person(person.id) },
];

export function OpenAccountView(
  props: FormPageProps & { person: { id: number; name: string } },
): JSX.Element {
  const { person, state } = props;
  return (
    <FormPage
      {...props}
      title="Let them sign in"
      caption={person.name}
      crumbs={crumbsOf(person)}
      action={accessPaths.openAccount(person.id)}
    >
      <TextBox
        state={state}
        name="signInName"
        label="The name they will sign in with"
        hint="As a rule their e-mail address at work. If it is one, a message with their link waits in the outbox."
        type="email"
      />
      <Checkboxes
        name="throughProvider"
        values={valuesOf(state.form, 'throughProvider')}
        items={[
          {
            value: 'yes',
            text: 'They may come in through the council’s own sign-in as well',
            hint: 'Whoever has this address there is then taken for them. Leave it out for an account that must not depend on it.',
          },
        ]}
      />
      <Button preventDoubleClick>Let them sign in and make their link</Button>
    </FormPage>
  );
}

export function CloseAccountView(
  props: FormPageProps & { person: { id: number; name: string } },
): JSX.Element {
  const { person, state } = props;
  return (
    <FormPage
      {...props}
      title="Close their way in"
      caption={person.name}
      crumbs={crumbsOf(person)}
      action={accessPaths.closeAccount(person.id)}
      intro={
        <p class="govuk-body">
          They are signed out everywhere at once. Their passkeys, password and codes are removed. Their roles
          stay on record, and what they did stays under their name.
        </p>
      }
    >
      <TextBox state={state} name="reason" label="Why they may no longer sign in" />
      <Button kind="warning" preventDoubleClick>
        Close their way in
      </Button>
    </FormPage>
  );
}
