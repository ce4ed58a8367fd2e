import type { Action, Priority, Problem } from '../../../improvement/index.ts';
import { problem } from '../checks/problems.rule.ts';

/**
 * Gives actions that print the same reference one each: the second of "2.1.3" becomes "2.1.3 (2)". Actions in a row under
 * one plain number, as a recommendation with several actions is printed, become "3.1", "3.2".
 */
export function giveUniqueRefs(priorities: readonly Priority[]): readonly Problem[] {
  const problems: Problem[] = [];
  const taken = new Set(
    priorities.flatMap(({ outcomes }) => outcomes.flatMap(({ actions }) => actions.map(({ ref }) => ref))),
  );
  const seen = new Set<string>();
  for (const { outcomes } of priorities) {
    for (const { actions } of outcomes) {
      for (let i = 0; i < actions.length; i += 1) {
        const group = runOf(actions, i);
        const ref = group[0]?.ref ?? '';
        const plain =
          group.length > 1 &&
          !ref.includes('.') &&
          !seen.has(ref) &&
          group.every((_, at) => !taken.has(`${ref}.${at + 1}`));
        group.forEach((action, at) => {
          const given = plain ? `${ref}.${at + 1}` : firstFree(ref, seen);
          seen.add(given);
          if (given === ref) return;
          problems.push(
            problem(
              'reference-used-twice',
              { thing: 'Action', ref: given },
              action.source,
              `The reference ${ref} is printed for more than one action.`,
              `This one is kept as ${given}.`,
            ),
          );
          action.ref = given;
          action.refReading = 'inferred';
        });
        i += group.length - 1;
      }
    }
  }
  return problems;
}

function runOf(actions: readonly Action[], from: number): readonly Action[] {
  const ref = actions[from]?.ref;
  let until = from + 1;
  while (until < actions.length && actions[until]?.ref === ref) until += 1;
  return actions.slice(from, until);
}

function firstFree(ref: string, seen: ReadonlySet<string>): string {
  let given = ref;
  for (let copy = 2; seen.has(given); copy += 1) given = `${ref} (${copy})`;
  return given;
}
