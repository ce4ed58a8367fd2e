import { describe, expect, it } from 'vitest';
import { actorOf } from './actor.ts';
import { mayChangePlans, mayReadPlans } from './permissions.ts';

describe('who may do what with plans', () => {
  it.each(['operator', 'system', 'visitor'] as const)('the %s may read and change them', (kind) => {
    expect([mayReadPlans({ kind, name: 'Ana' }), mayChangePlans({ kind, name: 'Ana' })]).toEqual([
      true,
      true,
    ]);
  });

  it('a kind of person that is not known may not change them', () => {
    expect(mayChangePlans({ kind: 'reader' as 'visitor', name: 'Ana' })).toBe(false);
  });

  it('whoever has the pages is a visitor on this machine, with the request they asked in', () => {
    expect(actorOf({ requestId: 'ABCD-1234' })).toEqual({
      kind: 'visitor',
      name: 'A visitor on this machine',
      requestId: 'ABCD-1234',
    });
  });
});
