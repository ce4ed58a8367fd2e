import { type Form, valueOf } from '../../../platform/web/form-body.ts';
import { type Choice, subjectOf } from '../draft/apply-choices.rule.ts';
import { putBack } from './draft-rows.rule.ts';
import { actionsByRef } from './problem-target.rule.ts';
import type { PlanReading } from '../../improvement/index.ts';

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
  /** The number of the priority it stands under. */
  readonly priority: number;
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

function rowNamed(
  subject: string,
  reading: PlanReading,
): Pick<SaidOfRow, 'ref' | 'ordinal' | 'priority'> | null {
  const actions = actionsByRef(reading);
  const [, ref = '', number] = /^(?:action|milestone):(.+?)(?::(\d{1,4}))?$/.exec(subject) ?? [];
  const found = actions.get(ref);
  if (found === undefined) return null;
  const { priority, action } = found;
  if (subject === subjectOf.action(ref)) return { ref, ordinal: null, priority };
  const ordinal = Number(number);
  return action.milestones[ordinal - 1] !== undefined && subject === subjectOf.milestone(ref, ordinal)
    ? { ref, ordinal, priority }
    : null;
}
