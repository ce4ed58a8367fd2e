import { type PlanReading, type Problem, problemKindOrder } from '../../improvement/index.ts';
import { type Choice, type Decided, subjectOf } from '../draft/apply-choices.rule.ts';

/** A thing to look at, with its number in the draft (from 0) and what was decided about it. */
export interface DraftProblem {
  readonly index: number;
  readonly problem: Problem;
  /** Null while nobody has looked at it: its proposed reading is what would be stored. */
  readonly decision: Choice['choice'] | null;
}

export interface ProblemKindCount {
  readonly kind: string;
  readonly total: number;
  readonly open: number;
}

/** Which of a draft's problems to show. */
export interface ProblemFilter {
  readonly kind: string | null;
  /** The action, outcome or requirement they concern. */
  readonly ref: string | null;
  /** Those already decided as well. */
  readonly decidedToo: boolean;
}

export interface DraftProblems {
  readonly total: number;
  /** How many nobody has decided about. */
  readonly open: number;
  /** Those that need a person's judgement most come first. */
  readonly kinds: readonly ProblemKindCount[];
  /** What the filter lets through, kind by kind, in the order of the plan. */
  readonly matching: readonly DraftProblem[];
}

/** The things to look at of a draft, counted by kind and narrowed by a filter. */
export function draftProblems(reading: PlanReading, decided: Decided, filter: ProblemFilter): DraftProblems {
  const all = reading.problems.map((problem, index): DraftProblem => ({
    index,
    problem,
    decision: decided.get(subjectOf.problem(index))?.choice ?? null,
  }));
  const kinds = new Map<string, DraftProblem[]>();
  for (const item of all) {
    const ofKind = kinds.get(item.problem.kind);
    if (ofKind === undefined) kinds.set(item.problem.kind, [item]);
    else ofKind.push(item);
  }
  const inOrder = [...kinds].toSorted(([a], [b]) => problemKindOrder(a) - problemKindOrder(b));
  const matches = ({ problem, decision }: DraftProblem) =>
    (filter.decidedToo || decision === null) &&
    (filter.kind === null || problem.kind === filter.kind) &&
    (filter.ref === null || problem.ref === filter.ref);
  return {
    total: all.length,
    open: all.filter(isOpen).length,
    kinds: inOrder.map(([kind, items]) => ({
      kind,
      total: items.length,
      open: items.filter(isOpen).length,
    })),
    matching: inOrder.flatMap(([, items]) => items.filter(matches)),
  };
}

/** The problems of one kind that nobody has decided about, as choices that take each as it was read. */
export function takeAllOfKind(reading: PlanReading, decided: Decided, kind: string): Choice[] {
  return reading.problems.flatMap((problem, index) => {
    const subject = subjectOf.problem(index);
    return problem.kind === kind && !decided.has(subject)
      ? [{ subject, choice: 'accept' as const, correction: null }]
      : [];
  });
}

function isOpen({ decision }: DraftProblem): boolean {
  return decision === null;
}
