import type { JSX } from 'preact';
import { Button, type Content, Radios } from '../../../platform/govuk/index.ts';
import { valueOf } from '../../../platform/web/form-body.ts';
import { DayBoxes, TextBox } from '../../../platform/web/form-fields.tsx';
import { FormPage, type FormPageProps } from '../../../platform/web/form-page.tsx';
import { mayGoWithPost, type Role, ROLE_WORDS, ROLES } from '../../identity/index.ts';
import { accessPaths } from '../paths.ts';
import type { ShownGrant } from './role-grants.read.ts';

export function RoleFormView(
  props: FormPageProps & {
    whom: string;
    crumbs: readonly { text: string; href: string }[];
    action: string;
    /** To a post: without the roles that are given to people alone. */
    toPost: boolean;
    intro?: Content;
  },
): JSX.Element {
  const { state, toPost } = props;
  const roles: readonly Role[] = ROLES.filter((role) => !toPost || mayGoWithPost(role));
  return (
    <FormPage {...props} title="Give a role" caption={props.whom}>
      <Radios
        name="role"
        fieldset={{ legend: { text: 'Role', class: 'govuk-fieldset__legend--s' } }}
        value={valueOf(state.form, 'role')}
        error={state.problems?.of('role')}
        items={roles.map((role) => ({
          value: role,
          text: ROLE_WORDS[role].name,
          hint: ROLE_WORDS[role].purpose,
        }))}
      />
      <DayBoxes state={state} name="from" legend="First day" />
      <DayBoxes
        state={state}
        name="until"
        legend="Last day"
        hint="Leave it empty where no last day is known."
      />
      <TextBox
        state={state}
        name="source"
        label="Who decided it"
        hint="The letter, minutes or decision, so that anybody can look it up."
      />
      <Button preventDoubleClick>Give this role</Button>
    </FormPage>
  );
}

export function EndRoleView(
  props: FormPageProps & {
    grant: ShownGrant;
    whom: string;
    crumbs: readonly { text: string; href: string }[];
  },
): JSX.Element {
  const { state, grant } = props;
  return (
    <FormPage
      {...props}
      title={`End the role ${grant.roleName}`}
      caption={props.whom}
      action={accessPaths.endRole(grant.id)}
    >
      <Radios
        name="when"
        fieldset={{ legend: { text: 'When it ends', class: 'govuk-fieldset__legend--s' } }}
        value={valueOf(state.form, 'when')}
        error={state.problems?.of('when')}
        items={[
          {
            value: 'at-once',
            text: 'At once',
            hint: 'The next page they ask for is already without it, wherever they are signed in.',
          },
          { value: 'on-a-day', text: 'At the end of a day' },
        ]}
      />
      <DayBoxes state={state} name="lastDay" legend="Last day" hint="Where it ends with a day." />
      <TextBox state={state} name="reason" label="Why it ends" />
      <Button preventDoubleClick>End this role</Button>
    </FormPage>
  );
}
