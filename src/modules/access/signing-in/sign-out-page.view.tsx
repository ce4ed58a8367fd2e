import type { JSX } from 'preact';
import { Button } from '../../../platform/govuk/index.ts';
import { CsrfField } from '../../../platform/web/csrf-field.tsx';
import type { Frame } from '../../../platform/web/frame.ts';
import { Page } from '../../../platform/web/page.tsx';
import { accessPaths } from '../paths.ts';

export function SignOutView(props: { frame: Frame; token: string }): JSX.Element {
  return (
    <Page frame={props.frame} title="Sign out" width="reading" withoutDay>
      <h1 class="govuk-heading-l">Sign out</h1>
      <form method="post" action={accessPaths.signOut()} class="govuk-button-group" novalidate>
        <CsrfField token={props.token} />
        <Button>Sign out</Button>
        <Button kind="secondary" name="everywhere" value="yes">
          Sign out on every device
        </Button>
      </form>
    </Page>
  );
}
