import { describe, expect, it } from 'vitest';
import { refusalInWords } from './refusal.rule.ts';
import { day } from '../../../../test/support/said-of-bodies.ts';

type Refusal = Parameters<typeof refusalInWords>[0];

/** One of each kind that cannot be done, and the others of a kind whose sentence differs. */
const REFUSALS: readonly (readonly [Refusal, ReturnType<typeof refusalInWords>])[] = [
  [{ kind: 'no-such-seat' }, { field: 'person', sentence: 'There is no such seat any more' }],
  [{ kind: 'no-such-person' }, { field: 'person', sentence: 'Choose who is appointed' }],
  [
    { kind: 'ends-before-it-begins' },
    { field: 'until', sentence: 'The last day must not be before the first' },
  ],
  [
    { kind: 'goes-with-a-post', post: 'Lead Member' },
    {
      field: 'person',
      sentence:
        'This seat goes with a post: whoever holds Lead Member sits in it. Appoint to the post instead',
    },
  ],
  [
    { kind: 'outside-the-seat', begins: day('2030-05-09'), ends: null },
    {
      field: 'from',
      sentence: 'The seat is there from 9 May 2030: nobody can sit in it on other days',
    },
  ],
  [
    { kind: 'outside-the-seat', begins: day('2030-05-09'), ends: day('2031-05-08') },
    {
      field: 'from',
      sentence: 'The seat is there from 9 May 2030 to 8 May 2031: nobody can sit in it on other days',
    },
  ],
  [
    { kind: 'sits-already', seat: 'Member', from: day('2030-05-09'), until: null },
    {
      field: 'person',
      sentence:
        'Ada Marsh sits on this body already, as Member from 9 May 2030. Nobody sits on one body twice at once',
    },
  ],
  [
    { kind: 'sits-already', seat: 'Member', from: day('2030-05-09'), until: day('2030-06-30') },
    {
      field: 'person',
      sentence:
        'Ada Marsh sits on this body already, as Member from 9 May 2030 to 30 June 2030. Nobody sits on one body twice at once',
    },
  ],
  [
    { kind: 'no-free-place', places: 2, held: ['Bo Field', 'Cy Dean'] },
    {
      field: 'person',
      sentence: 'All 2 places are taken: Bo Field, Cy Dean. End somebody’s time first, or define more seats',
    },
  ],
  [{ kind: 'no-substitutes' }, { field: 'substitute', sentence: 'This seat has no substitutes' }],
  [
    { kind: 'chair-not-a-member', body: 'Improvement Panel' },
    {
      field: 'person',
      sentence:
        'Ada Marsh is not a member of Improvement Panel on all of these days. A chair taken from among the members must be one of them (of a council: Local Government Act 1972, section 3)',
    },
  ],
];

describe('why somebody cannot be appointed', () => {
  it.each(REFUSALS)('%j', (refusal, told) => {
    expect(refusalInWords(refusal, 'Ada Marsh')).toEqual(told);
  });
});
