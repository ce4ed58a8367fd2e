import type { JSX } from 'preact';
import { Button, Checkboxes, Input, InsetText, Select } from '../../../platform/govuk/index.ts';
import { valueOf } from '../../../platform/web/form-body.ts';
import { type FormState, TextBox } from '../../../platform/web/form-fields.tsx';
import { FormPage, type FormPageProps } from '../../../platform/web/form-page.tsx';
import { ROLE_WORDS, ROLES } from '../../identity/index.ts';
import { mappingRows } from './provider.form.ts';
import { accessPaths } from '../paths.ts';

export interface OrganisationViewProps extends FormPageProps {
  /** Where the provider sends people back to. */
  readonly redirectUri: string;
  readonly connected: boolean;
  /** Whether there is a secret already, which is never shown. */
  readonly hasSecret: boolean;
}

/** Connects the council's own sign-in. */
export function OrganisationView(props: OrganisationViewProps): JSX.Element {
  const { state, connected } = props;
  return (
    <FormPage
      {...props}
      title="Sign in through your organisation"
      crumbs={[{ text: 'Roles and sign-in', href: accessPaths.roles() }]}
      action={accessPaths.organisation()}
      intro={<Intro redirectUri={props.redirectUri} connected={connected} />}
    >
      <ConnectionFields state={state} hasSecret={props.hasSecret} />
      <RoleFields state={state} />
      <div class="govuk-button-group">
        <Button preventDoubleClick>{connected ? 'Save the changes' : 'Connect'}</Button>
        {connected && (
          <Button kind="warning" name="what" value="disconnect" preventDoubleClick>
            Disconnect
          </Button>
        )}
      </div>
    </FormPage>
  );
}

function Intro(props: { redirectUri: string; connected: boolean }): JSX.Element {
  return (
    <>
      <p class="govuk-body">
        {props.connected
          ? 'People sign in through the provider below.'
          : 'People can sign in with the account they have at work: through Microsoft Entra ID, or any other provider of OpenID Connect.'}{' '}
        Register Throughline there first, with this redirect URI:
      </p>
      <InsetText>
        <span class="tl-ref tl-address">{props.redirectUri}</span>
      </InsetText>
    </>
  );
}

function ConnectionFields(props: { state: FormState; hasSecret: boolean }): JSX.Element {
  const { state, hasSecret } = props;
  return (
    <>
      <TextBox
        state={state}
        name="name"
        label="What people call their account"
        hint="It stands on the button: Sign in with your Loamshire account."
        width={30}
      />
      <TextBox
        state={state}
        name="issuer"
        label="Address of the issuer"
        hint="For Entra ID: https://login.microsoftonline.com/, your directory’s (tenant) ID, /v2.0. It is asked before anything is saved."
        type="url"
      />
      <TextBox
        state={state}
        name="clientId"
        label="Client ID"
        hint="Entra ID calls it the application (client) ID."
      />
      <TextBox
        state={state}
        name="clientSecret"
        label={hasSecret ? 'New client secret (optional)' : 'Client secret'}
        hint={
          hasSecret
            ? 'Left empty, the one there is stays. It is never shown.'
            : 'Its value, not its ID. It is kept sealed and never shown.'
        }
        type="password"
        autocomplete="off"
      />
      <Checkboxes
        name="withoutSecret"
        items={[
          {
            value: 'yes',
            text: 'There is no client secret',
            hint: 'Throughline is then what the provider calls a public client. It uses PKCE either way.',
          },
        ]}
        values={valueOf(state.form, 'withoutSecret') === '' ? [] : ['yes']}
      />
    </>
  );
}

function RoleFields(props: { state: FormState }): JSX.Element {
  const { state } = props;
  return (
    <>
      <h2 class="govuk-heading-m">Roles</h2>
      <p class="govuk-body">
        Whoever has one of these values at the provider is given the role here when they sign in, and loses it
        when they sign in without. Roles that a person gives here are never touched.
      </p>
      <TextBox
        state={state}
        name="roleClaim"
        label="Claim that carries the values"
        hint="For app roles of Entra ID: roles. For groups: groups."
        width={20}
      />
      <TextBox
        state={state}
        name="groupsUrl"
        label="Address that lists somebody’s groups (optional)"
        hint="Only for groups, where people may be in more than a token holds: https://graph.microsoft.com/v1.0/me/getMemberObjects"
        type="url"
      />
      {mappingRows.map((row, index) => (
        <MappingRow state={state} row={row} number={index + 1} />
      ))}
    </>
  );
}

function MappingRow(props: {
  state: FormState;
  row: { value: string; role: string };
  number: number;
}): JSX.Element {
  const { state, row, number } = props;
  return (
    <div class="govuk-grid-row">
      <div class="govuk-grid-column-one-half">
        <Input
          name={row.value}
          label={`Value ${number}`}
          spellcheck={false}
          value={valueOf(state.form, row.value)}
          error={state.problems?.of(row.value)}
        />
      </div>
      <div class="govuk-grid-column-one-half">
        <Select
          name={row.role}
          label={`Role for value ${number}`}
          value={valueOf(state.form, row.role)}
          error={state.problems?.of(row.role)}
          items={[
            { value: '', text: 'None' },
            ...ROLES.map((role) => ({ value: role, text: ROLE_WORDS[role].name })),
          ]}
        />
      </div>
    </div>
  );
}
