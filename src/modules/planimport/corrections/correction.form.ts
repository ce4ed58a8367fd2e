import { z } from 'zod';
import { earliestDayOf, latestDayOf } from '../../../platform/time/plain-day.ts';
import { type Form, valueOf } from '../../../platform/web/form-body.ts';
import { readForm, type ReadForm } from '../../../platform/web/forms.ts';
import type { ActionCorrection, MilestoneCorrection } from '../draft/apply-choices.rule.ts';
import { typedDayOrMonth } from './typed-day-or-month.rule.ts';
import type { Action } from '../../improvement/index.ts';
import { typedLines, typedText } from '../draft/typed-lines.form.ts';

/** What was typed into the correction of an action, as it was typed. */
export interface TypedAction {
  readonly text: string;
  readonly tags: string;
  readonly crossReferences: string;
  readonly jointWith: string;
}

/** What was typed into the correction of a milestone, as it was typed. */
export interface TypedMilestone {
  readonly start: string;
  readonly end: string;
  readonly completed: boolean;
  readonly leads: string;
  readonly measures: string;
}

/** References as the draft has them, so that a slip of the key is found. */
export interface DraftReferences {
  /** Codes of requirement sets; none where the plan has no requirements at all. */
  readonly codes: ReadonlySet<string>;
  readonly actions: ReadonlySet<string>;
}

/** What was typed, to show it again. */
export function typedAction(form: Form): TypedAction {
  return {
    text: valueOf(form, 'text'),
    tags: valueOf(form, 'tags'),
    crossReferences: valueOf(form, 'crossReferences'),
    jointWith: valueOf(form, 'jointWith'),
  };
}

/** What was typed, to show it again. */
export function typedMilestone(form: Form): TypedMilestone {
  return {
    start: valueOf(form, 'start'),
    end: valueOf(form, 'end'),
    completed: valueOf(form, 'completed') !== '',
    leads: valueOf(form, 'leads'),
    measures: valueOf(form, 'measures'),
  };
}

/** Reads the correction of one action of a draft. */
export function readActionForm(
  form: Form,
  draft: DraftReferences,
  action: Action,
): ReadForm<ActionCorrection> {
  return readForm(actionForm(draft, action), form);
}

/** Reads the correction of one milestone. */
export function readMilestoneForm(form: Form): ReadForm<MilestoneCorrection> {
  return readForm(MilestoneForm, form);
}

/** What the file itself says may stand, also where it leads nowhere: that is a break for the plan's owner to mend. */
function actionForm(draft: DraftReferences, action: Action) {
  return z.object({
    text: typedText.pipe(
      z
        .string()
        .min(1, 'Enter what is to be done')
        .max(5000, 'What is to be done must be 5,000 characters or fewer'),
    ),
    tags: typedText.transform((text, context): string[] => {
      const tags = pieces(text).flatMap((piece) => {
        const tag = typedTag(piece, draft.codes);
        if (tag !== null) return [tag];
        if (action.tags.includes(piece)) return [piece];
        context.addIssue({ code: 'custom', message: notATag(piece, draft.codes) });
        return [];
      });
      return unique(tags);
    }),
    crossReferences: typedText.transform((text, context): string[] =>
      pieces(text).flatMap((piece) => {
        if (action.crossReferences.includes(piece)) return [piece];
        if (draft.actions.has(piece) && piece !== action.ref) return [piece];
        const message =
          piece === action.ref
            ? `An action cannot refer to itself. Take ${piece} out, or enter another.`
            : `There is no action ${piece} in this plan. Check the reference, or take it out.`;
        context.addIssue({ code: 'custom', message });
        return [];
      }),
    ),
    jointWith: typedLines,
  });
}

const dayOrMonth = typedText.transform((text, context): string | null => {
  if (text === '') return null;
  const read = typedDayOrMonth(text);
  if (read === null)
    context.addIssue({
      code: 'custom',
      message: 'Enter a real day, like 31 March 2011, or a month, like March 2011',
    });
  return read;
});

const MilestoneForm = z
  .object({
    start: dayOrMonth,
    end: dayOrMonth,
    completed: typedText.transform((value) => value !== ''),
    leads: typedLines,
    measures: typedLines,
  })
  .refine(({ start, end }) => start === null || end === null || earliestDayOf(start) <= latestDayOf(end), {
    path: ['end'],
    message: 'The last day must be on or after the first day',
  });

/** "in3", "IN 3." and "IN 03" are all IN 3, where the plan has requirements IN, or none at all to go by. */
function typedTag(text: string, codes: ReadonlySet<string>): string | null {
  const [, letters = '', number] = /^([a-z]{1,8})[\s.]*(\d{1,4})$/i.exec(text) ?? [];
  const code =
    codes.size === 0
      ? letters.toUpperCase()
      : [...codes].find((one) => one.toUpperCase() === letters.toUpperCase());
  return number === undefined || code === undefined ? null : `${code} ${Number(number)}`;
}

function notATag(text: string, codes: ReadonlySet<string>): string {
  const [example = 'IN'] = codes;
  const sets = codes.size === 0 ? '' : ` The plan’s requirements are ${[...codes].join(', ')}.`;
  return `Enter each requirement by its reference, like ${example} 3. “${text}” is not one.${sets}`;
}

/** Cuts a line at commas and semicolons, and at white space before a new reference: "IN 3 CT 1" is two. */
function pieces(line: string): readonly string[] {
  return unique(
    line
      .split(/[,;\n]|\s+and\s+|(?<=\d\.?)\s+(?=[A-Za-z\d])/)
      .map((piece) => piece.trim().replace(/\.$/, ''))
      .filter((piece) => piece !== ''),
  );
}

function unique(items: readonly string[]): string[] {
  return [...new Set(items)];
}
