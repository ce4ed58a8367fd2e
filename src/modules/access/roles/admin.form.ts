import { z } from 'zod';
import { dayField, textField, dayOrNoneField } from '../../../platform/web/forms.ts';
import { ROLES } from '../../identity/index.ts';

const REASON = { length: 300, message: 'The reason must be 300 characters or fewer' };

export const RoleForm = z.object({
  role: z.enum(ROLES, { error: 'Choose a role' }),
  from: dayField(
    'Enter the first day of the role, like 1 April 2027',
    'The first day of the role must be a real day, like 1 April 2027',
  ),
  until: dayOrNoneField('The last day of the role must be a real day, like 31 March 2028, or nothing'),
  source: textField('Enter who decided it, like Director’s letter of 3 March 2027', {
    length: 200,
    message: 'Who decided it must be 200 characters or fewer',
  }),
});

export const EndRoleForm = z
  .object({
    when: z.enum(['at-once', 'on-a-day'], { error: 'Choose when the role ends' }),
    lastDay: dayOrNoneField('The last day must be a real day, like 31 March 2027'),
    reason: textField('Enter why the role ends', REASON),
  })
  .superRefine(({ when, lastDay }, context) => {
    if (when === 'on-a-day' && lastDay === null)
      context.addIssue({
        code: 'custom',
        path: ['lastDay'],
        message: 'Enter the last day, like 31 March 2027',
      });
  });

export const OpenAccountForm = z.object({
  signInName: textField('Enter the name they will sign in with, as a rule their e-mail address at work', {
    length: 254,
    message: 'The name they sign in with must be 254 characters or fewer',
  }),
  throughProvider: z
    .literal('yes')
    .optional()
    .transform((ticked) => ticked === 'yes'),
});

export const CloseAccountForm = z.object({
  reason: textField('Enter why they may no longer sign in', REASON),
});
