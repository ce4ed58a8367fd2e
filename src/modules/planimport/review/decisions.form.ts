import { z } from 'zod';
import { type Form, valueOf } from '../../../platform/web/form-body.ts';
import { type Choice, subjectOf } from '../draft/apply-choices.rule.ts';
import { takeAllOfKind } from './draft-problems.rule.ts';
import type { Decided } from '../draft/apply-choices.rule.ts';
import type { PlanReading } from '../../improvement/index.ts';

/** The radio buttons of one thing to look at. */
export function problemField(index: number): string {
  return `problem-${index}`;
}

const PROBLEM_FIELD = /^problem-(\d{1,7})$/;

/** The button that takes all of one kind as read. */
export const TAKE_ALL = 'take-all';

/** What was said on the page of things to look at: only what differs from what was decided before. */
export function readDecisions(form: Form, reading: PlanReading, decided: Decided): readonly Choice[] {
  const chosen = Object.keys(form).flatMap((field): Choice[] => {
    const index = Number(PROBLEM_FIELD.exec(field)?.[1] ?? Number.NaN);
    const choice = valueOf(form, field);
    if (reading.problems[index] === undefined || (choice !== 'accept' && choice !== 'drop')) return [];
    const subject = subjectOf.problem(index);
    return decided.get(subject)?.choice === choice ? [] : [{ subject, choice, correction: null }];
  });
  const said = new Set(chosen.map(({ subject }) => subject));
  const kind = valueOf(form, TAKE_ALL);
  const rest = kind === '' ? [] : takeAllOfKind(reading, decided, kind);
  return [...chosen, ...rest.filter(({ subject }) => !said.has(subject))];
}

/** The filter and page of the things to look at, from an address, which may say anything. */
export const ProblemsQuery = z.object({
  kind: z.string().max(60).optional().catch(undefined),
  ref: z.string().max(60).optional().catch(undefined),
  show: z.literal('all').optional().catch(undefined),
  page: z.coerce.number().int().positive().max(100_000).optional().catch(undefined),
});
export type ProblemsQuery = z.infer<typeof ProblemsQuery>;

/** The priority and page of what was read, from an address. */
export const RowsQuery = z.object({
  priority: z.coerce.number().int().positive().max(1_000_000).optional().catch(undefined),
  /** Turn to the page this action stands on. */
  action: z.string().max(60).optional().catch(undefined),
  page: z.coerce.number().int().positive().max(100_000).optional().catch(undefined),
});
export type RowsQuery = z.infer<typeof RowsQuery>;
