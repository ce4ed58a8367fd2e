import { describe, expect, it } from 'vitest';
import type { Actor } from '../audit/index.ts';
import { mayChangePeople, mayJudgePeople, mayReadNameHistory, mayReadPosts } from './permissions.ts';

const KINDS = ['system', 'operator', 'visitor', 'person'] as const;
const EVERYBODY = { system: true, operator: true, visitor: true, person: true };

const actor = (kind: Actor['kind']): Actor => ({ kind, name: kind });

describe('permissions', () => {
  it.each<[string, (actor: Actor) => boolean, Record<Actor['kind'], boolean>]>([
    ['mayReadPosts', mayReadPosts, EVERYBODY],
    ['mayReadNameHistory', mayReadNameHistory, { ...EVERYBODY, person: false }],
    ['mayChangePeople', mayChangePeople, { ...EVERYBODY, person: false }],
    ['mayJudgePeople', mayJudgePeople, { ...EVERYBODY, person: false, system: false }],
  ])('%s', (_, may, expected) => {
    for (const kind of KINDS) expect(may(actor(kind))).toBe(expected[kind]);
  });
});
