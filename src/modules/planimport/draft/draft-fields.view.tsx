import type { JSX } from 'preact';
import { ErrorSummary } from '../../../platform/govuk/error-summary.tsx';
import { CsrfField } from '../../../platform/web/csrf-field.tsx';
import type { FormProblems } from '../../../platform/web/forms.ts';

/** The field that says which reading of the file a form is about. */
export const READING_FIELD = 'reading';

/** What every form about a draft carries: that it is our own, and which reading it is about. */
export function DraftFields(props: { token: string; readingKey: string }): JSX.Element {
  return (
    <>
      <CsrfField token={props.token} />
      <input type="hidden" name={READING_FIELD} value={props.readingKey} />
    </>
  );
}

/** Everything there is to put right, each a link to its field; nothing where there is nothing. */
export function FormErrors(props: { problems: FormProblems | undefined }): JSX.Element | null {
  return props.problems === undefined ? null : <ErrorSummary items={props.problems.summary} />;
}
