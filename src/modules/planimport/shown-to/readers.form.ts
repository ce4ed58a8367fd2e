import { z } from 'zod';
import { textField, dayOrNoneField } from '../../../platform/web/forms.ts';

/** What the button that was pressed on the page of readers does. */
export const READERS_ACTION = 'what';
export const OPEN_TO_ONE = 'open';
export const SHUT_TO_ONE = 'shut';
/** The button that ends one of them; its value is its ground and number: need-to-know:12. */
export const END_ONE = 'end';

const reasonField = textField('Enter the reason, so that others can follow it', {
  length: 500,
  message: 'The reason must be 500 characters or fewer',
});

/** Opens a draft to one person. Two forms stand on the page, so each field is named after its own. */
export const OpenToOne = z.object({
  openPerson: personField('Choose who needs to know'),
  openFrom: dayOrNoneField('The first day must be a real day, like 12 May 2011, or nothing'),
  openUntil: dayOrNoneField('The last day must be a real day, like 12 May 2011, or nothing'),
  openReason: reasonField,
});
export type OpenToOne = z.output<typeof OpenToOne>;

/** Shuts a person out of a draft for an interest. */
export const ShutToOne = z.object({
  shutPerson: personField('Choose whose interest it is'),
  shutReason: reasonField,
});

/** The one to end, where a button was pressed that names it. */
export function readEnd(value: string): { ground: 'need-to-know' | 'interest'; id: number } | null {
  const [, ground, id] = /^(need-to-know|interest):([1-9]\d{0,14})$/.exec(value) ?? [];
  return ground === 'need-to-know' || ground === 'interest' ? { ground, id: Number(id) } : null;
}

function personField(missing: string) {
  return z
    .string({ error: missing })
    .regex(/^[1-9]\d{0,14}$/, { error: missing })
    .transform(Number);
}
