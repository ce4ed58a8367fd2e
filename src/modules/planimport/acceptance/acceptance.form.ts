import type { TypedAcceptance } from './acceptance.shape.ts';
import { z } from 'zod';
import { parseTypedDay, type PlainDay } from '../../../platform/time/plain-day.ts';
import { type Form, valueOf } from '../../../platform/web/form-body.ts';
import { dayField, readForm, type ReadForm, textField, typedDay } from '../../../platform/web/forms.ts';
import type { PlanToAccept } from './accept-plan.ts';
import { typedText } from '../draft/typed-lines.form.ts';

/** In the choice of plan: a plan there is not yet. No plan's own address can be this. */
export const NEW_PLAN = 'new:';

/** What was typed, to show it again. */
export function typedAcceptance(form: Form): TypedAcceptance {
  return {
    plan: valueOf(form, 'plan'),
    title: valueOf(form, 'title'),
    programme: valueOf(form, 'programme'),
    inForceFrom: typedDay(form, 'inForceFrom'),
    opensOn: typedDay(form, 'opensOn'),
    comparedWith: valueOf(form, 'comparedWith'),
    decisions: valueOf(form, 'decisions'),
  };
}

export type Acceptance = Omit<PlanToAccept, 'draftId'>;

/** Reads what was typed before accepting a plan: a new one has a title, a later version only its day. */
export function readAcceptance(form: Form): ReadForm<Acceptance> {
  const schema = valueOf(form, 'plan') === NEW_PLAN ? NewPlan : LaterVersion;
  return readForm(schema, form, { days: ['inForceFrom', 'opensOn'] });
}

const inForceFrom = dayField(
  'Enter the day from which this is the plan, like 12 May 2011',
  'The day from which this is the plan must be a real day, like 12 May 2011',
);

const opensOn = typedText.transform((text, context): PlainDay | null => {
  const day = parseTypedDay(text);
  if (day === null && text !== '')
    context.addIssue({
      code: 'custom',
      message: 'The day its pages open at must be a real day, like 12 May 2011, or nothing',
    });
  return day;
});

/** Empty where there was no version to compare with. */
const comparedWith = typedText.transform((text) => (/^\d{1,9}$/.test(text) ? Number(text) : null));

const LaterVersion = z
  .object({ plan: typedText, inForceFrom, comparedWith })
  .transform(({ plan, ...rest }): Acceptance => ({ ...rest, plan: { slug: plan }, opensOn: null }));

const NewPlan = z
  .object({
    title: textField('Enter what the plan is called, like Improvement plan 2011', {
      length: 200,
      message: 'What the plan is called must be 200 characters or fewer',
    }),
    programme: typedText.pipe(z.string().max(200, 'The programme’s name must be 200 characters or fewer')),
    inForceFrom,
    opensOn,
    comparedWith,
  })
  .transform(({ title, programme, ...rest }): Acceptance => ({
    ...rest,
    plan: { newTitle: title, programme: programme === '' ? title : programme },
  }));
