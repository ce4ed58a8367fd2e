import { parsePlainDay, type PlainDay } from '../../src/platform/time/plain-day.ts';
import type { Fact } from '../../src/modules/bodies/sayings/facts.rule.ts';
import type { BodyEvent } from '../../src/modules/bodies/life/life.rule.ts';
import type { Said } from '../../src/modules/bodies/sayings/said.rule.ts';
import type { Seat, Sitting } from '../../src/modules/bodies/seats/seats.rule.ts';

/** A day for tests, as text. */
export function day(text: string): PlainDay {
  const read = parsePlainDay(text);
  if (read === null) throw new Error(`${text} is not a day`);
  return read;
}

/** Said by a paper of a day. */
export function said(statedOn: string, rest: Partial<Said> = {}): Said {
  return {
    weight: 'stated',
    source: `Paper of ${statedOn}`,
    statedOn: day(statedOn),
    place: null,
    byPaper: true,
    ...rest,
  };
}

let next = 0;

export function fact(
  attribute: Fact['attribute'],
  value: string,
  statedOn: string,
  rest: Partial<Fact> = {},
): Fact {
  next += 1;
  return { ...said(statedOn), id: next, attribute, value, note: null, from: null, until: null, ...rest };
}

export function event(
  kind: BodyEvent['kind'],
  on: string | null,
  statedOn: string,
  rest: Partial<BodyEvent> = {},
): BodyEvent {
  next += 1;
  return {
    ...said(statedOn),
    id: next,
    kind,
    day: on === null ? null : day(on),
    exactness: on === null ? 'unknown' : 'day',
    other: null,
    words: 'It happened.',
    authority: null,
    ...rest,
  };
}

export function sitting(personId: number, statedOn: string, rest: Partial<Sitting> = {}): Sitting {
  next += 1;
  return {
    ...said(statedOn),
    id: next,
    personId,
    leadId: personId,
    personName: `Person ${personId}`,
    placeNo: 1,
    isSubstitute: false,
    overBy: null,
    byPost: false,
    from: null,
    until: null,
    ...rest,
  };
}

export function seat(label: string, statedOn: string, rest: Partial<Seat> = {}): Seat {
  next += 1;
  return {
    ...said(statedOn),
    id: next,
    seatNo: next,
    label,
    capacity: 'officer',
    role: 'member',
    places: 1,
    votes: null,
    substitutes: false,
    post: null,
    organisation: null,
    sittings: [],
    from: null,
    until: null,
    ...rest,
  };
}
