import type { JSX } from 'preact';
import { Button } from '../../../platform/govuk/index.ts';
import { TextBox } from '../../../platform/web/form-fields.tsx';
import { FormPage, type FormPageProps } from '../../../platform/web/form-page.tsx';
import { accessPaths } from '../paths.ts';

export function CouncilView(props: FormPageProps): JSX.Element {
  return (
    <FormPage
      {...props}
      title="Name of the council"
      crumbs={[{ text: 'Roles and sign-in', href: accessPaths.roles() }]}
      action={accessPaths.council()}
    >
      <TextBox
        state={props.state}
        name="council"
        label="Name of the council"
        hint="As it stands at the top of every page and paper. Earlier names are kept."
      />
      <Button preventDoubleClick>Save the name</Button>
    </FormPage>
  );
}
