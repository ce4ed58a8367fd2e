import { type Form, valueOf } from '../../../platform/web/form-body.ts';
import { type Choice, subjectOf } from '../domain/apply-choices.ts';
import { putBack } from '../domain/draft-rows.ts';
import { actionsByRef } from '../domain/problem-target.ts';
import type { PlanReading } from '../reading/plan-reading.ts';

/** The button that leaves a row or an action out of what will be stored. */
export const DROP_ROW = 'drop';
/** The button that takes it in again. */
export const PUT_ROW_BACK = 'back';

/** A row of a draft, or an action with all its rows, and what was said of it; null where there is no such row. */
export interface SaidOfRow {
  readonly choice: Choice;
  readonly said: 'dropped' | 'put-back';
  readonly ref: string;
  /** Null for the action as a whole. */
  readonly ordinal: number | null;
}

/** Which row a button was pressed for. */
export function readRowChoice(
  form: Form,
  reading: PlanReading,
  choices: readonly Choice[],
): SaidOfRow | null {
  const drop = valueOf(form, DROP_ROW);
  const subject = drop === '' ? valueOf(form, PUT_ROW_BACK) : drop;
  const row = rowNamed(subject, reading);
  if (row === null) return null;
  return drop === ''
    ? { ...row, said: 'put-back', choice: putBack(subject, choices) }
    : { ...row, said: 'dropped', choice: { subject, choice: 'drop', correction: null } };
}

function rowNamed(subject: string, reading: PlanReading): { ref: string; ordinal: number | null } | null {
  const actions = actionsByRef(reading);
  const whole = /^action:(.+)$/.exec(subject)?.[1];
  if (whole !== undefined) return actions.has(whole) ? { ref: whole, ordinal: null } : null;
  const [, ref = '', number = ''] = /^milestone:(.+):(\d{1,4})$/.exec(subject) ?? [];
  const ordinal = Number(number);
  const found = actions.get(ref)?.action.milestones[ordinal - 1];
  return found === undefined || subjectOf.milestone(ref, ordinal) !== subject ? null : { ref, ordinal };
}
