import { z } from 'zod';
import type { Form } from '../../../platform/web/form-body.ts';
import { parseTypedDay, type PlainDay } from '../../../platform/time/plain-day.ts';
import type { PlanToAccept } from '../commands/accept-plan.ts';
import { checkForm, type ReadForm, textOf } from './import-form.ts';

/** In the choice of plan: a plan there is not yet. No plan's own address can be this. */
export const NEW_PLAN = 'new:';

export interface TypedDay {
  readonly day: string;
  readonly month: string;
  readonly year: string;
}

/** What was typed before accepting, as it was typed. */
export interface TypedAcceptance {
  /** NEW_PLAN, or the slug of a plan. */
  readonly plan: string;
  readonly title: string;
  readonly programme: string;
  readonly inForceFrom: TypedDay;
  readonly opensOn: TypedDay;
  /** The version whose difference was shown; empty for none. */
  readonly comparedWith: string;
  /** How many decisions there were when the page was shown. */
  readonly decisions: string;
}

export function typedAcceptance(form: Form): TypedAcceptance {
  return {
    plan: textOf(form, 'plan'),
    title: textOf(form, 'title'),
    programme: textOf(form, 'programme'),
    inForceFrom: typedDay(form, 'inForceFrom'),
    opensOn: typedDay(form, 'opensOn'),
    comparedWith: textOf(form, 'comparedWith'),
    decisions: textOf(form, 'decisions'),
  };
}

export type Acceptance = Omit<PlanToAccept, 'draftId'>;

/** Reads what was typed before accepting a plan. */
export function readAcceptance(typed: TypedAcceptance): ReadForm<Acceptance> {
  if (typed.plan !== NEW_PLAN) {
    const read = checkForm(LaterVersion, typed);
    return read.kind === 'wrong'
      ? read
      : {
          kind: 'read',
          values: {
            ...read.values,
            plan: { slug: typed.plan },
            opensOn: null,
            comparedWith: versionOf(typed),
          },
        };
  }
  const read = checkForm(NewPlan, typed);
  if (read.kind === 'wrong') return read;
  const { title, programme, ...rest } = read.values;
  return {
    kind: 'read',
    values: {
      ...rest,
      plan: { newTitle: title, programme: programme || title },
      comparedWith: versionOf(typed),
    },
  };
}

const requiredDay = z.custom<TypedDay>().transform((typed, context): PlainDay => {
  const day = dayOf(typed);
  if (day !== null) return day;
  context.addIssue({
    code: 'custom',
    message:
      words(typed) === ''
        ? 'Enter the day from which this is the plan, like 12 May 2011'
        : 'The day from which this is the plan must be a real day, like 12 May 2011',
  });
  return z.NEVER;
});

const optionalDay = z.custom<TypedDay>().transform((typed, context): PlainDay | null => {
  const day = dayOf(typed);
  if (day === null && words(typed) !== '')
    context.addIssue({
      code: 'custom',
      message: 'The day its pages open at must be a real day, like 12 May 2011, or nothing',
    });
  return day;
});

const LaterVersion = z.object({ inForceFrom: requiredDay });

const NewPlan = z.object({
  title: z
    .string()
    .min(1, 'Enter what the plan is called, like Improvement plan 2011')
    .max(200, 'What the plan is called must be 200 characters or fewer'),
  programme: z.string().max(200, 'The programme’s name must be 200 characters or fewer'),
  inForceFrom: requiredDay,
  opensOn: optionalDay,
});

function versionOf({ comparedWith }: TypedAcceptance): number | null {
  const version = Number(comparedWith);
  return comparedWith !== '' && Number.isInteger(version) ? version : null;
}

function dayOf(typed: TypedDay): PlainDay | null {
  return parseTypedDay(words(typed));
}

function words({ day, month, year }: TypedDay): string {
  return `${day} ${month} ${year}`.trim();
}

function typedDay(form: Form, name: string): TypedDay {
  return {
    day: textOf(form, `${name}-day`),
    month: textOf(form, `${name}-month`),
    year: textOf(form, `${name}-year`),
  };
}
