import { z } from 'zod';
import { textField } from '../../../platform/web/forms.ts';

const NO_NAME = 'Enter the name you sign in with, as a rule your e-mail address at work';

/** The first half of signing in. What is typed is checked for nothing but being there: no rule tells who exists. */
export const SignInForm = z.object({
  name: textField(NO_NAME, {
    length: 254,
    message: 'The name you sign in with must be 254 characters or fewer',
  }),
  password: z
    .string({ error: 'Enter your password' })
    .min(1, { error: 'Enter your password' })
    .max(500, { error: 'The password must be 500 characters or fewer' }),
});

export const CodeForm = z.object({
  code: textField('Enter the six figures your authenticator shows, or a recovery code', {
    length: 40,
    message: 'The code must be 40 characters or fewer',
  }),
});

export const SetUpForm = z.object({
  council: textField('Enter the name of the council, as it should stand at the top of every page', {
    length: 100,
    message: 'The name of the council must be 100 characters or fewer',
  }),
  forenames: z
    .string()
    .trim()
    .max(120, { error: 'Your forenames must be 120 characters or fewer' })
    .default(''),
  surname: textField('Enter your surname', {
    length: 80,
    message: 'Your surname must be 80 characters or fewer',
  }),
  signInName: textField(NO_NAME, {
    length: 254,
    message: 'The name you sign in with must be 254 characters or fewer',
  }),
});

export const CouncilForm = SetUpForm.pick({ council: true });

/** A password and the first code of the authenticator that goes with it. Whether the password will do is asked apart. */
export const NewPasswordForm = z.object({
  password: z
    .string({ error: 'Enter a password' })
    .min(1, { error: 'Enter a password' })
    .max(500, { error: 'The password must be 128 characters or fewer' }),
  code: textField('Enter the six figures your authenticator shows', {
    length: 20,
    message: 'The code is six figures',
  }),
  authenticator: z.string().max(2000).default(''),
});

export const PasskeyForm = z.object({
  answer: z.string().max(20_000).default(''),
  passkeyName: z
    .string()
    .trim()
    .max(60, { error: 'The name of the passkey must be 60 characters or fewer' })
    .default(''),
});
