import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readCouncilInNumbers, type TypedNumbers } from './read-numbers.rule.ts';

const KENT: TypedNumbers = {
  council: '84',
  groups: 'Conservative 73\nLiberal Democrat, 7\nLabour: 3\nNo group 1',
  bodies: 'Planning 18\nRegulation 14',
};

function problemsOf(typed: Partial<TypedNumbers>): readonly string[] {
  const read = readCouncilInNumbers({ ...KENT, ...typed });
  return read.kind === 'problems' ? read.problems.map(({ sentence }) => sentence) : [];
}

describe('reading a council in numbers', () => {
  it('reads a name and a number on each line, however they are parted', () => {
    const read = readCouncilInNumbers(KENT);
    expect(read).toEqual({
      kind: 'read',
      numbers: {
        council: 84,
        notes: [],
        benches: [
          { name: 'Planning', seats: 18 },
          { name: 'Regulation', seats: 14 },
        ],
        parties: [
          { name: 'Conservative', members: 73, isGroup: true },
          { name: 'Liberal Democrat', members: 7, isGroup: true },
          { name: 'Labour', members: 3, isGroup: true },
          { name: 'No group', members: 1, isGroup: false },
        ],
      },
    });
  });

  it('counts a group of one with those in none, and says by which rule', () => {
    const read = readCouncilInNumbers({
      ...KENT,
      groups: 'Conservative 73\nLiberal Democrat 7\nLabour 3\nResidents 1',
    });
    expect(read).toMatchObject({
      kind: 'read',
      numbers: {
        parties: [{}, {}, {}, { name: 'No group', members: 1, isGroup: false }],
        notes: [expect.stringContaining('regulation 8')],
      },
    });
  });

  it.each<[string, Partial<TypedNumbers>, string]>([
    [
      'too few',
      { groups: 'Conservative 73\nLabour 10' },
      'come to 83, and the council has 84: 1 member too few',
    ],
    [
      'too many',
      { groups: 'Conservative 73\nLabour 13' },
      'come to 86, and the council has 84: 2 members too many',
    ],
    [
      'no number',
      { groups: 'Conservative\nLabour 11' },
      'Line 1, “Conservative”, must be a name and a number',
    ],
    ['no name', { groups: '73\nLabour 11' }, 'Line 1, “73”, must be a name and a number'],
    ['twice', { groups: 'Labour 40\nlabour 44' }, 'Line 2: labour stands there twice'],
    ['nothing', { groups: ' ' }, 'Enter each group with its number of members'],
    ['no bodies', { bodies: '' }, 'Enter each body with its number of seats'],
    ['no council', { council: 'many' }, 'Enter how many members the council has'],
    ['too big a body', { bodies: 'Planning 85' }, 'Planning has 85 seats and the council only 84 members'],
    [
      'more than can be worked out while somebody waits',
      {
        council: '900',
        groups: Array.from({ length: 30 }, (_, group) => `Group ${group}x 30`).join('\n'),
        bodies: Array.from({ length: 40 }, (_, body) => `Body ${body}x 400`).join('\n'),
      },
      '40 bodies with 16000 seats for 30 groups are too many to work out at once',
    ],
    ['none', { bodies: 'Planning 0' }, 'the number of seats must be from 1 to 999'],
  ])('says what is wrong: %s', (_, typed, sentence) => {
    expect(problemsOf(typed).join(' ')).toContain(sentence);
  });

  it.each<[keyof TypedNumbers, Partial<TypedNumbers>]>([
    ['council', { council: '' }],
    ['council', { council: '0' }],
    ['council', { council: '1000' }],
    ['groups', { groups: '' }],
    ['groups', { groups: 'Conservative' }],
    ['groups', { groups: 'Conservative 0\nLabour 84' }],
    ['groups', { groups: 'Conservative 83' }],
    ['groups', { groups: 'Labour 42\nlabour 42' }],
    ['bodies', { bodies: '' }],
    ['bodies', { bodies: 'Planning' }],
    ['bodies', { bodies: 'Planning 1000' }],
    ['bodies', { bodies: 'Planning 85' }],
  ])('says it of %s, where %j was typed', (field, typed) => {
    const read = readCouncilInNumbers({ ...KENT, ...typed });
    expect(read.kind === 'problems' ? read.problems.map((problem) => problem.field) : []).toEqual([field]);
  });

  const lines = (count: number, name: string, each: number) =>
    Array.from({ length: count }, (_, index) => `${name}${index}x ${each}`).join('\n');

  it.each<[string, TypedNumbers, boolean]>([
    ['a council of one', { council: '1', groups: 'No group 1', bodies: 'Planning 1' }, true],
    ['a council of 999', { council: '999', groups: 'Labour 999', bodies: 'Planning 999' }, true],
    ['sixty groups', { council: '120', groups: lines(60, 'Group', 2), bodies: 'Planning 18' }, true],
    ['sixty-one groups', { council: '122', groups: lines(61, 'Group', 2), bodies: 'Planning 18' }, false],
    ['sixty bodies', { ...KENT, bodies: lines(60, 'Body', 5) }, true],
    ['sixty-one bodies', { ...KENT, bodies: lines(61, 'Body', 5) }, false],
    [
      'as much work as somebody waits for: 10 groups, 50 bodies of 10 seats',
      { council: '100', groups: lines(10, 'Group', 10), bodies: lines(50, 'Body', 10) },
      true,
    ],
    [
      'one seat more',
      {
        council: '100',
        groups: lines(10, 'Group', 10),
        bodies: `${lines(49, 'Body', 10)}\nLast 11`,
      },
      false,
    ],
  ])('takes or turns down %s', (_, typed, isRead) => {
    expect(readCouncilInNumbers(typed).kind).toBe(isRead ? 'read' : 'problems');
  });

  it('reads whatever is typed without falling over', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), fc.string(), (council, groups, bodies) => {
        const read = readCouncilInNumbers({ council, groups, bodies });
        const parties = read.kind === 'read' ? read.numbers.parties : [];
        expect(parties.every(({ members }) => members > 0)).toBe(true);
      }),
    );
  });
});
