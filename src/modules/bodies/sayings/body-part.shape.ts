/** Kinds of things recorded of a body that can be taken out again. */
export const BODY_PARTS = ['fact', 'event', 'line', 'terms', 'seat', 'sitting'] as const;

export type BodyPart = (typeof BODY_PARTS)[number];
