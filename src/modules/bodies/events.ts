import { z } from 'zod';
import { formatDay, parsePlainDay } from '../../platform/time/plain-day.ts';
import { defineEvent } from '../audit/index.ts';
import {
  ATTRIBUTES,
  type Attribute,
  type EventKind,
  EVENTS,
  type Relation,
  RELATIONS,
} from './sayings/body-words.shape.ts';

/**
 * What the bodies module writes in the audit trail. Bodies stand in it by their name in addresses, people by number. Old
 * rows are read with these: raise `version` to change one.
 */
export const paperTakenIn = defineEvent('bodies-paper-taken-in', {
  subject: 'paper',
  detail: z.object({ title: z.string(), bodies: z.int() }),
  sentence: ({ title, bodies }) =>
    `Took in what ${title} says of ${bodies} ${bodies === 1 ? 'body' : 'bodies'}`,
});

export const bodySetUp = defineEvent('body-set-up', {
  subject: 'body',
  detail: z.object({ name: z.string(), day: z.string(), authority: z.string().nullable() }),
  sentence: ({ name, day, authority }) =>
    `Set up ${name} on ${inWords(day)}, ${authority === null ? 'not yet approved' : `by ${authority}`}`,
});

export const bodyHappening = defineEvent('body-happening', {
  subject: 'body',
  detail: z.object({
    kind: z.string(),
    day: z.string(),
    other: z.string().nullable(),
    authority: z.string().nullable(),
  }),
  sentence: ({ kind, day, other, authority }) =>
    `Recorded ${(EVENTS[kind as EventKind] ?? kind).toLowerCase()}${other === null ? '' : ` (${other})`} on ${inWords(day)}, ${authority === null ? 'not yet approved' : `by ${authority}`}`,
});

export const bodyFactRecorded = defineEvent('body-fact-recorded', {
  subject: 'body',
  detail: z.object({ attribute: z.string(), value: z.string().nullable() }),
  sentence: ({ attribute, value }) =>
    `${ATTRIBUTES[attribute as Attribute] ?? attribute}: ${value ?? 'nothing more is said'}`,
});

export const takenOut = defineEvent('body-record-taken-out', {
  subject: 'body',
  detail: z.object({ part: z.string(), what: z.string() }),
  sentence: ({ what }) => `Took out of the record: ${what}. The former record is kept.`,
});

export const bodyShownTo = defineEvent('body-shown-to', {
  subject: 'body',
  detail: z.object({ shownTo: z.enum(['everybody', 'members']) }),
  sentence: ({ shownTo }) =>
    shownTo === 'everybody' ? 'Showed it to everybody' : 'Showed it to its members alone',
});

export const lineDrawn = defineEvent('body-line-drawn', {
  subject: 'body',
  detail: z.object({ relation: z.string(), to: z.string() }),
  sentence: ({ relation, to }) => `${RELATIONS[relation as Relation]?.out ?? relation} ${to}`,
});

export const lineEnded = defineEvent('body-line-ended', {
  subject: 'body',
  detail: z.object({ relation: z.string(), to: z.string(), until: z.string() }),
  sentence: ({ relation, to, until }) =>
    `No longer: ${(RELATIONS[relation as Relation]?.out ?? relation).toLowerCase()} ${to}, from the day after ${inWords(until)}`,
});

export const termsWritten = defineEvent('body-terms-written', {
  subject: 'body',
  detail: z.object({ version: z.int(), clauses: z.int(), inForceFrom: z.string().nullable() }),
  sentence: ({ version, clauses, inForceFrom }) =>
    `Wrote terms of reference, version ${version}, ${clauses} clauses, ${inForceFrom === null ? 'a draft' : `in force from ${inWords(inForceFrom)}`}`,
});

export const seatDefined = defineEvent('body-seat-defined', {
  subject: 'body',
  detail: z.object({ label: z.string(), capacity: z.string(), places: z.int().nullable() }),
  sentence: ({ label, places }) => `Defined ${places === null ? 'seats' : `${places} × seat`}: ${label}`,
});

export const seatEnded = defineEvent('body-seat-ended', {
  subject: 'body',
  detail: z.object({ label: z.string(), until: z.string() }),
  sentence: ({ label, until }) => `Ended the seat ${label} on ${inWords(until)}`,
});

export const memberAppointed = defineEvent('body-member-appointed', {
  subject: 'body',
  detail: z.object({ person: z.string(), seat: z.string(), from: z.string(), substitute: z.boolean() }),
  sentence: ({ person, seat, from, substitute }) =>
    `Appointed person ${person} to ${seat}${substitute ? ' as a substitute' : ''} from ${inWords(from)}`,
});

export const memberEnded = defineEvent('body-member-ended', {
  subject: 'body',
  detail: z.object({ person: z.string(), seat: z.string(), until: z.string() }),
  sentence: ({ person, seat, until }) => `Person ${person} leaves ${seat} on ${inWords(until)}`,
});

export const groupRecorded = defineEvent('political-group-recorded', {
  subject: 'political-group',
  detail: z.object({ joined: z.int(), left: z.int(), day: z.string() }),
  sentence: ({ joined, left, day }, { ref }) =>
    `Recorded the group ${ref} as of ${inWords(day)}: ${joined} joined, ${left} left`,
});

export const statutoryPostNamed = defineEvent('statutory-post-named', {
  subject: 'post',
  detail: z.object({ duty: z.string(), from: z.string() }),
  sentence: ({ duty, from }, { ref }) => `Post ${ref} carries the duty ${duty} from ${inWords(from)}`,
});

export const protocolTied = defineEvent('protocol-taken-in', {
  subject: 'protocol',
  detail: z.object({ title: z.string() }),
  sentence: ({ title }) => `Took in ${title}`,
});

export const optionsTakenIn = defineEvent('options-paper-taken-in', {
  subject: 'options-paper',
  detail: z.object({ title: z.string() }),
  sentence: ({ title }) => `Began the options paper ${title}`,
});

export const optionAdded = defineEvent('option-added', {
  subject: 'options-paper',
  detail: z.object({ title: z.string(), changes: z.int() }),
  sentence: ({ title, changes }) =>
    `Added the option ${title}, with ${changes} ${changes === 1 ? 'change' : 'changes'}`,
});

// What a list is called stays with those who keep bodies, until and after it is accepted: see docs/decisions/0008.
export const membersRead = defineEvent('members-list-read', {
  subject: 'members-list',
  version: 2,
  detail: z.object({ rows: z.int(), problems: z.int() }),
  sentence: ({ rows, problems }) =>
    `Read a list: ${rows} rows and ${problems} things to look at. Nothing stored yet.`,
});

export const membersAccepted = defineEvent('members-list-accepted', {
  subject: 'members-list',
  version: 2,
  detail: z.object({ sittings: z.int(), people: z.int() }),
  sentence: ({ sittings, people }) => `Accepted a list: ${sittings} places on bodies, ${people} new people`,
});

export const bodiesEvents = [
  paperTakenIn,
  bodySetUp,
  bodyHappening,
  bodyFactRecorded,
  takenOut,
  bodyShownTo,
  lineDrawn,
  lineEnded,
  termsWritten,
  seatDefined,
  seatEnded,
  memberAppointed,
  memberEnded,
  groupRecorded,
  statutoryPostNamed,
  protocolTied,
  optionsTakenIn,
  optionAdded,
  membersRead,
  membersAccepted,
];

function inWords(day: string): string {
  const read = parsePlainDay(day);
  return read === null ? day : formatDay(read);
}
