import { z } from 'zod';
import { dayField } from '../../../platform/web/forms.ts';
import { type Form, valueOf } from '../../../platform/web/form-body.ts';
import { sourceField, statedOnField } from '../sources/source.form.ts';

export const LeavingForm = z.object({
  lastDay: dayField(
    'Enter their last day, like 12 May 2011',
    'Their last day must be a real day, like 12 May 2011',
  ),
  statedOn: statedOnField,
  source: sourceField,
});

/** The field in which a holding's successor is chosen. */
export function successorField(holdingId: number): string {
  return `to-${holdingId}`;
}

const FIELD = /^to-([1-9]\d{0,14})$/;

/** Who takes over each holding that the form showed; null leaves the post vacant. */
export function handOnOf(form: Form): ReadonlyMap<number, number | null> {
  return new Map(
    Object.keys(form).flatMap((field): [number, number | null][] => {
      const [, id] = FIELD.exec(field) ?? [];
      if (id === undefined) return [];
      const successor = valueOf(form, field);
      return [[Number(id), /^[1-9]\d{0,14}$/.test(successor) ? Number(successor) : null]];
    }),
  );
}
