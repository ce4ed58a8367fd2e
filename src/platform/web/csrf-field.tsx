import type { JSX } from 'preact';
import { TOKEN_FIELD } from './form-body.ts';

/** Shows that a form is our own. Every form with `method="post"` carries one, with the token of `visit.formToken()`. */
export function CsrfField(props: { token: string }): JSX.Element {
  return <input type="hidden" name={TOKEN_FIELD} value={props.token} />;
}
