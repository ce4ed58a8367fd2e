import type { PlanReading } from '../../improvement/index.ts';
import { subjectOf } from './apply-choices.rule.ts';

/** What a decision is about, as the person who made it saw it: "Action 1.2.6, line 889", "row 2 of action 1.2.6". */
export function subjectInWords(reading: PlanReading, subject: string): string {
  const problem = reading.problems.find((_, index) => subjectOf.problem(index) === subject);
  if (problem !== undefined) return `what is odd at ${problem.where}`;
  const [, ref, ordinal] = /^(?:action|milestone):(.*?)(?::(\d+))?$/.exec(subject) ?? [];
  if (ref === undefined) return subject;
  return ordinal === undefined ? `action ${ref}` : `row ${ordinal} of action ${ref}`;
}
