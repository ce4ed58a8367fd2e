import { z } from 'zod';
import { formatDay, parsePlainDay } from '../../platform/time/plain-day.ts';
import { defineEvent } from '../audit/index.ts';
import { isRole, ROLE_WORDS } from '../identity/index.ts';

/** What this module writes in the trail. People stand in it by number; no name to sign in with, no link, no code. */

const METHODS = {
  passkey: 'with a passkey',
  password: 'with a password and a code',
  'recovery-code': 'with a password and a recovery code',
  provider: 'through the council’s own sign-in',
  enrolment: 'by the link they were given',
  'look-around': 'to look around the sample',
} as const;

export const signedIn = defineEvent('signed-in', {
  subject: 'person',
  detail: z.object({ method: z.enum(Object.keys(METHODS) as (keyof typeof METHODS)[]), session: z.string() }),
  sentence: ({ method }) => `Signed in ${METHODS[method]}`,
});

export const signedOut = defineEvent('signed-out', {
  subject: 'person',
  detail: z.object({ session: z.string() }),
  sentence: () => 'Signed out',
});

export const signInFailed = defineEvent('sign-in-failed', {
  subject: 'person',
  detail: z.object({ step: z.enum(['password', 'code', 'passkey', 'provider']) }),
  sentence: ({ step }, { ref }) => `Somebody failed to sign in as person ${ref}, at the ${step}`,
});

export const sessionEnded = defineEvent('session-ended', {
  subject: 'person',
  detail: z.object({ sessions: z.int(), why: z.string() }),
  sentence: ({ sessions, why }, { ref }) =>
    `Ended ${sessions === 1 ? 'a session' : `${sessions} sessions`} of person ${ref}: ${why}`,
});

export const installationSetUp = defineEvent('installation-set-up', {
  subject: 'installation',
  detail: z.object({ council: z.string(), administrator: z.string() }),
  sentence: ({ council, administrator }) =>
    `Set Throughline up for ${council}, with person ${administrator} as administrator`,
});

export const setUpLinkMade = defineEvent('set-up-link-made', {
  subject: 'installation',
  detail: z.object({}),
  sentence: () => 'Made a link by which Throughline can be set up',
});

export const councilNamed = defineEvent('council-named', {
  subject: 'installation',
  detail: z.object({ council: z.string() }),
  sentence: ({ council }) => `Named the council ${council}`,
});

export const accountOpened = defineEvent('account-opened', {
  subject: 'person',
  detail: z.object({}),
  sentence: (_, { ref }) => `Let person ${ref} sign in`,
});

export const accountClosed = defineEvent('account-closed', {
  subject: 'person',
  detail: z.object({ reason: z.string() }),
  sentence: ({ reason }, { ref }) => `Closed the way in of person ${ref}: ${reason}`,
});

export const linkMade = defineEvent('sign-in-link-made', {
  subject: 'person',
  detail: z.object({ ends: z.string() }),
  sentence: (_, { ref }) => `Made a link by which person ${ref} can set up how they sign in`,
});

export const credentialsSet = defineEvent('credentials-set', {
  subject: 'person',
  detail: z.object({ what: z.enum(['password', 'passkey', 'recovery-codes']) }),
  sentence: ({ what }) =>
    ({
      password: 'Set a password and an authenticator',
      passkey: 'Added a passkey',
      'recovery-codes': 'Made new recovery codes',
    })[what],
});

export const passkeyRemoved = defineEvent('passkey-removed', {
  subject: 'person',
  detail: z.object({ name: z.string() }),
  sentence: ({ name }) => `Removed the passkey ${name}`,
});

export const outsideAccountTied = defineEvent('outside-account-tied', {
  subject: 'person',
  detail: z.object({ issuer: z.string() }),
  sentence: ({ issuer }, { ref }) => `Tied person ${ref} to their account at ${issuer}`,
});

const role = z.object({
  role: z.string(),
  to: z.enum(['person', 'post']),
  whom: z.string(),
  from: z.string(),
  until: z.string().nullable(),
});

export const roleGiven = defineEvent('role-given', {
  subject: 'role-grant',
  detail: role,
  sentence: ({ role, to, whom, from, until }) =>
    `Gave ${to} ${whom} the role ${roleName(role)} from ${day(from)}${until === null ? '' : ` to ${day(until)}`}`,
});

export const roleEnded = defineEvent('role-ended', {
  subject: 'role-grant',
  detail: role.extend({ reason: z.string() }),
  sentence: ({ role, to, whom, until, reason }) =>
    `Took the role ${roleName(role)} from ${to} ${whom}${until === null ? ' at once' : `, last day ${day(until)}`}: ${reason}`,
});

const thing = z.object({
  kind: z.string(),
  ref: z.string(),
  person: z.string(),
  from: z.string(),
  until: z.string().nullable(),
});

export const needToKnowGiven = defineEvent('need-to-know-given', {
  subject: 'grant',
  detail: thing.extend({ reason: z.string() }),
  sentence: ({ kind, person, from, until, reason }) =>
    `Opened one ${kind} to person ${person} from ${day(from)}${until === null ? '' : ` to ${day(until)}`}: ${reason}`,
});

export const needToKnowEnded = defineEvent('need-to-know-ended', {
  subject: 'grant',
  detail: thing,
  sentence: ({ kind, person }) => `Ended what opened one ${kind} to person ${person}`,
});

export const interestRecorded = defineEvent('interest-recorded', {
  subject: 'grant',
  detail: thing.extend({ reason: z.string() }),
  sentence: ({ kind, person, reason }) => `Shut person ${person} out of one ${kind}: ${reason}`,
});

export const interestEnded = defineEvent('interest-ended', {
  subject: 'grant',
  detail: thing,
  sentence: ({ kind, person }) => `Ended what shut person ${person} out of one ${kind}`,
});

export const providerChanged = defineEvent('sign-in-provider-changed', {
  subject: 'installation',
  detail: z.object({ issuer: z.string().nullable(), roles: z.int() }),
  sentence: ({ issuer, roles }) =>
    issuer === null
      ? 'Said that nobody signs in through a provider'
      : `Said that people sign in through ${issuer}, with ${roles} of its roles mapped`,
});

export const messageHandedOver = defineEvent('message-handed-over', {
  subject: 'message',
  detail: z.object({}),
  sentence: () => 'Handed over a message of the outbox',
});

export const accessEvents = [
  signedIn,
  signedOut,
  signInFailed,
  sessionEnded,
  installationSetUp,
  setUpLinkMade,
  councilNamed,
  accountOpened,
  accountClosed,
  linkMade,
  credentialsSet,
  passkeyRemoved,
  outsideAccountTied,
  roleGiven,
  roleEnded,
  needToKnowGiven,
  needToKnowEnded,
  interestRecorded,
  interestEnded,
  providerChanged,
  messageHandedOver,
];

function roleName(text: string): string {
  return isRole(text) ? ROLE_WORDS[text].name : text;
}

function day(text: string): string {
  const parsed = parsePlainDay(text);
  return parsed === null ? text : formatDay(parsed);
}
