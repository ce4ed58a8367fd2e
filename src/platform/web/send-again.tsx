import type { JSX } from 'preact';
import { Button, FileUpload, SummaryList } from '../govuk/index.ts';
import { CsrfField } from './csrf-field.tsx';
import { fieldsOf, type TypedAgain } from './typed-again.ts';

/** Characters of a name, and of a value, that are shown where all of it is sent again anyhow. */
const SHOWN = { name: 60, value: 500 } as const;

/** A form that is given back, and what is known of where it belongs. */
export interface GivenBack extends TypedAgain {
  /** Whether the address it was sent to can be opened as a page. */
  readonly hasPage: boolean;
}

/**
 * What was typed into a form that could not be taken: to be looked at and sent again. One that had something secret in it is
 * only shown, to be copied from. Without the secret it would say another thing: to keep the one there is, say.
 */
export function SendAgain(props: GivenBack): JSX.Element {
  return props.lacksSecrets ? <FillInAgain {...props} /> : <AsItWas {...props} />;
}

function AsItWas({ action, token, form, files }: GivenBack): JSX.Element {
  const fileFields = [...new Set(files.map(({ field }) => field))];
  return (
    <form
      method="post"
      action={action}
      novalidate
      {...(fileFields.length > 0 ? { enctype: 'multipart/form-data' } : {})}
    >
      <h2 class="govuk-heading-m">Send this form again</h2>
      <p class="govuk-body">What you typed is kept on this page alone. Look at it, and send it from here.</p>
      {token !== undefined && <CsrfField token={token} />}
      {fieldsOf(form).map(([name, value]) => (
        <input type="hidden" name={name} value={value} />
      ))}
      <Typed form={form} shown={SHOWN.value} />
      {fileFields.map((field) => (
        <FileUpload
          name={field}
          label={`Choose ${files
            .filter((file) => file.field === field)
            .map(({ fileName }) => fileName)
            .join(', ')} again`}
        />
      ))}
      <Button preventDoubleClick>Send it again</Button>
    </form>
  );
}

function FillInAgain({ action, hasPage, form }: GivenBack): JSX.Element {
  return (
    <>
      <h2 class="govuk-heading-m">Fill in this form again</h2>
      <p class="govuk-body">
        There was something secret in it: a password, a code or the answer of a passkey. That is not kept, so
        the form cannot be sent again from here.{' '}
        {hasPage ? (
          <a class="govuk-link" href={action}>
            Open the form and fill it in again
          </a>
        ) : (
          'Open the page that it is on, and fill it in there'
        )}
        .
      </p>
      <Typed form={form} />
    </>
  );
}

/** The words of a form, whatever form it is: its fields are known by their names alone. */
function Typed({ form, shown }: { readonly form: TypedAgain['form']; readonly shown?: number }) {
  const typed = fieldsOf(form).filter(([, value]) => value.trim() !== '');
  return typed.length === 0 ? null : (
    <SummaryList
      rows={typed.map(([name, value]) => ({
        key: { text: cutAt(inWords(name), SHOWN.name) },
        value: { text: shown === undefined ? value : cutAt(value, shown) },
      }))}
    />
  );
}

function cutAt(text: string, most: number): string {
  return text.length > most ? `${text.slice(0, most)}…` : text;
}

/** `lastDay-month` as "Last day month". */
function inWords(name: string): string {
  const words = name
    .replaceAll(/([a-z])([A-Z])/g, '$1 $2')
    .replaceAll(/[-_.]+/g, ' ')
    .toLowerCase()
    .trim();
  return words.charAt(0).toUpperCase() + words.slice(1);
}
