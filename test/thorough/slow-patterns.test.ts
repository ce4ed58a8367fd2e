import { performance } from 'node:perf_hooks';
import { describe, expect, it } from 'vitest';
import { networkOf } from '../../src/modules/access/credentials/attempt-limits.rule.ts';
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
import { isOwnHost } from '../../src/platform/web/own-host.ts';
import { isFromAnotherSite } from '../../src/platform/web/cross-site.ts';
import { covers } from '../../src/platform/web/route.ts';
import { contentDisposition } from '../../src/platform/web/send-answer.ts';
import { parseTypedDay, plainDay } from '../../src/platform/time/plain-day.ts';

const SHORT = 12_500;
const LONG = 100_000;
const TODAY = plainDay(2026, 5, 12);

/** Everything that reads text of a stranger's before it is known who they are. */
const READERS: readonly (readonly [string, (text: string) => unknown])[] = [
  ['a host', (text) => isOwnHost(text, ['plan.loamshire.example'])],
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

/** The quickest of some runs, in milliseconds, so that another program on the machine counts for little. */
function quickest(read: (text: string) => unknown, text: string): number {
  let best = Number.POSITIVE_INFINITY;
  for (let run = 0; run < 4; run += 1) {
    const started = performance.now();
    read(text);
    best = Math.min(best, performance.now() - started);
  }
  return best;
}

/** What takes less in milliseconds is no trouble, whatever it is to be compared with. */
const NO_TROUBLE = 20;

/** Between eight, for what is read once, and sixty-four. */
const TOO_MUCH = 20;

/**
 * How many times as long a text takes as one an eighth of its length: some eight times where it is read once, sixty-four
 * where it is gone over again and again. Measured again where it looks bad, since a machine may be busy for a moment.
 */
function growth(read: (text: string) => unknown, of: (length: number) => string): number {
  let least = Number.POSITIVE_INFINITY;
  for (let attempt = 0; attempt < 4 && least >= TOO_MUCH; attempt += 1) {
    const long = quickest(read, of(LONG));
    least = Math.min(least, long < NO_TROUBLE ? 0 : long / Math.max(quickest(read, of(SHORT)), 0.5));
  }
  return least;
}

describe('text of 100,000 characters made to be slow to read', () => {
  it.each(READERS)('as %s takes no more for its length than a short one', (_name, read) => {
    const slow = HOSTILE.filter(([, of]) => growth(read, of) >= TOO_MUCH).map(([kind]) => kind);
    expect(slow).toEqual([]);
  });

  it('would be found out: a pattern of the kind that this is about takes far more for its length', () => {
    const careless = (text: string) => /\s+x\s+$/.test(text);
    expect(growth(careless, (length) => ' '.repeat(length / 8))).toBeGreaterThan(TOO_MUCH);
  });
});
