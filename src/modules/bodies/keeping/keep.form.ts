import { z } from 'zod';
import { dayField, dayOrNoneField, textField } from '../../../platform/web/forms.ts';
import { optionalText, reasonField, sourceField, statedOnField } from '../../identity/index.ts';
import { HAPPENINGS, type Happening } from '../life/happenings.shape.ts';
import { DUTIES, type Duty } from '../accountability/statutory-posts.rule.ts';
import {
  type Attribute,
  CAPACITIES,
  type Capacity,
  COMPOSITIONS,
  KINDS,
  type Kind,
  MEETS,
  type Relation,
  RELATIONS,
  SEAT_ROLES,
  type SeatRole,
  STANDINGS,
} from '../sayings/body-words.shape.ts';

/** What somebody who keeps bodies enters. The sentences are those people see. */

const oneOf = <Word extends string>(words: Readonly<Record<string, unknown>>, missing: string) =>
  z.custom<Word>((value) => typeof value === 'string' && Object.hasOwn(words, value), { error: missing });

const slug = (missing: string) => z.string({ error: missing }).regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, missing);

const from = dayField(
  'Enter the day from which it holds, like 6 April 2011',
  'The day from which it holds must be a real day, like 6 April 2011',
);
const lastDay = dayField(
  'Enter the last day, like 6 April 2011',
  'The last day must be a real day, like 6 April 2011',
);

/** By whose authority and who says so: on every form that changes what is. */
const entered = {
  authority: optionalText(300, 'The resolution or decision must be 300 characters or fewer'),
  source: sourceField,
  statedOn: statedOnField,
};

const shownTo = oneOf<'everybody' | 'members'>(
  { everybody: true, members: true },
  'Choose who may know of the body',
);

export const SetUpForm = z.object({
  name: textField('Enter what the body is called, like Corporate Parenting Panel', {
    length: 150,
    message: 'What the body is called must be 150 characters or fewer',
  }),
  kind: oneOf<Kind>(KINDS, 'Choose what kind of body it is'),
  purpose: optionalText(600, 'What it is for must be 600 characters or fewer'),
  meets: oneOf<keyof typeof MEETS | ''>({ ...MEETS, '': true }, 'Choose how it meets').default(''),
  composition: oneOf<keyof typeof COMPOSITIONS | ''>(
    { ...COMPOSITIONS, '': true },
    'Choose by which rule its members are chosen',
  ).default(''),
  day: dayField(
    'Enter the day from which it is there, like 6 April 2011',
    'The day from which it is there must be a real day, like 6 April 2011',
  ),
  shownTo,
  ...entered,
});

export const HappenForm = z
  .object({
    kind: oneOf<Happening>(HAPPENINGS, 'Choose what happened'),
    day: dayField(
      'Enter the day it happened, like 6 April 2011',
      'The day it happened must be a real day, like 6 April 2011',
    ),
    newName: optionalText(150, 'The new name must be 150 characters or fewer'),
    into: z
      .string()
      .default('')
      .transform((text) => (text === '' ? null : text)),
    ...entered,
  })
  .superRefine(({ kind, newName, into }, context) => {
    if (kind === 'renamed' && newName === null)
      context.addIssue({ code: 'custom', path: ['newName'], message: 'Enter the new name' });
    if (kind === 'merged' && into === null)
      context.addIssue({ code: 'custom', path: ['into'], message: 'Choose the body it is merged into' });
  });

/** What can be said of a body on the form, each with how its value is checked. */
export const SAYABLE = [
  'purpose',
  'standing',
  'basis',
  'meets',
  'frequency',
  'quorum',
  'minimum',
  'maximum',
  'size',
  'composition',
  'chair',
] as const satisfies readonly Attribute[];

const CHOICES: Partial<Record<Attribute, Readonly<Record<string, string>>>> = {
  standing: STANDINGS,
  meets: MEETS,
  composition: COMPOSITIONS,
};

export const SayForm = z
  .object({
    attribute: oneOf<(typeof SAYABLE)[number]>(
      Object.fromEntries(SAYABLE.map((name) => [name, true])),
      'Choose what it is about',
    ),
    value: textField('Enter what is so', {
      length: 600,
      message: 'What is so must be 600 characters or fewer',
    }),
    from,
    ...entered,
  })
  .superRefine(({ attribute, value }, context) => {
    const choices = CHOICES[attribute];
    if (choices !== undefined && codeOf(choices, value) === undefined)
      context.addIssue({
        code: 'custom',
        path: ['value'],
        message: `Enter one of: ${Object.values(choices).join('; ')}`,
      });
    if (['quorum', 'minimum', 'maximum', 'size'].includes(attribute) && !/^[1-9]\d{0,2}$/.test(value))
      context.addIssue({
        code: 'custom',
        path: ['value'],
        message: 'Enter a whole number of members, like 8',
      });
  })
  .transform((said) => ({
    ...said,
    value: codeOf(CHOICES[said.attribute] ?? {}, said.value) ?? said.value,
  }));

