import { dayOrNoneField } from '../../../platform/web/forms.ts';
import { z } from 'zod';
import type { PlainDay } from '../../../platform/time/plain-day.ts';
import type { Form } from '../../../platform/web/form-body.ts';
import type { Ending, HoldingFact } from '../holdings/holding.rule.ts';
import { dayBoxes, optionalText, reasonField, sourceField, statedOnField } from '../sources/source.form.ts';

const since = dayOrNoneField(
  'The first day must be a real day, like 12 May 2011, or empty where nobody says it',
);
const until = dayOrNoneField(
  'The last day must be a real day, like 12 May 2011, or empty where there is none',
);
const manner = z.enum(['substantive', 'interim', 'acting'], { error: 'Choose how the post is held' });
/** A box that is ticked or not sent at all. */
const ticked = z
  .string()
  .optional()
  .transform((value) => value !== undefined);

export const AppointForm = z.object({
  person: z
    .string({ error: 'Choose who is appointed' })
    .regex(/^[1-9]\d{0,14}$/, 'Choose who is appointed')
    .transform(Number),
  since,
  until,
  manner,
  jobShare: ticked,
  statedOn: statedOnField,
  source: sourceField,
});

export const EndForm = z.object({ until, statedOn: statedOnField, source: sourceField });

export const CorrectForm = z.discriminatedUnion(
  'what',
  [
    z.object({ what: z.literal('withdraw'), reason: reasonField }),
    z
      .object({
        what: z.literal('correct'),
        since,
        manner,
        jobShare: ticked,
        statedOn: statedOnField,
        source: sourceField,
        until,
        overBy: dayOrNoneField(
          'The day of the paper that says it is over must be a real day, like 12 May 2011',
        ),
        endSource: optionalText(300, 'Who says that it is over must be 300 characters or fewer'),
        reason: reasonField,
      })
      .refine(({ until: last, overBy }) => last === null || overBy === null, {
        path: ['overBy'],
        message: 'Enter the last day, or the day of the paper that says it is over, not both',
      }),
  ],
  { error: 'Choose whether to correct the record or to say that it never was so' },
);

/** The day boxes of these forms. */
export const HOLDING_DAYS = ['since', 'until', 'statedOn', 'overBy'] as const;

/** An end on a day; or where that is not known, by the day of the paper. */
export function endingOf(last: PlainDay | null, statedOn: PlainDay | null, source: string): Ending | null {
  if (last === null && statedOn === null) return null;
  return { until: last, statedOn: last === null ? statedOn : null, source };
}

/** The form of a correction, opened with what is recorded. */
export function formOfHolding({ manner: how, jobShare, begins, ends }: HoldingFact): Form {
  return {
    what: 'correct',
    manner: how,
    ...(jobShare ? { jobShare: 'yes' } : {}),
    source: begins.source,
    endSource: ends?.source ?? '',
    ...dayBoxes('since', begins.since),
    ...dayBoxes('statedOn', begins.statedOn),
    ...dayBoxes('until', ends?.until ?? null),
    ...dayBoxes('overBy', ends?.statedOn ?? null),
  };
}
