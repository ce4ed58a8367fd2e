import type { JSX } from 'preact';
import { Button, FileUpload, SummaryList } from '../govuk/index.ts';
import { CsrfField } from './csrf-field.tsx';
import { type Form, TOKEN_FIELD, type UploadedFile, valuesOf } from './form-body.ts';
import type { Frame } from './frame.ts';
import { Page } from './page.tsx';
import { isSecretField } from './secret-fields.ts';

/** Characters of a value that are shown; all of it is sent again. */
const SHOWN = 500;

/**
 * A form that was opened before somebody signed in, or out, with what was typed into it, to be looked at and sent again.
 * A token belongs to the session it was made in (OWASP ASVS 5.0, 3.5.1), so it does not outlive signing in; whoever typed
 * meanwhile in another window must lose nothing by that.
 */
export function ReturnedForm(props: {
  frame: Frame;
  token: string;
  /** Where it was sent to: a path of ours with its query. */
  action: string;
  form: Form;
  files: readonly Pick<UploadedFile, 'field' | 'fileName'>[];
}): JSX.Element {
  const { form, files } = props;
  const names = Object.keys(form).filter((name) => name !== TOKEN_FIELD);
  const kept = names.filter((name) => !isSecretField(name));
  const typed = kept.flatMap((name) =>
    valuesOf(form, name)
      .filter((value) => value.trim() !== '')
      .map((value) => ({ name, value })),
  );
  const fields = [...new Set(files.map(({ field }) => field))];
  return (
    <Page frame={props.frame} title="Send this form again" width="reading" withoutDay>
      <h1 class="govuk-heading-l">Send this form again</h1>
      <p class="govuk-body">
        You signed in or out after this form was opened, so nothing was saved. Look at what you typed, and
        send it again.
      </p>
      {kept.length < names.length && (
        <p class="govuk-body">Passwords and codes are not kept: the form asks for them anew.</p>
      )}
      <form
        method="post"
        action={props.action}
        novalidate
        {...(fields.length > 0 ? { enctype: 'multipart/form-data' } : {})}
      >
        <CsrfField token={props.token} />
        {kept.flatMap((name) =>
          valuesOf(form, name).map((value) => <input type="hidden" name={name} value={value} />),
        )}
        {typed.length > 0 && (
          <SummaryList
            rows={typed.map(({ name, value }) => ({
              key: { text: inWords(name) },
              value: { text: value.length > SHOWN ? `${value.slice(0, SHOWN)}…` : value },
            }))}
          />
        )}
        {fields.map((field) => (
          <FileUpload
            name={field}
            label={`Choose ${files
              .filter((file) => file.field === field)
              .map(({ fileName }) => fileName)
              .join(', ')} again`}
          />
        ))}
        <Button>Send again</Button>
      </form>
    </Page>
  );
}

/** `lastDay-month` as "Last day month": the form that comes back is any form, and knows its fields by name alone. */
function inWords(name: string): string {
  const words = name
    .replaceAll(/([a-z])([A-Z])/g, '$1 $2')
    .replaceAll(/[-_.]+/g, ' ')
    .toLowerCase()
    .trim();
  return words.charAt(0).toUpperCase() + words.slice(1);
}
