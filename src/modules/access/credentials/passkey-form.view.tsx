import type { JSX } from 'preact';
import { Button, type Content } from '../../../platform/govuk/index.ts';
import { CsrfField } from '../../../platform/web/csrf-field.tsx';

/**
 * A form that a passkey fills: the script of `assets/js/passkeys.js` asks the browser for it and sends the form. It is
 * seen only where a script can run; the words for where none can are the page's.
 */
export function PasskeyFormView(props: {
  /** Whether a passkey is asked for or made. */
  what: 'get' | 'create';
  action: string;
  token: string;
  /** What the browser is asked, as the server made it. */
  options: object;
  button: string;
  kind?: 'secondary' | undefined;
  children?: Content;
}): JSX.Element {
  return (
    <>
      <form
        class="tl-passkey"
        method="post"
        action={props.action}
        data-passkey={props.what}
        data-options={JSON.stringify(props.options)}
        novalidate
      >
        <CsrfField token={props.token} />
        <input type="hidden" name="answer" value="" />
        {props.children}
        <p class="govuk-error-message tl-passkey__problem" role="alert" hidden>
          <span class="govuk-visually-hidden">Error:</span> The passkey was not used. Try again, or choose
          another way.
        </p>
        <Button kind={props.kind} preventDoubleClick>
          {props.button}
        </Button>
      </form>
      <p class="govuk-body" hidden>
        This browser cannot use passkeys. A newer one can, or choose another way.
      </p>
      <noscript>
        <p class="govuk-body">A passkey needs JavaScript, which is off in this browser.</p>
      </noscript>
    </>
  );
}
