import { z } from 'zod';
import { parsePlainDay, parseTypedDay, partsOf, type PlainDay } from '../../../platform/time/plain-day.ts';
import { type Form, formOf } from '../../../platform/web/form-body.ts';
import { readForm, type ReadForm } from '../../../platform/web/forms.ts';
import type { WantedEvents } from '../../audit/index.ts';

/** The fields of the form that narrows the trail, besides the two days. */
const NAME = z.string().trim().max(200, { error: 'Who did it must be 200 characters or fewer' }).default('');
const TYPE = z
  .string()
  .trim()
  .max(100, { error: 'The kind of event must be 100 characters or fewer' })
  .default('');
const KIND = z
  .string()
  .trim()
  .max(100, { error: 'The kind of thing must be 100 characters or fewer' })
  .default('');
const PERSON = z
  .string()
  .trim()
  .regex(/^([1-9]\d{0,14})?$/, { error: 'The number of a person must be a whole number, like 12' })
  .default('');
const REF = z.string().trim().max(200, { error: 'The thing must be 200 characters or fewer' }).default('');

const TrailFilter = z
  .object({
    who: NAME,
    person: PERSON,
    type: TYPE,
    kind: KIND,
    ref: REF,
    from: dayOrNone('The first day must be a real day, like 12 May 2026, or nothing'),
    to: dayOrNone('The last day must be a real day, like 12 May 2026, or nothing'),
  })
  .superRefine(({ kind, ref, from, to }, context) => {
    if (ref !== '' && kind === '')
      context.addIssue({
        code: 'custom',
        path: ['kind'],
        message: `Enter what kind of thing ${ref} is, like plan`,
      });
    if (from !== undefined && to !== undefined && to < from)
      context.addIssue({
        code: 'custom',
        path: ['to'],
        message: 'The last day must be the same as or after the first day',
      });
  })
  .transform(({ who, person, type, kind, ref, from, to }): WantedEvents => ({
    ...(who === '' ? {} : { who }),
    ...(person === '' ? {} : { personId: Number(person) }),
    ...(type === '' ? {} : { type }),
    ...(kind === '' ? {} : ref === '' ? { subjectKind: kind } : { subject: { kind, ref } }),
    ...(from === undefined ? {} : { from }),
    ...(to === undefined ? {} : { to }),
  }));

/**
 * What was typed, as the form has it. A day may also stand whole in an address somebody made: `from=2026-05-12`.
 */
export function typedFilter(query: URLSearchParams): Form {
  const fields = [...query].flatMap(([name, value]): (readonly [string, string])[] => {
    const day = name === 'from' || name === 'to' ? parsePlainDay(value) : null;
    if (day === null) return [[name, value]];
    const parts = partsOf(day);
    return [
      [`${name}-day`, String(parts.day)],
      [`${name}-month`, String(parts.month)],
      [`${name}-year`, String(parts.year)],
    ];
  });
  return formOf(fields.filter(([name], index) => fields.findIndex(([other]) => other === name) === index));
}

/** Which events are wanted, or what of the form cannot be understood. */
export function readFilter(typed: Form): ReadForm<WantedEvents> {
  return readForm(TrailFilter, typed, { days: ['from', 'to'] });
}

function dayOrNone(notReal: string) {
  return z
    .string()
    .trim()
    .default('')
    .transform((text, context): PlainDay | undefined => {
      if (text === '') return undefined;
      const day = parsePlainDay(text) ?? parseTypedDay(text);
      if (day === null) context.addIssue({ code: 'custom', message: notReal });
      return day ?? z.NEVER;
    });
}
