import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseName } from './parse-name.rule.ts';
import { printedForms, printName } from './print-name.rule.ts';
import { foldName, type PersonName } from './name.rule.ts';

const nobody: PersonName = {
  title: null,
  forenames: [],
  knownAs: null,
  surname: '',
  suffix: null,
  honours: [],
};

const made = (parts: Partial<PersonName>): PersonName => ({ ...nobody, ...parts });

describe('parseName', () => {
  it.each<[string, Partial<PersonName>]>([
    ['Hazel Quillfeather', { forenames: ['Hazel'], surname: 'Quillfeather' }],
    ['Mr A J Marrowby, MBE', { title: 'Mr', forenames: ['A', 'J'], surname: 'Marrowby', honours: ['MBE'] }],
    ['Mr A.J. Marrowby MBE', { title: 'Mr', forenames: ['A', 'J'], surname: 'Marrowby', honours: ['MBE'] }],
    ['Mr. A. J. Marrowby', { title: 'Mr', forenames: ['A', 'J'], surname: 'Marrowby' }],
    ['AJ Marrowby', { forenames: ['A', 'J'], surname: 'Marrowby' }],
    ['Mr A H T Oatshaw', { title: 'Mr', forenames: ['A', 'H', 'T'], surname: 'Oatshaw' }],
    ['Mrs Oatshaw', { title: 'Mrs', surname: 'Oatshaw' }],
    ['Oatshaw', { surname: 'Oatshaw' }],
    ['Cllr Mrs E Puddifold', { title: 'Cllr Mrs', forenames: ['E'], surname: 'Puddifold' }],
    ['Councillor Ravi Candlemere', { title: 'Cllr', forenames: ['Ravi'], surname: 'Candlemere' }],
    [
      'Mr R L H Fennimoor, TD (Chairman)',
      { title: 'Mr', forenames: ['R', 'L', 'H'], surname: 'Fennimoor', honours: ['TD'] },
    ],
    [
      'Sir Cosmo Duskfield, CBE, DL',
      { title: 'Sir', forenames: ['Cosmo'], surname: 'Duskfield', honours: ['CBE', 'DL'] },
    ],
    ['The Rt Hon Dame Verity Oatshaw', { title: 'Rt Hon Dame', forenames: ['Verity'], surname: 'Oatshaw' }],
    ['MARROWBY, Anthony J, MBE', { forenames: ['Anthony', 'J'], surname: 'Marrowby', honours: ['MBE'] }],
    ['Marrowby, Mr A J', { title: 'Mr', forenames: ['A', 'J'], surname: 'Marrowby' }],
    ['Marrowby A J', { forenames: ['A', 'J'], surname: 'Marrowby' }],
    ['MARROWBY Anthony', { forenames: ['Anthony'], surname: 'Marrowby' }],
    ['Anthony MARROWBY', { forenames: ['Anthony'], surname: 'Marrowby' }],
    ['ANTHONY MARROWBY', { forenames: ['Anthony'], surname: 'Marrowby' }],
    ['MRS ANN VAN DER BERGH', { title: 'Mrs', forenames: ['Ann'], surname: 'van der Bergh' }],
    ['Ann van der Bergh', { forenames: ['Ann'], surname: 'van der Bergh' }],
    ['Mr de Groot', { title: 'Mr', surname: 'de Groot' }],
    ['St John Rivers', { forenames: ['St', 'John'], surname: 'Rivers' }],
    ['Tamsin Nutbourne-Hay', { forenames: ['Tamsin'], surname: 'Nutbourne-Hay' }],
    ['MR W FAUVE-WALKER', { title: 'Mr', forenames: ['W'], surname: 'Fauve-Walker' }],
    ["Siobhan O'Dea", { forenames: ['Siobhan'], surname: 'O’Dea' }],
    ['SIOBHAN O’DEA', { forenames: ['Siobhan'], surname: 'O’Dea' }],
    ['ESME McDONALD', { forenames: ['Esme'], surname: 'McDonald' }],
    ['Jean-Luc Émile Bergère', { forenames: ['Jean-Luc', 'Émile'], surname: 'Bergère' }],
    ['Elizabeth (Liz) Candlemere', { forenames: ['Elizabeth'], knownAs: 'Liz', surname: 'Candlemere' }],
    ['Elizabeth “Liz” Candlemere', { forenames: ['Elizabeth'], knownAs: 'Liz', surname: 'Candlemere' }],
    ['Silas Hobbleton Jnr', { forenames: ['Silas'], surname: 'Hobbleton', suffix: 'Jr' }],
    [
      'Silas Hobbleton, Jr, QPM',
      { forenames: ['Silas'], surname: 'Hobbleton', suffix: 'Jr', honours: ['QPM'] },
    ],
    ['  Hazel\u00a0 Quillfeather ', { forenames: ['Hazel'], surname: 'Quillfeather' }],
  ])('reads %s', (printed, parts) => {
    expect(parseName(printed)).toEqual(made(parts));
  });

  it.each(['', '   ', '(Chairman)', '–', '12'])('finds no name in %j', (printed) => {
    expect(parseName(printed)).toBeNull();
  });

  it('never throws, and always finds a surname where it finds a name', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.string({ unit: 'grapheme' })), (printed) => {
        const name = parseName(printed);
        expect(name === null || name.surname !== '').toBe(true);
      }),
    );
  });
});

const FORENAMES = ['Hazel', 'Rowan', 'Jean-Luc', 'Ravi', 'Émile', 'A', 'J', 'T'];
const SURNAMES = [
  'Quillfeather',
  'Nutbourne-Hay',
  'O’Dea',
  'van der Bergh',
  'McDonald',
  'Oatshaw',
  'de Groot',
];

/** Made-up names of every shape, as a record has them. */
const names = fc.record({
  title: fc.constantFrom(null, 'Mr', 'Mrs', 'Cllr', 'Dr', 'Sir', 'Cllr Mrs'),
  forenames: fc.array(fc.constantFrom(...FORENAMES), { minLength: 1, maxLength: 3 }),
  knownAs: fc.constant(null),
  surname: fc.constantFrom(...SURNAMES),
  suffix: fc.constantFrom(null, null, 'Jr'),
  honours: fc.subarray(['MBE', 'TD', 'JP']),
});

describe('printName', () => {
  const name = made({ title: 'Mr', forenames: ['Anthony', 'John'], surname: 'Marrowby', honours: ['MBE'] });

  it('prints every form papers use', () => {
    expect(printedForms(name)).toEqual([
      'Mr Anthony John Marrowby, MBE',
      'Anthony John Marrowby',
      'Mr A J Marrowby, MBE',
      'Mr A Marrowby',
      'Mr Marrowby',
      'Marrowby, Mr Anthony John, MBE',
      'MARROWBY, Anthony John',
    ]);
  });

  it('prints what reads back as the same name, in full and with the surname first', () => {
    fc.assert(
      fc.property(names, (one) => {
        expect(parseName(printName(one, 'full'))).toEqual(one);
        expect(parseName(printName(one, 'surname-first'))).toEqual(one);
      }),
    );
  });

  it('prints the surname in every form, so that each is read as of the same family', () => {
    fc.assert(
      fc.property(names, (one) => {
        for (const form of printedForms(one))
          expect(foldName(parseName(form)?.surname ?? '')).toBe(foldName(one.surname));
      }),
    );
  });
});
