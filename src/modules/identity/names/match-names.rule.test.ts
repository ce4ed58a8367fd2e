import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { matchNames, type Strength } from './match-names.rule.ts';
import { matchPeople } from './match-people.rule.ts';
import { foldName, type PersonName } from './name.rule.ts';
import { parseName } from './parse-name.rule.ts';
import { printName } from './print-name.rule.ts';
import { isOneSlipApart } from './one-slip-apart.rule.ts';

function named(printed: string): PersonName {
  const name = parseName(printed);
  if (name === null) throw new Error(`No name in ${printed}`);
  return name;
}

describe('matchNames', () => {
  it.each<[string, string, Strength, RegExp]>([
    ['Hazel Quillfeather', 'Hazel Quillfeather', 'strong', /same forenames/],
    ['Hazel Quillfeather', 'QUILLFEATHER, Hazel', 'strong', /same forenames/],
    ['Émile Bergère', 'Emile Bergere', 'strong', /but for how they are spelt/],
    ['Siobhan O’Dea', 'Siobhan ODea', 'strong', /forenames/],
    ['Mr A J Marrowby, MBE', 'Anthony John Marrowby', 'fair', /initials that agree/],
    ['Mr A J Marrowby', 'Cllr A J Marrowby', 'fair', /initials that agree/],
    ['Mr A Marrowby', 'Mr A J Marrowby', 'weak', /nothing more to go by/],
    ['Mr A Marrowby', 'Anthony Marrowby', 'weak', /nothing more to go by/],
    ['Mrs Oatshaw', 'Mrs J Oatshaw', 'weak', /no forename/],
    ['Hazel Oatshaw', 'Hazel May Oatshaw', 'fair', /more names/],
    ['Jon Candlemere', 'John Candlemere', 'fair', /often one name/],
    ['Liz Candlemere', 'Elizabeth Candlemere', 'fair', /often one name/],
    ['Micheal Duskfield', 'Michael Duskfield', 'fair', /one letter apart/],
    [
      'Hazel Quillfaether',
      'Hazel Quillfeather',
      'fair',
      /Quillfaether and Quillfeather are one letter apart/,
    ],
    ['Tamsin Nutbourne', 'Tamsin Nutbourne-Hay', 'fair', /part of the other/],
    ['Oatshaw Hazel', 'Hazel Oatshaw', 'fair', /another order/],
    ['Elizabeth (Liz) Candlemere', 'Liz Candlemere', 'fair', /often one name/],
  ])('proposes %s and %s: %s', (one, other, strength, reason) => {
    const proposal = matchNames(named(one), named(other));
    expect(proposal?.strength).toBe(strength);
    expect(proposal?.reasons[0]).toMatch(reason);
  });

  it.each([
    ['different people with the same surname', 'Hazel Oatshaw', 'Rowan Oatshaw'],
    ['the same surname and initial', 'Alan Oatshaw', 'Andrew Oatshaw'],
    ['another second initial', 'Mr A J Oatshaw', 'Mr A D Oatshaw'],
    ['initials of another order', 'Mr R J Oatshaw', 'Mr J R Oatshaw'],
    ['Mr and Mrs', 'Mr A Oatshaw', 'Mrs A Oatshaw'],
    ['father and son', 'Silas Oatshaw Snr', 'Silas Oatshaw Jnr'],
    ['a short surname with another letter', 'Ann Hill', 'Ann Hall'],
    ['a short forename with another letter', 'Jan Oatshaw', 'Jon Oatshaw'],
    ['a like surname with an initial alone', 'Mr A Marrowby', 'Mr A Marowby'],
    ['another surname', 'Hazel Oatshaw', 'Hazel Quillfeather'],
    ['two barrels that share neither', 'Tamsin Nutbourne-Hay', 'Tamsin Yewdale-Finch'],
    ['two double-barrelled that share one', 'Tamsin Nutbourne-Hay', 'Tamsin Nutbourne-Finch'],
  ])('proposes nothing for %s: %s and %s', (_, one, other) => {
    expect(matchNames(named(one), named(other))).toBeNull();
  });

  const anyName = fc.record({
    title: fc.constantFrom(null, 'Mr', 'Mrs', 'Cllr', 'Dr'),
    forenames: fc.array(fc.constantFrom('Alan', 'Andrew', 'A', 'J', 'Jon', 'John', 'Michael', 'Micheal'), {
      maxLength: 2,
    }),
    knownAs: fc.constantFrom(null, null, 'Jack', 'Mike'),
    surname: fc.constantFrom('Oatshaw', 'Oatsahw', 'Oatshaw-Hay', 'Marrowby', 'Hill', 'Hall', 'John'),
    suffix: fc.constantFrom(null, null, 'Jr', 'Sr'),
    honours: fc.constant([]),
  });

  it('says the same whichever name comes first', () => {
    fc.assert(
      fc.property(anyName, anyName, (one, other) => {
        expect(matchNames(one, other)).toEqual(matchNames(other, one));
      }),
    );
  });

  it('always proposes a name and itself', () => {
    fc.assert(
      fc.property(anyName, (one) => {
        expect(matchNames(one, one)).not.toBeNull();
      }),
    );
  });

  it('proposes two surnames only where they are the same, one slip apart, one part of the other, or turned round', () => {
    fc.assert(
      fc.property(anyName, anyName, (one, other) => {
        const [a, b] = [foldName(one.surname), foldName(other.surname)];
        const isLike = a === b || isOneSlipApart(a, b) || a.startsWith(`${b} `) || b.startsWith(`${a} `);
        expect(matchNames(one, other) === null || isLike || foldName(one.forenames.join(' ')) === b).toBe(
          true,
        );
      }),
    );
  });

  it('proposes a name and every way a paper prints it', () => {
    fc.assert(
      fc.property(anyName, (one) => {
        for (const form of ['full', 'plain', 'initials', 'one-initial', 'no-initial'] as const)
          expect(matchNames(one, named(printName(one, form)))).not.toBeNull();
      }),
    );
  });
});

