/** The field's own terms for bodies, in the order they are offered, with the words people read. */

export const KINDS = {
  council: 'Council',
  executive: 'Executive',
  committee: 'Committee',
  panel: 'Panel',
  board: 'Board',
  partnership: 'Partnership',
  'officer-group': 'Officer group',
  forum: 'Forum',
  outside: 'Organisation outside the council',
  office: 'Office',
} as const;
export type Kind = keyof typeof KINDS;

export const STANDINGS = { formal: 'Formal', informal: 'Informal' } as const;

/** How a body meets. */
export const MEETS = {
  public: 'In public',
  webcast: 'In public, webcast',
  'papers-only': 'Not in public; its papers are published',
  private: 'In private',
} as const;

/** By which rule members are chosen (Local Government and Housing Act 1989 ss.15 to 17). */
export const COMPOSITIONS = {
  balance: 'Political balance: seats follow each group’s share of the council',
  'every-group': 'Every group may nominate; political balance does not apply',
  none: 'No rule of groups',
} as const;

/** In which capacity somebody sits. */
export const CAPACITIES = {
  'ex-officio': 'Goes with a post',
  group: 'Nominated by a political group',
  member: 'Elected member',
  organisation: 'Represents an organisation',
  'independent-chair': 'Independent chair',
  'co-opted': 'Co-opted',
  officer: 'Officer',
  'foster-carer': 'Foster carer',
  'young-person': 'Young person',
  observer: 'Observer',
} as const;
export type Capacity = keyof typeof CAPACITIES;

export const SEAT_ROLES = {
  member: 'Member',
  chair: 'Chair',
  'vice-chair': 'Vice-chair',
  observer: 'Observer',
} as const;
export type SeatRole = keyof typeof SEAT_ROLES;

/** What leads from one body to another, and how it reads from either end. */
export const RELATIONS = {
  'reports-to': { out: 'Reports to', back: 'Receives reports from' },
  supports: { out: 'Supports', back: 'Is supported by' },
  scrutinises: { out: 'Scrutinises', back: 'Is scrutinised by' },
  informs: { out: 'Informs', back: 'Is informed by' },
  'shares-minutes-with': { out: 'Shares its minutes with', back: 'Is sent the minutes of' },
  governs: { out: 'Governs', back: 'Is governed by' },
  'part-of': { out: 'Is part of', back: 'Has as a part' },
  appoints: { out: 'Appoints', back: 'Is appointed by' },
  'works-with': { out: 'Works with', back: 'Works with' },
} as const;
export type Relation = keyof typeof RELATIONS;

/** How firm what is said is: decided by whoever may decide it, said as a fact, or proposed and not approved yet. */
export const WEIGHTS = {
  resolved: 'Decided',
  stated: 'Stated',
  proposed: 'Proposed',
} as const;
export type Weight = keyof typeof WEIGHTS;

export const EVENTS = {
  'set-up': 'Set up',
  renamed: 'Renamed',
  merged: 'Merged into another',
  dissolved: 'Dissolved',
  revived: 'Revived',
  replaced: 'Replaced by another',
  'first-met': 'First met',
  'last-met': 'Held its last meeting',
  met: 'Met',
  'terms-approved': 'Terms of reference approved',
  'will-meet': 'To meet',
  'chair-appointed': 'Chair appointed',
} as const;
export type EventKind = keyof typeof EVENTS;

/** What may be said of a body, and how it stands at the head of a row. */
export const ATTRIBUTES = {
  name: 'Name',
  'also-called': 'Also called',
  kind: 'Kind',
  purpose: 'Purpose',
  standing: 'Standing',
  basis: 'Legal basis',
  meets: 'How it meets',
  frequency: 'How often it meets',
  quorum: 'Quorum',
  minimum: 'Fewest members',
  maximum: 'Most members',
  size: 'Number of members',
  composition: 'Rule of composition',
  chair: 'How the chair is chosen',
  named: 'Named',
} as const;
export type Attribute = keyof typeof ATTRIBUTES;

/** Attributes that hold one value at a time, so that two sayings that differ are a conflict. */
export const SINGLE: readonly Attribute[] = [
  'kind',
  'standing',
  'basis',
  'meets',
  'frequency',
  'quorum',
  'minimum',
  'maximum',
  'size',
  'composition',
  'chair',
];

/** A value in the words people read: `papers-only` as "Not in public; its papers are published". */
export function valueInWords(attribute: Attribute, value: string): string {
  const of: Partial<Record<Attribute, Readonly<Record<string, string>>>> = {
    kind: KINDS,
    standing: STANDINGS,
    meets: MEETS,
    composition: COMPOSITIONS,
  };
  return of[attribute]?.[value] ?? value;
}
