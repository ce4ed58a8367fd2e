import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type KnownReferences, type ReferenceKind, splitAtReferences } from './typed-references.rule.ts';

const kinds: Readonly<Record<string, ReferenceKind>> = {
  'IN 3': 'requirement',
  'O 14': 'requirement',
  'CT 1': 'requirement',
  '2.5': 'outcome',
  '2.1.3': 'action',
  '1.5.10': 'action',
};
const known: KnownReferences = { codes: ['IN', 'O', 'CT'], kindOf: (ref) => kinds[ref] ?? null };

function found(text: string): string[] {
  return splitAtReferences(text, known).flatMap((piece) => (piece.kind === 'reference' ? [piece.ref] : []));
}

describe('typed references in running text', () => {
  it.each<[string, string[]]>([
    ['Answers IN 3 and O 14.', ['IN 3', 'O 14']],
    ['Answers IN3. CT1.', ['IN 3', 'CT 1']],
    ['See 2.1.3, and 1.5.10; outcome 2.5.', ['2.1.3', '1.5.10', '2.5']],
    ['IN 30 is not in the plan', []],
    ['WITHIN 3 days', []],
    ['2.5% of cases, 2.5 per cent, 2.5 million, £2.5', []],
    ['version 2.1.3.4', []],
    ['12.1.3 and 2.1.33', []],
    ['', []],
  ])('%s', (text, refs) => {
    expect(found(text)).toEqual(refs);
  });

  it('never loses or adds a letter', () => {
    fc.assert(
      fc.property(
        fc.array(fc.oneof(fc.string(), fc.constantFrom(...Object.keys(kinds))), { maxLength: 8 }),
        (parts) => {
          const text = parts.join(' ');
          expect(
            splitAtReferences(text, known)
              .map((piece) => piece.text)
              .join(''),
          ).toBe(text);
        },
      ),
    );
  });

  it('takes a code with signs in it as letters, not as a pattern', () => {
    const odd: KnownReferences = {
      codes: ['R+(', 'R'],
      kindOf: (ref) => (ref === 'R 1' ? 'requirement' : null),
    };
    expect(splitAtReferences('R 1', odd)).toHaveLength(1);
  });
});
