/** What a form sent: each field's value, or its values where it was sent more than once. */
export type Form = Readonly<Record<string, string | readonly string[]>>;

export interface UploadedFile {
  /** The name of the form's field. */
  field: string;
  /** As the sender called it: never a path to use, only words to show. */
  fileName: string;
  /** As the sender's browser guessed it: look at the bytes instead. */
  mediaType: string;
  bytes: Buffer;
}

/** A form and its files, as the server read them. */
export interface Body {
  form: Form;
  files: readonly UploadedFile[];
}

/** The field that carries the token which shows that the form is our own. */
export const TOKEN_FIELD = '_csrf';

/** Reads a form that was sent as text and counted before. Never throws: what cannot be decoded stands as it was sent. */
export function readFormText(text: string): Body {
  return { form: formOf(new URLSearchParams(text)), files: [] };
}

/** Gathers fields, in the order they were sent, under their names. */
export function formOf(fields: Iterable<readonly [string, string]>): Form {
  // No prototype, so that a field called `__proto__` or `constructor` is a field like any other.
  const form = Object.create(null) as Record<string, string | string[]>;
  for (const [name, sent] of fields) {
    // No text of ours holds a NUL, and the database refuses one outright.
    const value = sent.replaceAll('\0', '');
    const before = form[name];
    if (before === undefined) form[name] = value;
    else if (typeof before === 'string') form[name] = [before, value];
    else before.push(value);
  }
  return form;
}

/** The form without its token, as handlers see it. */
export function withoutToken(form: Form): Form {
  return formOf(
    Object.entries(form).flatMap(([name, value]) =>
      name === TOKEN_FIELD ? [] : [value].flat().map((one): [string, string] => [name, one]),
    ),
  );
}

/** The values of a field that may have been sent any number of times. */
export function valuesOf(form: Form, name: string): readonly string[] {
  const value = form[name];
  return value === undefined ? [] : typeof value === 'string' ? [value] : value;
}

/** The value of a field, the first where there are several, empty where there is none. */
export function valueOf(form: Form, name: string): string {
  return valuesOf(form, name)[0] ?? '';
}
