import type { z } from 'zod';
import { type Form, valueOf, valuesOf } from '../../../platform/web/form-body.ts';

/** Something to put right in a form: the field, empty where it is about none, and the sentence. */
export interface FieldError {
  readonly field: string;
  readonly message: string;
}

/** A form as it was understood, or everything that is to be put right in it. */
export type ReadForm<Values> =
  | { readonly kind: 'read'; readonly values: Values }
  | { readonly kind: 'wrong'; readonly errors: readonly FieldError[] };

/** Checks what was typed against a schema that holds the sentences; one sentence a field, in the order of the schema. */
export function checkForm<Schema extends z.ZodType>(
  schema: Schema,
  typed: unknown,
): ReadForm<z.infer<Schema>> {
  const parsed = schema.safeParse(typed);
  if (parsed.success) return { kind: 'read', values: parsed.data };
  const errors = new Map<string, string>();
  for (const { path, message } of parsed.error.issues) {
    const field = String(path[0] ?? '');
    if (!errors.has(field)) errors.set(field, message);
  }
  return { kind: 'wrong', errors: [...errors].map(([field, message]) => ({ field, message })) };
}

/** The sentence about one field, for the field itself. */
export function errorOf(errors: readonly FieldError[], field: string): string | undefined {
  return errors.find((error) => error.field === field)?.message;
}

/** The text of a field with its ends trimmed; lines end as they do on paper, whatever the browser sent. */
export function textOf(form: Form, name: string): string {
  return valueOf(form, name).replaceAll('\r\n', '\n').trim();
}

/** Whether a checkbox was ticked. */
export function isTicked(form: Form, name: string): boolean {
  return valuesOf(form, name).length > 0;
}

/** The lines of a box that holds one thing a line; empty lines are nothing. */
export function linesOf(text: string): readonly string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}
