import { describe, expect, it } from 'vitest';
import { growth } from '../support/growth.ts';
import { networkOf } from '../../src/platform/web/network-of.ts';
import { browserInWords } from '../../src/modules/access/sessions/browser-words.rule.ts';
import {
  mappedRoles,
  readClaims,
  saysEnough,
} from '../../src/modules/access/provider/outside-claims.rule.ts';
import { ownPathOr } from '../../src/modules/access/signing-in/own-path.rule.ts';
import { isSafeAddress } from '../../src/modules/access/provider/provider-address.rule.ts';
import {
  looksLikeRecoveryCode,
  plainRecoveryCode,
} from '../../src/modules/access/credentials/recovery-codes.rule.ts';
import { readAsAt } from '../../src/platform/web/as-at.ts';
import { readFormText } from '../../src/platform/web/form-body.ts';
import { hostNamedIn } from '../../src/platform/web/own-host.ts';
import { isFromAnotherSite } from '../../src/platform/web/cross-site.ts';
import { covers } from '../../src/platform/web/route.ts';
import { contentDisposition } from '../../src/platform/web/send-answer.ts';
import { parseTypedDay, plainDay } from '../../src/platform/time/plain-day.ts';

/** How many times as long the long text is: a pattern that goes over it again and again does so many times the work. */
const TIMES = 50;
const SHORT = 2_000;
const LONG = SHORT * TIMES;
const TODAY = plainDay(2026, 5, 12);

/** Everything that reads text of a stranger's before it is known who they are. */
const READERS: readonly (readonly [string, (text: string) => unknown])[] = [
  ['a host', (text) => hostNamedIn(['host', text])],
  ['an origin', (text) => isFromAnotherSite({ host: 'localhost', origin: text, fetchSite: undefined })],
  ['a form', (text) => readFormText(text)],
  ['a day in an address', (text) => readAsAt(new URLSearchParams({ on: text }), TODAY)],
  ['a day in boxes', (text) => readAsAt(new URLSearchParams({ 'on-day': text, 'on-month': text }), TODAY)],
  ['a typed day', parseTypedDay],
  ['where to go on', (text) => ownPathOr(text, '/')],
  ['a path', (text) => covers('/plan/:plan/action/:ref', text)],
  ['a file name', (text) => contentDisposition({ fileName: text })],
  ['an address on the network', networkOf],
  ['a browser', browserInWords],
  ['a recovery code', (text) => [looksLikeRecoveryCode(text), plainRecoveryCode(text)]],
  ['a provider’s address', isSafeAddress],
  [
    'what a provider says',
    (text) =>
      readClaims({ sub: text, name: text, email: text, given_name: text, roles: [text] }, text, 'roles'),
  ],
  ['whether a provider says enough', (text) => saysEnough({ email: text, groups: text }, text)],
  ['roles of a provider', (text) => mappedRoles([text], [{ value: text, role: 'clerk' }])],
];

/** Text of a length that makes a careless pattern try everything: long runs, almost fitting, that fail at their end. */
const HOSTILE: readonly (readonly [string, (length: number) => string])[] = [
  ['spaces', (length) => `1${' '.repeat(length)}x`],
  ['spaces between figures', (length) => `1${' '.repeat(length / 2)}1${' '.repeat(length / 2)}x`],
  ['slashes', (length) => `${'/'.repeat(length)}x`],
  ['backslashes', (length) => `/${'\\'.repeat(length)}`],
  ['dots', (length) => `${'127.'.repeat(length / 4)}x`],
  ['colons', (length) => `${'::'.repeat(length / 2)}x`],
  ['brackets', (length) => `x${'('.repeat(length)}`],
  ['brackets after spaces', (length) => `x${' ('.repeat(length / 2)}`],
  ['letters', (length) => `${'a'.repeat(length)}!`],
  ['letters and hyphens', (length) => `${'a-'.repeat(length / 2)}!`],
  ['figures', (length) => `${'1'.repeat(length)}x`],
  ['percent signs', (length) => '%'.repeat(length)],
  ['ampersands', (length) => '&='.repeat(length / 2)],
  ['commas', (length) => `${', '.repeat(length / 2)}x`],
  ['quotes', (length) => `"${'"\\'.repeat(length / 2)}`],
  ['up and down', (length) => `/${'../'.repeat(length / 3)}x`],
];

/** Between one, for what is read once, and fifty. */
const TOO_MUCH = 12;

/** How much more work a long text is for a reader than as much in short ones. */
function growthOf(read: (text: string) => unknown, of: (length: number) => string): number {
  const [short, long] = [of(SHORT), of(LONG)];
  return growth({ times: TIMES, small: () => read(short), large: () => read(long) });
}

describe('text of 100,000 characters made to be slow to read', () => {
  it.each(READERS)('as %s takes no more for its length than a short one', (_name, read) => {
    const slow = HOSTILE.filter(([, of]) => growthOf(read, of) >= TOO_MUCH).map(([kind]) => kind);
    expect(slow).toEqual([]);
  });

  it('would be found out: a pattern of the kind that this is about takes far more for its length', () => {
    const careless = (text: string) => /\s+x\s+$/.test(text);
    expect(growthOf(careless, (length) => ' '.repeat(length / 8))).toBeGreaterThan(TOO_MUCH);
  });
});
