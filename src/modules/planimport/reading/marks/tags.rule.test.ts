import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findTagLegend } from './tag-legend.rule.ts';
import { guessTagCodes, TagReader } from './tags.rule.ts';

const reader = new TagReader(['IN', 'O', 'KT']);

describe('tags at the end of an action', () => {
  it.each([
    ['Review open cases. O 1.', 'Review open cases.', ['O 1']],
    ['Allocate every case IN 3. KT 1. KT 3.', 'Allocate every case', ['IN 3', 'KT 1', 'KT 3']],
    ['Clear the backlog IN 3. O 3. KT1.', 'Clear the backlog', ['IN 3', 'O 3', 'KT 1']],
    ['Agree thresholds IN 2. O2. KT 9.', 'Agree thresholds', ['IN 2', 'O 2', 'KT 9']],
    ['Agree a framework IN 5. O 5. O16. KT 6.', 'Agree a framework', ['IN 5', 'O 5', 'O 16', 'KT 6']],
    ['IN 11. O 21', '', ['IN 11', 'O 21']],
    ['6.2 O 5. KT 6.', '6.2', ['O 5', 'KT 6']],
    ['Train staff (IN 3, O 4)', 'Train staff', ['IN 3', 'O 4']],
    ['Train staff [KT 2 and KT 3]', 'Train staff', ['KT 2', 'KT 3']],
    ['Train staff IN 03', 'Train staff', ['IN 3']],
    ['Deliver IN 3 in full by spring', 'Deliver IN 3 in full by spring', []],
    ['Work with the NHS', 'Work with the NHS', []],
    ['Raise results at KS2', 'Raise results at KS2', []],
    ['Lead a PILOT 4', 'Lead a PILOT 4', []],
    ['', '', []],
  ])('%s', (printed, text, tags) => {
    const taken = reader.take(printed);
    expect(taken.text).toBe(text);
    expect(taken.tags.map(({ tag }) => tag)).toEqual(tags);
  });

  it('tells a cell of tags from a cell of words', () => {
    expect(reader.takeWhole('IN 10. KT 5.')?.map(({ tag }) => tag)).toEqual(['IN 10', 'KT 5']);
    expect(reader.takeWhole('Staff are trained. IN 10.')).toBeNull();
    expect(reader.takeWhole('')).toBeNull();
  });

  it('keeps every word and every tag, whatever stands before them', () => {
    const tag = fc.record({
      code: fc.constantFrom('IN', 'O', 'KT'),
      number: fc.integer({ min: 1, max: 99 }),
    });
    fc.assert(
      fc.property(
        fc.stringMatching(/^[a-z]{1,10}( [a-z]{1,10}){0,6}$/),
        fc.array(tag, { minLength: 1, maxLength: 4 }),
        fc.boolean(),
        (words, tags, glued) => {
          const printed = `${words} ${tags.map(({ code, number }) => `${code}${glued ? '' : ' '}${number}.`).join(' ')}`;
          const taken = reader.take(printed);
          expect(taken.text).toBe(words);
          expect(taken.tags.map((found) => found.tag)).toEqual(
            tags.map(({ code, number }) => `${code} ${number}`),
          );
        },
      ),
    );
  });

  it('finds nothing where the plan has no codes', () => {
    expect(new TagReader([]).take('Clear the backlog IN 3.')).toEqual({
      text: 'Clear the backlog IN 3.',
      tags: [],
    });
  });
});

describe('the codes of tags', () => {
  const paragraph = (text: string) =>
    ({ kind: 'paragraph', text, parts: [{ kind: 'text', text }], place: { line: 1 } }) as const;

  it('come from the sentence that explains them', () => {
    const legend = findTagLegend([
      paragraph(
        '… with references to Improvement Notice Targets (IN 1. to IN 16. – see appendix), Ofsted recommendations (O 1. to O 23.) and Key Tasks (KT 1. to KT 10.).',
      ),
    ]);
    expect(legend).toEqual([
      { code: 'IN', title: 'Improvement Notice Targets' },
      { code: 'O', title: 'Ofsted recommendations' },
      { code: 'KT', title: 'Key Tasks' },
    ]);
  });

  it('come from a key of letters', () => {
    expect(findTagLegend([paragraph('Key: IN = Improvement Notice; R = Recommendation.')])).toEqual([
      { code: 'IN', title: 'Improvement Notice' },
      { code: 'R', title: 'Recommendation' },
    ]);
  });

  it('are guessed from what stands again and again at the end of cells', () => {
    expect([...guessTagCodes(['Do a R1', 'Do b R2, R3', 'Do c at KS2'])]).toEqual(['R']);
    expect([...guessTagCodes(['R 4.'])]).toEqual(['R']);
    expect([...guessTagCodes(['Do c at KS2', 'Do d in Q4'])]).toEqual([]);
  });
});