/** The code of a choice, by its words or the code itself, however it is written. */
function codeOf(choices: Readonly<Record<string, string>>, typed: string): string | undefined {
  const plain = typed.trim().toLowerCase();
  return Object.entries(choices).find(
    ([code, words]) => code === plain || words.toLowerCase() === plain,
  )?.[0];
}

export const LineForm = z.object({
  relation: oneOf<Relation>(RELATIONS, 'Choose what the line means'),
  to: slug('Choose the body it leads to'),
  detail: optionalText(200, 'What is said of the line must be 200 characters or fewer'),
  from,
  ...entered,
});

export const EndForm = z.object({ until: lastDay, reason: reasonField });

export const TermsForm = z
  .object({
    title: textField('Enter what this version is called, like Terms of reference', {
      length: 200,
      message: 'What this version is called must be 200 characters or fewer',
    }),
    clauses: z.string({ error: 'Enter the clauses, one on each line' }).transform((text, context) => {
      const lines = text
        .split('\n')
        .map((line) => line.trim())
        .filter(Boolean);
      if (lines.length === 0)
        context.addIssue({ code: 'custom', message: 'Enter the clauses, one on each line' });
      if (lines.length > 200) context.addIssue({ code: 'custom', message: 'Enter 200 clauses or fewer' });
      // A number stands before its clause: 1., 2(a), 3.1, (b). Without one a clause gets the next whole number.
      return lines.map((line, index) => {
        const [, number, rest] =
          /^(\(?\d+(?:\.\d+)*(?:\([a-z]+\))*\)?|\([a-z]{1,4}\))[.)]?\s+(\S.*)$/.exec(line) ?? [];
        return number === undefined || rest === undefined
          ? { number: String(index + 1), text: line }
          : { number, text: rest };
      });
    }),
    inForceFrom: dayOrNoneField('The day from which they are in force must be a real day, like 6 April 2011'),
    ...entered,
  })
  .refine(({ inForceFrom, authority }) => inForceFrom === null || authority !== null, {
    path: ['authority'],
    message:
      'Enter the resolution or decision by which they come into force, or leave the day empty for a draft',
  });

const places = z
  .string({ error: 'Enter how many such seats there are, like 1' })
  .trim()
  .regex(/^[1-9]\d{0,2}$/, 'Enter how many such seats there are, like 1')
  .transform(Number);

export const SeatForm = z
  .object({
    label: textField('Enter what the seat is called, like Foster carer', {
      length: 150,
      message: 'What the seat is called must be 150 characters or fewer',
    }),
    capacity: oneOf<Capacity>(CAPACITIES, 'Choose in which capacity somebody sits there'),
    role: oneOf<SeatRole>(SEAT_ROLES, 'Choose the part they have on the body'),
    places,
    votes: oneOf<'yes' | 'no' | 'not-said'>(
      { yes: true, no: true, 'not-said': true },
      'Choose whether it votes',
    ).transform((votes) => (votes === 'not-said' ? null : votes === 'yes')),
    substitutes: z
      .string()
      .optional()
      .transform((value) => value !== undefined),
    post: optionalText(200, 'The post must be 200 characters or fewer'),
    organisation: optionalText(200, 'The organisation must be 200 characters or fewer'),
    from,
    ...entered,
  })
  .superRefine(({ capacity, post, organisation }, context) => {
    if (capacity === 'ex-officio' && post === null)
      context.addIssue({ code: 'custom', path: ['post'], message: 'Enter the post that the seat goes with' });
    if (capacity !== 'ex-officio' && post !== null)
      context.addIssue({
        code: 'custom',
        path: ['post'],
        message: 'Only a seat that goes with a post has one: leave it empty, or choose that capacity',
      });
    if (capacity === 'organisation' && organisation === null)
      context.addIssue({
        code: 'custom',
        path: ['organisation'],
        message: 'Enter the organisation that is represented',
      });
  });

export const AppointForm = z.object({
  person: z
    .string({ error: 'Choose who is appointed' })
    .regex(/^[1-9]\d{0,14}$/, 'Choose who is appointed')
    .transform(Number),
  from: dayField(
    'Enter the first day, like 6 April 2011',
    'The first day must be a real day, like 6 April 2011',
  ),
  until: dayOrNoneField('The last day must be a real day, like 6 April 2011'),
  substitute: z
    .string()
    .optional()
    .transform((value) => value !== undefined),
  ...entered,
});

export const ShownToForm = z.object({ shownTo });

export const StatutoryPostForm = z.object({
  duty: oneOf<Duty>(DUTIES, 'Choose the duty'),
  post: textField('Enter the post that carries it, like Director of Children’s Services', {
    length: 200,
    message: 'The post must be 200 characters or fewer',
  }),
  from,
  ...entered,
});
