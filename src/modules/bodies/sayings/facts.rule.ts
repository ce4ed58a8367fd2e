import type { PlainDay } from '../../../platform/time/plain-day.ts';
import { byAuthority, holdsOn, type Said, type Span, whyItDoesNotCount } from './said.rule.ts';
import { type Attribute, SINGLE } from './body-words.shape.ts';

/** One thing said of a body. */
export interface Fact extends Said, Span {
  readonly id: number;
  readonly attribute: Attribute;
  readonly value: string;
  readonly note: string | null;
}

/** What counts of an attribute on a day: the firmest saying that holds then. Undefined where nothing is said. */
export function factOn(facts: readonly Fact[], attribute: Attribute, day: PlainDay): Fact | undefined {
  return holding(facts, attribute, day)[0];
}

export function valueOn(facts: readonly Fact[], attribute: Attribute, day: PlainDay): string | undefined {
  return factOn(facts, attribute, day)?.value;
}

/**
 * What a body is called on a day: by what was decided or recorded, else by the fullest of the names papers give it, of
 * which the latest counts. A body that is nameless on the day is called by the first name it gets.
 */
export function nameOnDay(facts: readonly Fact[], day: PlainDay): string {
  const names = facts.filter(({ attribute }) => attribute === 'name');
  const first = names.toSorted((one, other) => (one.statedOn < other.statedOn ? -1 : 1))[0];
  return factOn(names, 'name', day)?.value ?? first?.value ?? 'A body without a name';
}

/** Two sayings of one attribute that cannot both be so, of which one counts. */
export interface Conflict {
  readonly attribute: Attribute;
  readonly counts: Fact;
  readonly others: readonly { readonly fact: Fact; readonly why: string }[];
}

/**
 * Attributes of which papers say different things for one day, each with what counts and why. Two sayings of one paper
 * that begin on different days are no conflict, and a proposal that was decided as proposed is none either.
 */
export function conflictsOn(facts: readonly Fact[], day: PlainDay): readonly Conflict[] {
  return SINGLE.flatMap((attribute): Conflict[] => {
    const [counts, ...rest] = holding(facts, attribute, day);
    if (counts === undefined) return [];
    const others = rest.filter(({ value }) => !isSameValue(value, counts.value));
    const unlike = others.filter(
      (fact, index) =>
        others.findIndex((other) => other.value === fact.value && other.source === fact.source) === index,
    );
    return unlike.length === 0
      ? []
      : [
          {
            attribute,
            counts,
            others: unlike.map((fact) => ({ fact, why: whyItDoesNotCount(counts, fact) })),
          },
        ];
  });
}

function holding(facts: readonly Fact[], attribute: Attribute, day: PlainDay): readonly Fact[] {
  return facts
    .filter((fact) => fact.attribute === attribute && holdsOn(fact, day))
    .toSorted((one, other) => byAuthority(one, other) || one.id - other.id);
}

/** "Monthly" and "monthly" say one thing. */
function isSameValue(one: string, other: string): boolean {
  const plain = (text: string) =>
    text
      .toLowerCase()
      .replaceAll(/[^a-z0-9]+/g, ' ')
      .trim();
  return plain(one) === plain(other);
}
