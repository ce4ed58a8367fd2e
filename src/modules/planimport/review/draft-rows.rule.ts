import type { Action, Milestone, Outcome, PlanReading, Priority } from '../../improvement/index.ts';
import {
  type Choice,
  correctedAction,
  correctedMilestone,
  type Decided,
  newestChoices,
  subjectOf,
} from '../draft/apply-choices.rule.ts';

/** What a person did with a row or an action of a draft: nothing, put it right, or left it out. */
export type RowDecision = 'kept' | 'corrected' | 'dropped';

export interface DraftMilestone {
  /** Its place in the action, from 1, whatever else is dropped. */
  readonly ordinal: number;
  /** As decided: with a person's correction in it. */
  readonly milestone: Milestone;
  readonly decision: RowDecision;
}

export interface DraftAction {
  readonly action: Action;
  readonly decision: RowDecision;
  readonly milestones: readonly DraftMilestone[];
  /** Things to look at that concern it, and how many of them nobody has decided about. */
  readonly problems: { readonly total: number; readonly open: number };
}

/** The actions of one outcome that stand on a page; the outcome itself may go on from the page before. */
export interface DraftOutcome {
  readonly outcome: Outcome;
  readonly actions: readonly DraftAction[];
}

/** One page of what was read under one priority. */
export interface DraftRows {
  readonly priority: Priority;
  /** Actions under the priority. */
  readonly total: number;
  readonly outcomes: readonly DraftOutcome[];
}

/** How many of the actions of a priority stand on one page, and which. */
export interface RowsPage {
  /** From 1; a page past the end is the last. */
  readonly number: number;
  readonly size: number;
}

/** What was read under a priority, with what was decided about it, dropped rows included; null where there is no such priority. */
export function draftRows(
  reading: PlanReading,
  decided: Decided,
  priorityNumber: number,
  page: RowsPage,
): DraftRows | null {
  const priority = reading.priorities.find(({ number }) => number === priorityNumber);
  if (priority === undefined) return null;
  const total = priority.outcomes.reduce((sum, { actions }) => sum + actions.length, 0);
  const first = (page.number - 1) * page.size;
  const last = first + page.size;
  const outcomes: DraftOutcome[] = [];
  let seen = 0;
  for (const outcome of priority.outcomes) {
    const from = seen;
    seen += outcome.actions.length;
    const shown = outcome.actions.slice(Math.max(0, first - from), Math.max(0, last - from));
    // An outcome without actions is shown with what stands before it.
    const empty =
      outcome.actions.length === 0 && from >= first && (from < last || (from === total && total <= last));
    if (shown.length > 0 || empty)
      outcomes.push({ outcome, actions: shown.map((action) => draftAction(action, reading, decided)) });
  }
  return { priority, total, outcomes };
}

/** One action of a draft as it stands, with its rows. */
export function draftAction(action: Action, reading: PlanReading, decided: Decided): DraftAction {
  return {
    action: correctedAction(action, decided),
    decision: decisionAbout(subjectOf.action(action.ref), decided),
    milestones: action.milestones.map((milestone, index) => {
      const subject = subjectOf.milestone(action.ref, index + 1);
      return {
        ordinal: index + 1,
        milestone: correctedMilestone(milestone, decided.get(subject)),
        decision: decisionAbout(subject, decided),
      };
    }),
    problems: problemsAbout(action.ref, reading, decided),
  };
}

function problemsAbout(ref: string, reading: PlanReading, decided: Decided): DraftAction['problems'] {
  let total = 0;
  let open = 0;
  for (const [index, problem] of reading.problems.entries()) {
    if (problem.ref !== ref) continue;
    total += 1;
    if (!decided.has(subjectOf.problem(index))) open += 1;
  }
  return { total, open };
}

function decisionAbout(subject: string, decided: Decided): RowDecision {
  const choice = decided.get(subject)?.choice;
  if (choice === 'correct') return 'corrected';
  return choice === 'drop' ? 'dropped' : 'kept';
}

/** The newest correction somebody made of a row before they dropped it, so that putting it back does not lose it. */
export function putBack(
  subject: string,
  choices: readonly { subject: string; choice: string; correction: unknown }[],
) {
  const before = choices.findLast((choice) => choice.subject === subject && choice.choice !== 'drop');
  return before?.choice === 'correct'
    ? { subject, choice: 'correct' as const, correction: before.correction }
    : { subject, choice: 'accept' as const, correction: null };
}

/** What a person changed of what was read. */
export interface ByHand {
  readonly corrections: number;
  readonly actionsDropped: number;
  readonly rowsDropped: number;
}

/** How far a draft has been looked at, and what a person changed of it. */
export function countByHand(
  reading: PlanReading,
  choices: readonly Choice[],
): {
  readonly problems: { readonly total: number; readonly open: number };
  readonly byHand: ByHand;
} {
  const decided = newestChoices(choices);
  const rows = [...decided.values()].filter(({ subject }) => !subject.startsWith('problem:'));
  const dropped = rows.filter(({ choice }) => choice === 'drop');
  return {
    problems: {
      total: reading.problems.length,
      open: reading.problems.filter((_, index) => !decided.has(subjectOf.problem(index))).length,
    },
    byHand: {
      corrections: rows.filter(({ choice }) => choice === 'correct').length,
      actionsDropped: dropped.filter(({ subject }) => subject.startsWith('action:')).length,
      rowsDropped: dropped.filter(({ subject }) => subject.startsWith('milestone:')).length,
    },
  };
}