describe('matchPeople', () => {
  const person = (names: readonly string[], posts: readonly string[] = []) => ({
    names: names.map(named),
    posts: new Map(posts.map((title) => [title.length, title] as const)),
  });

  it('finds a person by a former name', () => {
    const proposal = matchPeople(
      person(['Hazel Oatshaw', 'Hazel Quillfeather']),
      person(['Hazel Quillfeather']),
    );
    expect(proposal?.strength).toBe('strong');
  });

  it('is one grade surer where papers name both in one post, and says so', () => {
    const proposal = matchPeople(
      person(['Mr A Marrowby'], ['Head of Safeguarding']),
      person(['Anthony Marrowby'], ['Head of Safeguarding']),
    );
    expect(proposal).toMatchObject({
      strength: 'fair',
      reasons: [expect.stringMatching(/nothing more/), 'Papers name both in one post: Head of Safeguarding'],
    });
  });

  it('proposes nothing for a successor: a post alone is no evidence', () => {
    expect(
      matchPeople(
        person(['Hazel Oatshaw'], ['Head of Safeguarding']),
        person(['Hazel Quillfeather'], ['Head of Safeguarding']),
      ),
    ).toBeNull();
  });
});

describe('isOneSlipApart', () => {
  it.each([
    ['oatshaw', 'oatsahw', true],
    ['oatshaw', 'oatshw', true],
    ['oatshaw', 'oatshawe', true],
    ['oatshaw', 'oatshow', true],
    ['oatshaw', 'oatshaw', false],
    ['oatshaw', 'otashwa', false],
    ['', 'a', true],
  ])('%s and %s: %s', (one, other, is) => {
    expect(isOneSlipApart(one, other)).toBe(is);
    expect(isOneSlipApart(other, one)).toBe(is);
  });
});
