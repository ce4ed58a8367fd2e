import { z } from 'zod';
import { partsOf, type PlainDay } from '../../../platform/time/plain-day.ts';
import { dayField, textField } from '../../../platform/web/forms.ts';

/** Words that may be left empty: null then. */
export function optionalText(length: number, tooLong: string): z.ZodType<string | null> {
  return z
    .string()
    .trim()
    .max(length, tooLong)
    .transform((text) => (text === '' ? null : text))
    .nullish()
    .transform((text) => text ?? null);
}

export const sourceField = textField('Enter who says so, like Minutes of 12 May 2011, item 4', {
  length: 300,
  message: 'Who says so must be 300 characters or fewer',
});

export const statedOnField = dayField(
  'Enter the day of the paper or letter that says so, like 12 May 2011',
  'The day of the paper must be a real day, like 12 May 2011',
);

export const reasonField = textField('Enter the reason, so that others can follow it', {
  length: 500,
  message: 'The reason must be 500 characters or fewer',
});

/** The three boxes of a day as a form has them, for a form that opens filled in. */
export function dayBoxes(name: string, day: PlainDay | null): Readonly<Record<string, string>> {
  if (day === null) return {};
  const { year, month, day: dayOfMonth } = partsOf(day);
  return {
    [`${name}-day`]: String(dayOfMonth),
    [`${name}-month`]: String(month),
    [`${name}-year`]: String(year),
  };
}
