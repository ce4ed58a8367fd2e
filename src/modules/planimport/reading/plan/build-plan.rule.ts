import { readLeads } from '../leads/leads.rule.ts';
import type {
  Action,
  HowRead,
  Outcome,
  Priority,
  Problem,
  Provenance,
  Source,
} from '../../../improvement/index.ts';
import { problem, sourceOf } from '../checks/problems.rule.ts';
import type { RawAction, RawPlan } from './raw-plan.shape.ts';
import { type ActionContext, type MarginFact, readAction } from './read-action.rule.ts';
import { firstNumber, parentOf } from '../marks/references.rule.ts';

export interface BuiltPlan {
  readonly priorities: readonly Priority[];
  readonly problems: readonly Problem[];
}

/** Builds priorities, outcomes and actions from the raw plan. Levels the plan does not have are made, and said so. */
export function buildPlan(raw: RawPlan, context: ActionContext, title: string | null): BuiltPlan {
  const builder = new Builder(raw, context, title);
  const problems: Problem[] = [...raw.problems];
  const facts: MarginFact[] = [];
  const byRef = new Map<string, Action>();
  raw.actions.forEach((rawAction, index) => {
    const read = readAction(rawAction, context);
    problems.push(...read.problems);
    facts.push(...read.facts);
    byRef.set(read.action.ref, read.action);
    builder.place(read.action, index, rawAction);
  });
  for (const fact of facts) applyFact(fact, byRef.get(fact.about) ?? builder.outcome(fact.about));
  return { priorities: builder.finish(), problems: [...problems, ...builder.problems] };
}

function applyFact(fact: MarginFact, to: Action | Outcome | undefined): void {
  if (to === undefined) return;
  const list = fact.kind === 'tag' ? to.tags : to.jointWith;
  for (const value of fact.values) {
    if (!list.includes(value)) list.push(value);
    const made: Provenance = {
      of: fact.kind,
      value,
      asPrinted: fact.asPrinted,
      source: fact.source,
      reading: 'stated',
    };
    to.provenance.push(made);
  }
}

class Builder {
  readonly problems: Problem[] = [];
  readonly #raw: RawPlan;
  readonly #context: ActionContext;
  readonly #title: string | null;
  readonly #priorities = new Map<number, Priority>();
  readonly #outcomes = new Map<string, Outcome>();
  readonly #named = new Map<string, number>();

