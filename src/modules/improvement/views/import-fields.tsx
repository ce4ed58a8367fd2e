import type { JSX } from 'preact';
import { ErrorSummary } from '../../../platform/govuk/error-summary.tsx';
import { CsrfField } from '../../../platform/web/csrf-field.tsx';
import type { FieldError } from '../forms/import-form.ts';

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
export function FormErrors(props: {
  errors: readonly FieldError[];
  /** Ids of fields that are called otherwise on the page: of a day, its first box. */
  ids?: Readonly<Record<string, string>> | undefined;
}): JSX.Element | null {
  const { errors, ids = {} } = props;
  if (errors.length === 0) return null;
  return (
    <ErrorSummary
      items={errors.map(({ field, message }) => ({
        text: message,
        href: field === '' ? undefined : `#${ids[field] ?? field}`,
      }))}
    />
  );
}
