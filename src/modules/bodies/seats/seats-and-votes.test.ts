import { describe, expect, it } from 'vitest';
import { day, seat, sitting } from '../../../../test/support/said-of-bodies.ts';
import { isOfficeAmongMembers, otherSayings, satBefore, seatsOn } from './seats.rule.ts';
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

  it('takes four seats of one paper for a list of the membership, and three for none', () => {
    const earlier = list(MARCH, ['Chair', 'Lead Member', 'Director', 'Police']);
    const labelsOn = (later: readonly string[]) =>
      seatsOn([...list(LATER, later), ...earlier], day(LATER)).map(({ label }) => label);
    expect(labelsOn(['Health', 'Schools', 'Probation', 'Carers'])).toEqual([
      'Health',
      'Schools',
      'Probation',
      'Carers',
    ]);
    expect(labelsOn(['Health', 'Schools', 'Probation'])).toHaveLength(7);
  });

  it('keeps beside a later list what was decided before it, and what a person recorded', () => {
    const later = list(LATER, ['Health', 'Schools', 'Probation', 'Carers']);
    const kept = [
      seat('Co-opted member', MARCH, { weight: 'resolved' }),
      seat('Observer', MARCH, { byPaper: false }),
    ];
    const found = seatsOn([...later, ...kept, seat('Director', MARCH)], day(LATER));
    expect(found.map(({ label }) => label)).toEqual([
      'Health',
      'Schools',
      'Probation',
      'Carers',
      'Co-opted member',
      'Observer',
    ]);
  });

  it('stand in the order of their part in the body, then as they were said', () => {
    const roles = ['observer', 'member', 'vice-chair', 'member', 'chair'] as const;
    const found = seatsOn(
      roles.map((role, index) => seat(`Seat ${index}`, MARCH, { role })),
      day(MARCH),
    );
    expect(found.map(({ label }) => label)).toEqual(['Seat 4', 'Seat 2', 'Seat 1', 'Seat 3', 'Seat 0']);
  });

  it('takes from each saying what only it says: places, votes, substitutes and the post', () => {
    const post = { id: 7, title: 'Lead Member' };
    const [one, ...more] = seatsOn(
      [
        seat('Member', MARCH, { places: 5, votes: false, post }),
        seat('Member', '2011-03-29', { places: 6, votes: true, substitutes: true }),
        seat('Member', LATER, { places: null, votes: null }),
      ],
      day(LATER),
    );
    expect(more).toEqual([]);
    expect(one).toMatchObject({ statedOn: LATER, places: 5, votes: false, substitutes: true, post });
    const [nobody] = seatsOn([seat('Member', MARCH, { places: null })], day(MARCH));
    expect(nobody).toMatchObject({ places: null, vacant: null, isContested: false, substitutes: false });
  });

  it('counts a substitute in no place', () => {
    const sittings = [sitting(1, MARCH), sitting(2, MARCH, { isSubstitute: true })];
    const [full] = seatsOn([seat('Member', MARCH, { places: 1, sittings })], day(MARCH));
    expect(full).toMatchObject({ vacant: 0, isContested: false });
    expect(full?.holders).toHaveLength(2);
  });

  it.each([
    ['the chair of a board and its vice-chair', { role: 'chair' }, { role: 'vice-chair' }, 2],
    [
      'the same organisation in other words',
      { organisation: 'The Kent Police' },
      { organisation: 'police' },
      1,
    ],
    ['two organisations', { organisation: 'Police' }, { organisation: 'Probation' }, 2],
    ['members of groups and elected members', { capacity: 'group' }, { capacity: 'member' }, 1],
    ['an elected member and an officer', { capacity: 'group' }, { capacity: 'officer' }, 2],
    ['two vice-chairs', { role: 'vice-chair' }, { role: 'vice-chair' }, 1],
    ['one of a post and one of none', { post: { id: 7, title: 'Lead Member' } }, { role: 'member' }, 2],
    ['two posts', { post: { id: 7, title: 'Lead' } }, { post: { id: 8, title: 'Lead' } }, 2],
    ['an organisation and one that is not named', { organisation: 'Police' }, { organisation: null }, 2],
    ['two sayings of the seat itself', { seatNo: 3, byPaper: false }, { seatNo: 3 }, 1],
  ] as const)('of two papers: %s', (_, one, other, seats) => {
    const ofOrganisation = (given: object) =>
      'organisation' in given ? { capacity: 'organisation' as const } : {};
    const said = (label: string, on: string, given: typeof one | typeof other) =>
      seat(label, on, { ...ofOrganisation(given), ...given });
    expect(seatsOn([said('One', MARCH, one), said('Other', LATER, other)], day(LATER))).toHaveLength(seats);
  });

  it('takes two sayings of one paper for one seat, where only one of them names somebody', () => {
    const named = seat('Independent member', MARCH, { sittings: [sitting(1, MARCH)] });
    const empty = seat('Independent Member', MARCH);
    expect(seatsOn([named, empty], day(MARCH))).toMatchObject([{ holders: [{ personId: 1 }], vacant: 0 }]);
  });

  it('has who sits in the order of what counts, and whom two papers name once', () => {
    const [early, late] = [sitting(1, '2011-03-29'), sitting(2, LATER)];
    const sittings = [early, sitting(3, MARCH), late, sitting(3, '2011-03-28'), sitting(4, MARCH)];
    const holders = (of: typeof sittings) =>
      seatsOn([seat('Member', MARCH, { places: 4, sittings: of })], day(LATER))[0]?.holders;
    expect(holders(sittings)?.map(({ personId }) => personId)).toEqual([2, 3, 4, 1]);
    expect(holders(sittings.toReversed())?.map(({ personId }) => personId)).toEqual([2, 3, 4, 1]);
  });

  it('keeps in a seat for one whoever holds its post or was recorded, whatever a later paper says', () => {
    const sittings = [
      sitting(1, MARCH, { byPost: true }),
      sitting(2, MARCH, { byPaper: false }),
      sitting(3, MARCH),
      sitting(4, LATER),
    ];
    const [one] = seatsOn([seat('Member', MARCH, { sittings })], day(LATER));
    expect(one?.holders.map(({ personId }) => personId).toSorted()).toEqual([1, 2, 4]);
    expect(one?.isContested).toBe(true);
  });

  it('stands in the order of the record where nothing else tells two apart', () => {
    const [one, two] = [seat('One', MARCH, { post: null }), seat('Two', MARCH, { post: null })];
    expect(seatsOn([two, one], day(MARCH)).map(({ label }) => label)).toEqual(['One', 'Two']);
  });

  it('says what earlier lists said that do not count, by paper', () => {
    const later = list(LATER, ['Health', 'Schools', 'Probation', 'Carers']);
    const others = otherSayings([...later, ...list(MARCH, ['Director', 'Police'])], day(LATER));
    expect(others.map((seats) => seats.map(({ label }) => label))).toEqual([['Director', 'Police']]);
  });

  it.each([
    ['a day before the last', { until: '2011-06-30' }, '2011-06-29', false, true],
    ['the last day', { until: '2011-06-30' }, '2011-06-30', false, true],
    ['the day after', { until: '2011-06-30' }, '2011-07-01', true, false],
    ['a day before the paper that says it is over', { overBy: '2011-06-30' }, '2011-06-29', false, true],
    ['the day of that paper', { overBy: '2011-06-30' }, '2011-06-30', true, false],
    ['any day, of a post', { until: '2011-06-30', byPost: true }, '2011-07-01', false, false],
    ['any day, where it goes on', {}, '2020-01-01', false, true],
  ])('is over on %s: %j on %s is %s', (_, given, on, isOver, sits) => {
    const { until, overBy, byPost = false } = given as { until?: string; overBy?: string; byPost?: boolean };
    const dayOf = (text: string | undefined) => (text === undefined ? null : day(text));
    const one = sitting(1, MARCH, { until: dayOf(until), overBy: dayOf(overBy), byPost });
    const seats = [seat('Member', MARCH, { sittings: [one] })];
    expect(satBefore(seats, day(on))).toHaveLength(isOver ? 1 : 0);
    // Whoever sat before does not sit any more.
    expect(seatsOn(seats, day(on))[0]?.holders).toHaveLength(sits ? 1 : 0);
  });

  it('lists who sat before, the latest first', () => {
    const ended = (id: number, until: string) => sitting(id, '2010-01-01', { until: day(until) });
    const seats = [seat('Member', MARCH, { sittings: [ended(1, '2010-06-30'), ended(2, '2010-12-31')] })];
    expect(satBefore(seats, day(MARCH)).map(({ sitting: { personId }, label }) => [personId, label])).toEqual(
      [
        [2, 'Member'],
        [1, 'Member'],
      ],
    );
  });

  it.each([
    ['chair', 'member', true],
    ['vice-chair', 'group', true],
    ['chair', 'independent-chair', false],
    ['member', 'member', false],
    ['observer', 'group', false],
  ] as const)('takes a %s of capacity %s for an office among the members: %s', (role, capacity, is) => {
    expect(isOfficeAmongMembers({ role, capacity })).toBe(is);
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
