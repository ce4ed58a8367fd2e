import type {
  Action,
  Outcome,
  PlanReading,
  Priority,
  Problem,
  Requirement,
  Source,
} from '../../improvement/index.ts';

/**
 * Makes every reference of a reading name one thing: a plan that prints two actions 2.1.3 keeps both, the second as
 * "2.1.3 (2)", and a problem says so. Priorities printed twice under one number are joined. Changes nothing in a
 * reading whose references are already unique.
 */
export function withUniqueRefs(reading: PlanReading): PlanReading {
  const problems: Problem[] = [...reading.problems];
  const outcomes = new Namer('Outcome', problems);
  const actions = new Namer('Action', problems);
  const requirements = new Namer('Requirement', problems);

  const priorities = joinByNumber(reading.priorities, problems).map((priority) => ({
    ...priority,
    outcomes: priority.outcomes.map((outcome) => ({
      ...outcomes.name(outcome),
      actions: outcome.actions.map((action) => actions.name(action)),
    })),
  }));
  const requirementSets = joinByCode(reading.requirementSets).map((set) => ({
    ...set,
    requirements: set.requirements.map((requirement) => requirements.name(requirement)),
  }));
  return { ...reading, priorities, requirementSets, problems };
}

class Namer {
  readonly #seen = new Set<string>();
  /** The copy to try next of each reference: a plan may print one thousands of times. */
  readonly #next = new Map<string, number>();
  readonly #thing: string;
  readonly #problems: Problem[];

  constructor(thing: string, problems: Problem[]) {
    this.#thing = thing;
    this.#problems = problems;
  }

  name<T extends Action | Outcome | Requirement>(item: T): T {
    let ref = item.ref;
    let copy = this.#next.get(item.ref) ?? 2;
    for (; this.#seen.has(ref); copy += 1) ref = `${item.ref} (${copy})`;
    this.#next.set(item.ref, copy);
    this.#seen.add(ref);
    if (ref === item.ref) return item;
    this.#problems.push({
      kind: 'reference-used-twice',
      where: placed(`${this.#thing} ${item.ref}`, item.source),
      message: `${this.#thing} ${item.ref} stands more than once in the plan.`,
      proposal: `This one is kept as ${ref}. Give one of them another reference in the plan's next version.`,
      ref,
      source: item.source,
    });
    return { ...item, ref };
  }
}

function joinByNumber(priorities: readonly Priority[], problems: Problem[]): Priority[] {
  const joined = new Map<number, Priority>();
  for (const priority of priorities) {
    const first = joined.get(priority.number);
    if (first === undefined) {
      joined.set(priority.number, priority);
      continue;
    }
    joined.set(priority.number, {
      ...first,
      outcomes: [...first.outcomes, ...priority.outcomes],
      objectives: [...new Set([...first.objectives, ...priority.objectives])],
      accountableLeads: [...new Set([...first.accountableLeads, ...priority.accountableLeads])],
    });
    problems.push({
      kind: 'reference-used-twice',
      where: placed(`Priority ${priority.number}`, priority.source),
      message: `Two priorities are numbered ${priority.number}: ${first.title}, and ${priority.title}.`,
      proposal: `They are kept as one, called ${first.title}. Give one of them another number in the plan's next version.`,
      ref: null,
      source: priority.source,
    });
  }
  return [...joined.values()];
}

function placed(thing: string, { line }: Source): string {
  return line === undefined ? thing : `${thing}, line ${line}`;
}

function joinByCode(sets: PlanReading['requirementSets']): PlanReading['requirementSets'] {
  const joined = new Map<string, PlanReading['requirementSets'][number]>();
  for (const set of sets) {
    const first = joined.get(set.code);
    joined.set(
      set.code,
      first === undefined ? set : { ...first, requirements: [...first.requirements, ...set.requirements] },
    );
  }
  return [...joined.values()];
}
