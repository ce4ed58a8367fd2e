import { type Form, valuesOf } from './form-body.ts';

/**
 * Every field by which somebody sends what nobody else may know. What is said back of a form, and what is asked of its signs,
 * goes by this list alone; a test finds each box for a password or a code whose name is not on it.
 */
const SECRET_FIELDS: ReadonlySet<string> = new Set([
  'password',
  // The password there is, where a new one is set.
  'current',
  // Of an authenticator, or a recovery code.
  'code',
  // An authenticator that is not set up yet, sealed.
  'authenticator',
  // What a passkey answered.
  'answer',
  // By which Throughline shows the council's own sign-in who it is.
  'clientSecret',
]);

/** Whether a field is for a secret: never printed on a page, never quoted, and of any signs whatever. */
export function isSecretField(name: string): boolean {
  return SECRET_FIELDS.has(name);
}

/** Whether something was typed into any field for a secret. */
export function holdsSecret(form: Form): boolean {
  return [...SECRET_FIELDS].some((name) => valuesOf(form, name).some((value) => value !== ''));
}
