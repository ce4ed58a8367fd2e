import { describe, expect, it } from 'vitest';
import { day, seat, sitting } from '../../../../test/support/said-of-bodies.ts';
import { otherSayings, seatsOn } from './seats.rule.ts';
import { mayVote } from './votes.rule.ts';

const MARCH = '2011-03-30';
const LATER = '2011-03-31';

describe('seats of a body on a day', () => {
  const list = (on: string, labels: readonly string[]) => labels.map((label) => seat(label, on));

  it('takes the later list of a membership instead of the earlier, which is kept', () => {
    const earlier = list(MARCH, ['Chair', 'Lead Member', 'Director', 'Police']);
    const later = list(LATER, ['Lead Member', 'Managing Director', 'Health', 'Police', 'Chair']);
    const all = [...earlier, ...later];
    expect(seatsOn(all, day(MARCH)).map(({ label }) => label)).toEqual([
      'Chair',
      'Lead Member',
      'Director',
      'Police',
    ]);
    expect(seatsOn(all, day(LATER)).map(({ label }) => label)).toEqual([
      'Lead Member',
      'Managing Director',
      'Health',
      'Police',
      'Chair',
    ]);
    expect(otherSayings(all, day(LATER)).map((seats) => seats.length)).toEqual([4]);
  });

  it('takes two sayings of one seat as one: the chair, a post, elected members, a seat of the same name', () => {
    const post = { id: 7, title: 'Lead Member' };
    const found = seatsOn(
      [
        seat('Chair', MARCH, { role: 'chair', weight: 'proposed' }),
        seat('Independent Chair', LATER, { role: 'chair', sittings: [sitting(1, LATER)] }),
        seat('KCC Lead Member', MARCH, { post }),
        seat('Lead Member for Children', LATER, { post }),
        seat('Members, cross party', MARCH, { capacity: 'member', places: null }),
        seat('Member of a group', LATER, { capacity: 'group', places: 8, weight: 'resolved' }),
      ],
      day(LATER),
    );
    expect(found.map(({ label, places, sayings }) => [label, places, sayings.length])).toEqual([
      ['Independent Chair', 1, 2],
      ['Lead Member for Children', 1, 2],
      ['Member of a group', 8, 2],
    ]);
  });

  it('keeps two seats apart that one paper names two people in', () => {
    const found = seatsOn(
      [
        seat('Independent member', MARCH, { sittings: [sitting(1, MARCH)] }),
        seat('Independent member', MARCH, { sittings: [sitting(2, MARCH)] }),
      ],
      day(MARCH),
    );
    expect(found).toHaveLength(2);
    expect(found.every(({ isContested }) => !isContested)).toBe(true);
  });

  it('never merges what somebody who keeps the record entered', () => {
    const kept = { byPaper: false } as const;
    expect(seatsOn([seat('Member', MARCH, kept), seat('Member', MARCH, kept)], day(MARCH))).toHaveLength(2);
  });

  it('says what is vacant, what is claimed twice, and whom a later paper puts in the place of another', () => {
    const [vacant] = seatsOn(
      [seat('Member', MARCH, { places: 3, sittings: [sitting(1, MARCH)] })],
      day(MARCH),
    );
    expect(vacant?.vacant).toBe(2);
    const [contested] = seatsOn(
      [seat('Member', MARCH, { sittings: [sitting(1, MARCH), sitting(2, MARCH)] })],
      day(MARCH),
    );
    expect(contested?.isContested).toBe(true);
    const [succeeded] = seatsOn(
      [
        seat('Chair', MARCH, { role: 'chair', sittings: [sitting(1, MARCH)] }),
        seat('Chair', LATER, { role: 'chair', sittings: [sitting(2, LATER)] }),
      ],
      day(LATER),
    );
    expect(succeeded?.holders.map(({ personId }) => personId)).toEqual([2]);
    expect(succeeded?.isContested).toBe(false);
  });

  it('presumes who is in a seat two years after the paper, and nobody after the last day', () => {
    const named = seat('Member', MARCH, { sittings: [sitting(1, MARCH)] });
    expect(seatsOn([named], day('2013-03-30'))[0]?.holders[0]?.standing).toBe('known');
    expect(seatsOn([named], day('2013-03-31'))[0]?.holders[0]?.standing).toBe('presumed');
    const limited = seat('Member', MARCH, { sittings: [sitting(1, MARCH, { until: day('2011-06-30') })] });
    expect(seatsOn([limited], day('2011-06-30'))[0]?.holders).toHaveLength(1);
    expect(seatsOn([limited], day('2011-07-01'))[0]?.holders).toHaveLength(0);
  });
});

describe('who may vote, and by which rule', () => {
  const RECORDED = 'So it is recorded of the seat.';
  const OBSERVER = 'An observer does not vote.';
  const BY_THE_ACT = 'Elected members vote (Local Government Act 1972, Schedule 12, paragraphs 39 and 44).';
  const CO_OPTED =
    'Co-opted members do not, unless the law says so (Local Government and Housing Act 1989, section 13).';
  const NOT_SAID = 'Nothing recorded says whether this seat votes.';

  it.each([
    [{ votes: true, capacity: 'co-opted', role: 'member' }, 'panel', 'yes', RECORDED],
    [{ votes: true, capacity: 'observer', role: 'observer' }, 'panel', 'yes', RECORDED],
    [{ votes: false, capacity: 'member', role: 'member' }, 'council', 'no', RECORDED],
    [{ votes: null, capacity: 'observer', role: 'observer' }, 'council', 'no', OBSERVER],
    [{ votes: null, capacity: 'observer', role: 'member' }, 'board', 'no', OBSERVER],
    [{ votes: null, capacity: 'member', role: 'observer' }, 'council', 'no', OBSERVER],
    [{ votes: null, capacity: 'member', role: 'member' }, 'council', 'yes', BY_THE_ACT],
    [{ votes: null, capacity: 'member', role: 'member' }, 'executive', 'yes', BY_THE_ACT],
    [{ votes: null, capacity: 'group', role: 'chair' }, 'committee', 'yes', BY_THE_ACT],
    [{ votes: null, capacity: 'co-opted', role: 'member' }, 'committee', 'no', CO_OPTED],
    [{ votes: null, capacity: 'co-opted', role: 'member' }, 'council', 'not-said', NOT_SAID],
    [{ votes: null, capacity: 'officer', role: 'member' }, 'committee', 'not-said', NOT_SAID],
    [{ votes: null, capacity: 'group', role: 'member' }, 'panel', 'not-said', NOT_SAID],
    [{ votes: null, capacity: 'member', role: 'member' }, undefined, 'not-said', NOT_SAID],
    [{ votes: null, capacity: 'ex-officio', role: 'member' }, 'board', 'not-said', NOT_SAID],
  ] as const)('of %j on a %s: %s', (on, kind, answer, why) => {
    expect(mayVote(on, kind)).toEqual({ answer, why });
  });
});
