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
