import { describe, expect, it } from 'vitest';
import { JoinedPeople } from './joined-people.rule.ts';

const same = (personId: number, otherId: number) => ({ personId, otherId, verdict: 'same' as const });
const different = (personId: number, otherId: number) => ({
  personId,
  otherId,
  verdict: 'different' as const,
});

describe('JoinedPeople', () => {
  it('leads with the oldest record, whichever way they were joined', () => {
    const people = new JoinedPeople([same(4, 9), same(2, 4), same(5, 6)]);
    expect([2, 4, 9].map((id) => people.lead(id))).toEqual([2, 2, 2]);
    expect(people.recordsOf(9)).toEqual([2, 4, 9]);
    expect(people.areOne(5, 6)).toBe(true);
    expect(people.areOne(5, 9)).toBe(false);
  });

  it('takes a record nobody joined as a person by itself', () => {
    const people = new JoinedPeople([]);
    expect(people.lead(7)).toBe(7);
    expect(people.recordsOf(7)).toEqual([7]);
  });

  it('forgets a join that was opened again', () => {
    expect(new JoinedPeople([{ personId: 1, otherId: 2, verdict: 'open' }]).areOne(1, 2)).toBe(false);
  });

  it('knows of two persons kept apart through any of their records', () => {
    const people = new JoinedPeople([same(1, 2), same(3, 4), different(2, 3)]);
    expect(people.keptApart(4, 1)).toEqual(different(2, 3));
    expect(people.keptApart(1, 5)).toBeUndefined();
  });
});
