import { describe, expect, it } from 'vitest';
import { plainDay, type PlainDay } from '../../platform/time/plain-day.ts';
import {
  type Asker,
  type Ground,
  hasNeedToKnow,
  hasRole,
  holdsOn,
  isExcluded,
  postsHeld,
  sitsOn,
} from './asking/asker.rule.ts';
import { mayGoWithPost, type Role, ROLES } from './asking/role.shape.ts';
import type { Permission } from './asking/permission.rule.ts';
import {
  mayChangePeople,
  mayJudgePeople,
  mayReadNameHistory,
  mayReadPosts,
  mayReadTrail,
  whyMayReadTrail,
} from './permissions.ts';

const DAY = plainDay(2026, 11, 28);

function asking(kind: Asker['kind'], grounds: readonly Ground[] = [], day: PlainDay = DAY): Asker {
  return { kind, name: kind, day, grounds };
}

function withRole(role: Role, from = plainDay(2026, 11, 1), to: PlainDay | null = null): Asker {
  return asking('person', [{ kind: 'role', role, from, to, throughPost: null }]);
}

describe('who may do what with people, posts and the trail', () => {
  it.each<[string, Permission, readonly Role[], readonly Asker['kind'][]]>([
    ['mayReadPosts', mayReadPosts, ROLES, ['system', 'operator', 'visitor', 'person']],
    ['mayReadNameHistory', mayReadNameHistory, ['auditor', 'administrator'], ['system', 'operator']],
    ['mayChangePeople', mayChangePeople, ['administrator'], ['system', 'operator']],
    ['mayJudgePeople', mayJudgePeople, ['administrator'], ['operator']],
    ['mayReadTrail', mayReadTrail, ['auditor', 'administrator'], ['system', 'operator']],
  ])('%s', (_name, may, roles, kinds) => {
    expect(ROLES.filter((role) => may(withRole(role)))).toEqual(roles);
    expect(
      (['system', 'operator', 'visitor', 'person'] as const).filter((kind) => may(asking(kind))),
    ).toEqual(kinds);
    expect(may.sentence).toMatch(/^(may|anybody)/);
  });

  it('says on which ground the trail is read', () => {
    expect(whyMayReadTrail(withRole('auditor'))).toBe('auditor since 1 November 2026');
    expect(whyMayReadTrail(asking('operator'))).toBe('operator');
  });
});

describe('a ground holds from its first to its last day, both in full', () => {
  const [first, last] = [plainDay(2026, 3, 29), plainDay(2026, 10, 25)];

  it.each([
    ['the day before it begins', plainDay(2026, 3, 28), last, false],
    ['its first day', first, last, true],
    ['a day between', plainDay(2026, 7, 1), last, true],
    ['its last day', last, last, true],
    ['the day after its last', plainDay(2026, 10, 26), last, false],
    ['years later, with no last day', plainDay(2046, 1, 1), null, true],
    ['the only day of one', first, first, true],
  ])('%s', (_name, day, to, held) => {
    expect(holdsOn({ from: first, to }, day)).toBe(held);
    const role: Ground = { kind: 'role', role: 'auditor', from: first, to, throughPost: null };
    const post: Ground = { kind: 'post', postId: 3, title: 'Head of Audit', from: first, to };
    const thing = { kind: 'import', ref: 'a' };
    const need: Ground = { kind: 'need-to-know', thing, from: first, to };
    const interest: Ground = { kind: 'interest', thing, from: first, to };
    const seat: Ground = { kind: 'seat', bodyId: 7, votes: true, from: first, to };
    const asker = asking('person', [role, post, need, interest, seat], day);
    expect([
      hasRole(asker, 'auditor'),
      postsHeld(asker).includes(post),
      sitsOn(asker, 7),
      hasNeedToKnow(asker, thing),
      isExcluded(asker, thing),
    ]).toEqual([held, held, held, held, held]);
    expect([hasRole(asker, 'delivery-lead'), sitsOn(asker, 8)]).toEqual([false, false]);
  });

  it.each([
    [{ kind: 'import', ref: 'b' }],
    [{ kind: 'plan', ref: 'a' }],
    [{ kind: 'import', ref: '' }],
    [{ kind: 'import', ref: 'A' }],
  ])('of one thing opens and shuts no other: %o', (other) => {
    const thing = { kind: 'import', ref: 'a' };
    const asker = asking('person', [
      { kind: 'need-to-know', thing, from: first, to: null },
      { kind: 'interest', thing, from: first, to: null },
    ]);
    expect([hasNeedToKnow(asker, other), isExcluded(asker, other)]).toEqual([false, false]);
  });
});

it('takes an interest in a thing for no need to know it, nor the other way', () => {
  const thing = { kind: 'import', ref: 'a' };
  const asker = (kind: 'need-to-know' | 'interest') =>
    asking('person', [{ kind, thing, from: DAY, to: null }]);
  const found = (['need-to-know', 'interest'] as const)
    .map(asker)
    .map((one) => [hasNeedToKnow(one, thing), isExcluded(one, thing)]);
  expect(found).toEqual([
    [true, false],
    [false, true],
  ]);
});

it('gives an administrator’s role to nobody by a post', () => {
  expect(ROLES.filter((role) => !mayGoWithPost(role))).toEqual(['administrator']);
});
