import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LeadDirectory } from './lead-directory.rule.ts';
import { readLeads } from './leads.rule.ts';

const directory = new LeadDirectory();
for (const name of ['Ann Hope', 'Jo Poole', 'Sam Reed', 'Heads of Service']) directory.list(name);

describe('a cell of leads', () => {
  it.each([
    ['Jo Poole', ['Jo Poole']],
    ['Heads of Service', ['Heads of Service']],
    ['Jo Poole Heads of Service', ['Jo Poole', 'Heads of Service']],
    ['Heads of Service Sam Reed', ['Heads of Service', 'Sam Reed']],
    ['Heads of Service Heads of Service Sam Reed', ['Heads of Service', 'Sam Reed']],
    ['Ann Hope Jo Poole', ['Ann Hope', 'Jo Poole']],
    ['Kim Vale/ Ann Hope Lee Marsh', ['Kim Vale', 'Ann Hope', 'Lee Marsh']],
    ['Kim Vale Lee Marsh', ['Kim Vale', 'Lee Marsh']],
    ['Jo Poole and Sam Reed', ['Jo Poole', 'Sam Reed']],
    ['Jo Poole, Sam Reed & Ann Hope', ['Jo Poole', 'Sam Reed', 'Ann Hope']],
    ['Jo Poole & partners', ['Jo Poole', 'partners']],
    ['Jo Poole and Partners', ['Jo Poole', 'Partners']],
    ['Kim Vale & partner reps', ['Kim Vale', 'partner reps']],
    ['Jo Poole (supported with external resource)', ['Jo Poole']],
    ['Jo Poole (and external resource)', ['Jo Poole']],
    ['Jo Poole via -Fielding Water Carter', ['Jo Poole', 'Fielding Water Carter']],
    ['Chair of the Trust – Kim Vale', ['Kim Vale']],
    ['Kim Vale - Director of Health', ['Kim Vale']],
    ['Jo Poole in consultation with Board partners', ['Jo Poole', 'Board partners']],
    ['Independent consultants', ['Independent consultants']],
    ['Head of Quality and Practice', ['Head of Quality and Practice']],
    ['Head of Quality and Jo Poole', ['Head of Quality', 'Jo Poole']],
    ['Head of Quality and Head of Practice', ['Head of Quality', 'Head of Practice']],
    ['Head of Service, Early Help', ['Head of Service, Early Help']],
    ['Jo Poole,', ['Jo Poole']],
    ['', []],
    [' – ', []],
  ])('%s', (printed, leads) => {
    expect(readLeads(printed, directory).leads).toEqual(leads);
  });

  it('says which names it had to cut apart, and what else the cell says', () => {
    expect(readLeads('Ann Hope Jo Poole', directory).cutApart).toBe(true);
    expect(readLeads('Ann Hope and Jo Poole', directory).cutApart).toBe(false);
    expect(readLeads('Jo Poole (supported with external resource)', directory).notes).toEqual([
      'supported with external resource',
    ]);
    expect(readLeads('Chair of the Trust – Kim Vale', directory).notes).toEqual(['Chair of the Trust']);
  });

  it('finds any known names run together in any order', () => {
    const known = fc.shuffledSubarray(['Ann Hope', 'Jo Poole', 'Sam Reed', 'Heads of Service'], {
      minLength: 1,
    });
    fc.assert(
      fc.property(known, fc.constantFrom(' ', ' & ', '/ ', ', '), (names, mark) => {
        expect(readLeads(names.join(mark), directory).leads).toEqual(names);
      }),
    );
  });
});
