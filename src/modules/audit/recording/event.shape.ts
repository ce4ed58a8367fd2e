import type { z } from 'zod';

/** What an event happened to: a kind of thing, and the reference or number by which its module knows which one. */
export interface Subject {
  readonly kind: string;
  readonly ref: string;
}

/** Something that happened, ready to be recorded. Made only by the constructor that `defineEvent` gives. */
export interface AuditEvent {
  readonly type: string;
  readonly subject: Subject;
  readonly detail: object;
  readonly version: number;
}

export interface EventDescription<Detail extends object> {
  /** The kind of thing it happens to: 'plan'. */
  readonly subject: string;
  /** What else is worth knowing, as plain JSON. Names no child, holds no document's text. */
  readonly detail: z.ZodType<Detail, Detail>;
  /** What a reader of the trail is told: 'Accepted 129 actions'. */
  readonly sentence: (detail: Detail, subject: Subject) => string;
  /** Raise it when the shape of `detail` changes. Rows of another version are still shown, as they are. */
  readonly version?: number;
}

/** A kind of event as one module defines it; call it with the subject's reference to make such an event. */
export interface EventDefinition<Detail extends object = object> {
  (ref: string, detail: Detail): AuditEvent;
  readonly type: string;
  readonly version: number;
  /** The sentence for a stored row, or undefined where its detail is not of this shape. */
  readonly read: (detail: unknown, subject: Subject) => { detail: object; sentence: string } | undefined;
}

/** Small letters and hyphens, in the past tense; the table's own check says the same. */
const TYPE = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/;

/**
 * Defines a kind of event. The module whose change it is keeps the definition; the trail keeps rows and is given the
 * list of definitions when it reads, so it knows no other module.
 *
 * ```ts
 * export const planAccepted = defineEvent('plan-accepted', {
 *   subject: 'plan',
 *   detail: z.object({ actions: z.int() }),
 *   sentence: ({ actions }) => `Accepted ${actions} actions`,
 * });
 * await recordEvent(tx, actor, planAccepted('kent-2011', { actions: 129 }));
 * ```
 * Throws on a type that is not small letters and hyphens, and the constructor on a detail of another shape.
 */
export function defineEvent<Detail extends object>(
  type: string,
  { subject: kind, detail: shape, sentence, version = 1 }: EventDescription<Detail>,
): EventDefinition<Detail> {
  if (!TYPE.test(type))
    throw new Error(`An event's type is small letters and hyphens, like plan-accepted: ${type}`);
  const create = (ref: string, detail: Detail): AuditEvent => ({
    type,
    subject: { kind, ref },
    detail: shape.parse(detail),
    version,
  });
  const read = (stored: unknown, subject: Subject) => {
    const { data } = shape.safeParse(stored);
    return data === undefined ? undefined : { detail: data, sentence: sentence(data, subject) };
  };
  return Object.assign(create, { type, version, read });
}
