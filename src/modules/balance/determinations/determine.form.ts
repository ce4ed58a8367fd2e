import { z } from 'zod';
import { dayField } from '../../../platform/web/forms.ts';
import { sourceField, statedOnField } from '../../identity/index.ts';
import { OCCASIONS, type Occasion } from './determination.rule.ts';

const votes = z
  .string()
  .trim()
  .default('')
  .transform((text, context) => {
    if (text === '') return null;
    if (/^\d{1,4}$/.test(text)) return Number(text);
    context.addIssue({
      code: 'custom',
      message: 'Votes must be a whole number, like 55, or empty where they were not counted',
    });
    return z.NEVER;
  });

export const DetermineForm = z.object({
  council: z.string().default(''),
  groups: z.string().default(''),
  bodies: z.string().default(''),
  choice: z
    .string()
    .regex(/^(0|[1-9]\d?)$/, 'Choose the table that the council determined')
    .default('0')
    .transform(Number),
  determinedOn: dayField(
    'Enter the day the council determined it, like 12 May 2011',
    'The day the council determined it must be a real day, like 12 May 2011',
  ),
  occasion: z.custom<Occasion>((value) => typeof value === 'string' && Object.hasOwn(OCCASIONS, value), {
    error: 'Choose why the council shared its seats out',
  }),
  given: z.string().default(''),
  setAside: z.string().default(''),
  votesFor: votes,
  votesAgainst: votes,
  source: sourceField,
  statedOn: statedOnField,
});