  constructor(raw: RawPlan, context: ActionContext, title: string | null) {
    this.#raw = raw;
    this.#context = context;
    this.#title = title;
    for (const { number, title: words, objectives, accountable, place } of raw.priorities) {
      if (this.#priorities.has(number)) continue;
      this.#addPriority(number, words, sourceOf(place), 'stated', objectives, accountable);
    }
    for (const { ref, text, place } of raw.outcomes) {
      if (this.#outcomes.has(ref)) continue;
      const number = firstNumber(ref) ?? 1;
      this.#addOutcome(this.#priority(number, sourceOf(place)), ref, text, sourceOf(place), 'stated');
    }
  }

  outcome(ref: string): Outcome | undefined {
    return this.#outcomes.get(ref);
  }

  place(action: Action, index: number, raw: RawAction): void {
    const priority = this.#priorityOf(action, index, raw);
    this.#outcomeOf(action, priority, raw.outcome).actions.push(action);
  }

  finish(): readonly Priority[] {
    return [...this.#priorities.values()].filter(({ outcomes }) => outcomes.length > 0);
  }

  #priorityOf(action: Action, index: number, raw: RawAction): Priority {
    if (raw.priority !== '') return this.#namedPriority(raw.priority, action.source, 'stated');
    const number = firstNumber(action.ref);
    if (this.#raw.depth >= 2 && number !== null && this.#named.size === 0)
      return this.#priority(number, action.source);
    if (raw.under !== null) return this.#priority(raw.under, action.source);
    const section = this.#raw.sections.findLast(({ firstAction }) => firstAction <= index);
    if (section !== undefined && this.#raw.sections.length > 1) {
      return this.#namedPriority(section.text, sourceOf(section.place), 'stated');
    }
    return this.#namedPriority(this.#title ?? section?.text ?? 'The plan', action.source, 'inferred');
  }

  /** Priorities that have a name and no number are numbered in the order they come. */
  #namedPriority(name: string, source: Source, reading: HowRead): Priority {
    const number = this.#named.get(name) ?? this.#named.size + 1;
    const known = this.#priorities.get(number);
    if (known !== undefined && this.#named.has(name)) return known;
    this.#named.set(name, number);
    if (reading === 'inferred') {
      this.problems.push(
        problem(
          'level-inferred',
          { thing: 'Priority', ref: null },
          source,
          'The plan prints no priorities.',
          `All its actions were put under one, “${name}”.`,
        ),
      );
    }
    return this.#addPriority(number, name, source, reading, [], []);
  }

  #priority(number: number, source: Source): Priority {
    const known = this.#priorities.get(number);
    if (known !== undefined) return known;
    this.problems.push(
      problem(
        'level-inferred',
        { thing: 'Priority', ref: String(number) },
        source,
        `The plan prints no heading for priority ${number}.`,
        'A priority was made from the references of its actions.',
      ),
    );
    return this.#addPriority(number, `Priority ${number}`, source, 'inferred', [], []);
  }

  #addPriority(
    number: number,
    title: string,
    source: Source,
    reading: HowRead,
    objectives: readonly string[],
    accountable: readonly string[],
  ): Priority {
    const priority: Priority = {
      number,
      title,
      objectives: objectives.flatMap(splitObjectives),
      accountableLeads: [
        ...this.#context.spellings.spell(
          accountable.flatMap((text) => readLeads(text, this.#context.directory).leads),
        ),
      ],
      outcomes: [],
      reading,
      source,
    };
    this.#priorities.set(number, priority);
    return priority;
  }

  #outcomeOf(action: Action, priority: Priority, cell: string): Outcome {
    if (cell !== '') {
      const known = priority.outcomes.find(({ text }) => text === cell);
      return (
        known ??
        this.#addOutcome(
          priority,
          `${priority.number}.${priority.outcomes.length + 1}`,
          cell,
          action.source,
          'stated',
        )
      );
    }
    const parent = parentOf(action.ref);
    const deep = this.#raw.depth >= 3 && parent !== null;
    const ref = deep ? parent : String(priority.number);
    const known = this.#outcomes.get(ref);
    if (known !== undefined) return known;
    if (deep) {
      this.problems.push(
        problem(
          'level-inferred',
          { thing: 'Outcome', ref },
          action.source,
          `The plan prints no heading for outcome ${ref}.`,
          'An outcome was made from the references of its actions.',
        ),
      );
    } else if (this.#outcomes.size === 0) {
      this.problems.push(
        problem(
          'level-inferred',
          { thing: 'Outcome', ref: null },
          action.source,
          'The plan prints no outcomes between its priorities and its actions.',
          'Each priority was given one outcome, with the words of the priority.',
        ),
      );
    }
    return this.#addOutcome(
      priority,
      ref,
      deep ? `Outcome ${ref}` : priority.title,
      action.source,
      'inferred',
    );
  }

  #addOutcome(priority: Priority, ref: string, text: string, source: Source, reading: HowRead): Outcome {
    const outcome: Outcome = {
      ref,
      text,
      tags: [],
      jointWith: [],
      actions: [],
      reading,
      source,
      provenance: [],
    };
    this.#outcomes.set(ref, outcome);
    priority.outcomes.push(outcome);
    return outcome;
  }
}

/** Objectives printed on one line stand between semicolons. */
function splitObjectives(text: string): readonly string[] {
  return text
    .split(/\s*;\s*|\s*•\s*/)
    .map((objective) => objective.replace(/\.$/, '').trim())
    .filter((objective) => objective !== '');
}
