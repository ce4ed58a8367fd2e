import { z } from 'zod';
import { parsePlainDay, type PlainDay } from '../../../platform/time/plain-day.ts';
import {
  ATTRIBUTES,
  type Attribute,
  CAPACITIES,
  type Capacity,
  EVENTS,
  type EventKind,
  RELATIONS,
  type Relation,
  SEAT_ROLES,
  type SeatRole,
  type Weight,
  WEIGHTS,
} from '../sayings/body-words.shape.ts';

/** What one paper says of bodies, as a file holds it. Everything stands with its place in the paper. */

const day = z.string().transform((text, context): PlainDay => {
  const read = parsePlainDay(text);
  if (read !== null) return read;
  context.addIssue({ code: 'custom', message: `${text} is not a day` });
  return z.NEVER;
});
const someDay = day.nullish().transform((value) => value ?? null);
const some = z
  .string()
  .nullish()
  .transform((text) => (text === undefined || text === '' ? null : text));
const oneOf = <Word extends string>(words: Readonly<Record<string, unknown>>) =>
  z.custom<Word>((value) => typeof value === 'string' && Object.hasOwn(words, value));

const weight = oneOf<Weight>(WEIGHTS);
const span = { from: someDay, until: someDay };
const said = { weight, place: z.string().min(1) };
const slug = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/);

const StatedFact = z.object({
  ...said,
  ...span,
  attribute: oneOf<Attribute>(ATTRIBUTES),
  value: z.string().min(1),
  note: some,
});

const StatedSeat = z.object({
  ...said,
  ...span,
  label: z.string().min(1),
  capacity: oneOf<Capacity>(CAPACITIES),
  role: oneOf<SeatRole>(SEAT_ROLES),
  post: some,
  organisation: some,
  places: z
    .int()
    .min(1)
    .nullish()
    .transform((places) => places ?? null),
  votes: z
    .boolean()
    .nullish()
    .transform((votes) => votes ?? null),
  holder: z.object({ name: z.string().min(1) }).nullish(),
  /** Everybody the paper names in seats alike, such as those present. */
  holders: z.array(z.string().min(1)).nullish(),
  note: some,
});

const StatedLine = z.object({
  ...said,
  ...span,
  relation: oneOf<Relation>(RELATIONS),
  to: slug,
  detail: some,
});

const StatedEvent = z.object({
  ...said,
  kind: oneOf<EventKind>(EVENTS),
  day: someDay,
  month: z
    .string()
    .regex(/^\d{4}-\d{2}$/)
    .nullish(),
  other: slug.nullish(),
  authority: some,
  words: z.string().min(1),
});

const StatedTerms = z.object({
  title: z.string().min(1),
  weight,
  place: z.string().min(1),
  from: someDay,
  clauses: z.array(z.object({ number: z.string().min(1), text: z.string().min(1), place: some })),
});

const StatedBody = z.object({
  slug,
  name: z.string().min(1),
  otherNames: z.array(z.object({ name: z.string().min(1), place: z.string().min(1) })).default([]),
  place: z.string().min(1),
  facts: z.array(StatedFact),
  seats: z.array(StatedSeat),
  lines: z.array(StatedLine),
  events: z.array(StatedEvent),
  terms: z.array(StatedTerms),
});

export const StatedPaper = z.object({
  paper: z.object({ key: slug, title: z.string().min(1), day }),
  bodies: z.array(StatedBody),
});
export type StatedPaper = z.output<typeof StatedPaper>;
export type StatedBody = z.output<typeof StatedBody>;
export type StatedSeat = z.output<typeof StatedSeat>;
