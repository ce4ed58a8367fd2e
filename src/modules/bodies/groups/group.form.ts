import { z } from 'zod';
import { dayField, textField } from '../../../platform/web/forms.ts';
import { sourceField, statedOnField } from '../../identity/index.ts';

/** Lines of a box, without empty ones. */
const linesField = (missing: string, most: number) =>
  z
    .string({ error: missing })
    .transform((text) =>
      text
        .split('\n')
        .map((line) => line.trim())
        .filter(Boolean),
    )
    .refine((lines) => lines.length > 0, { error: missing })
    .refine((lines) => lines.length <= most, { error: `Enter ${most} lines or fewer` });

export const GroupForm = z.object({
  name: textField('Enter what the group is called, like Conservative', {
    length: 100,
    message: 'What the group is called must be 100 characters or fewer',
  }),
  members: linesField('Enter the members of the group, one on each line', 400),
  from: dayField(
    'Enter the day from which this is so, like 12 May 2011',
    'The day from which this is so must be a real day, like 12 May 2011',
  ),
  source: sourceField,
  statedOn: statedOnField,
});
