import { describe, expect, it } from 'vitest';
import { aPerson, aRole, TEST_DAY } from '../../../test/support/asking-as.ts';
import { addDays } from '../../platform/time/plain-day.ts';
import { askerOf, type Asker, type Ground, ROLES } from '../identity/index.ts';
import {
  draftThing,
  groundsToReadDraft,
  mayAskForDrafts,
  mayChangeDraft,
  mayReadDraft,
  whyMayReadDraft,
} from './permissions.ts';
import { mayChangePlans, mayReadPlans } from '../improvement/index.ts';

const draft = '387fc867-4087-4cd3-8b7a-4b670c42a58e';
const before = addDays(TEST_DAY, -1);
const after = addDays(TEST_DAY, 1);
const machine = (kind: 'operator' | 'system'): Asker => ({ kind, name: 'Ana', day: TEST_DAY, grounds: [] });
const need = (given: Partial<Extract<Ground, { kind: 'need-to-know' }>> = {}): Ground => ({
  kind: 'need-to-know',
  thing: draftThing(draft),
  from: TEST_DAY,
  to: null,
  ...given,
});
const interest = (given: Partial<Extract<Ground, { kind: 'interest' }>> = {}): Ground => ({
  kind: 'interest',
  thing: draftThing(draft),
  from: TEST_DAY,
  to: null,
  ...given,
});
const manager = aRole('programme-manager');

describe('who may do what with plans', () => {
  it.each(['operator', 'system'] as const)('the %s may read and change them', (kind) => {
    expect([mayReadPlans(machine(kind)), mayChangePlans(machine(kind))]).toEqual([true, true]);
  });

  it.each(ROLES)('%s: read by everybody, changed by a programme manager alone', (role) => {
    const asker = aPerson(1, [aRole(role)]);
    expect([mayReadPlans(asker), mayChangePlans(asker)]).toEqual([true, role === 'programme-manager']);
  });

  it('whoever did not sign in is the public, which changes nothing and is asked nothing of drafts', () => {
    const asker = askerOf({ asker: undefined, today: TEST_DAY, requestId: 'ABCD-1234' });
    expect(asker).toMatchObject({ kind: 'visitor', requestId: 'ABCD-1234', grounds: [] });
    expect([mayReadPlans(asker), mayChangePlans(asker), mayAskForDrafts(asker)]).toEqual([
      true,
      false,
      false,
    ]);
    expect(mayReadDraft(asker, draft)).toBe(false);
  });

  it.each([
    ['on its first day', { from: TEST_DAY }, true],
    ['on its last day', { to: TEST_DAY }, true],
    ['the day before its first', { from: after }, false],
    ['the day after its last', { to: before }, false],
  ])('a role counts by its days: %s', (_name, days, may) => {
    expect(mayChangePlans(aPerson(1, [aRole('programme-manager', days)]))).toBe(may);
  });
});

describe('who may read and change a draft', () => {
  it.each([
    ['nobody in particular', [], [false, false]],
    ['a programme manager', [manager], [true, true]],
    ['who needs to know', [need()], [true, false]],
    ['who needed to know until yesterday', [need({ from: before, to: before })], [false, false]],
    ['who needs to know from tomorrow', [need({ from: after })], [false, false]],
    ['who needs to know of another', [need({ thing: draftThing('another') })], [false, false]],
    ['of a thing of another kind', [need({ thing: { kind: 'minutes', ref: draft } })], [false, false]],
    ['a manager with an interest', [manager, interest()], [false, false]],
    ['who needs to know and has an interest', [need(), interest()], [false, false]],
    ['all three', [manager, need(), interest()], [false, false]],
    [
      'a manager with an interest in another',
      [manager, interest({ thing: draftThing('another') })],
      [true, true],
    ],
    ['a manager whose interest is over', [manager, interest({ from: before, to: before })], [true, true]],
    [
      'every other role',
      ROLES.filter((role) => role !== 'programme-manager').map((role) => aRole(role)),
      [false, false],
    ],
  ] as const)('%s', (_name, grounds, expected) => {
    const asker = aPerson(1, grounds);
    expect([mayReadDraft(asker, draft), mayChangeDraft(asker, draft)]).toEqual(expected);
  });
});

describe('on which ground', () => {
  it('names each role and need, and the post it goes with', () => {
    const asker = aPerson(1, [
      aRole('programme-manager', { throughPost: 'Head of Improvement' }),
      aRole('clerk'),
      need(),
      need({ thing: draftThing('another') }),
    ]);
    expect(groundsToReadDraft(asker, draft)).toEqual([
      'programme manager as Head of Improvement since 1 January 2026',
      'need to know since 12 May 2026',
    ]);
    expect(whyMayReadDraft(asker, draft)).toBe(
      'programme manager as Head of Improvement since 1 January 2026',
    );
    expect(whyMayReadDraft(machine('operator'), draft)).toBe('operator');
  });
});
