import { describe, expect, it } from 'vitest';
import { aReading } from '../../../../test/support/a-reading.ts';
import { subjectOf } from './apply-choices.rule.ts';
import { subjectInWords } from './subject-in-words.rule.ts';

const where = 'Action 1.2.6, line 889';
const reading = aReading([], {
  problems: [{ kind: 'a', where, message: 'y', proposal: null, ref: null, source: {} }],
});

describe('what a decision is about, in words', () => {
  it.each([
    [subjectOf.problem(0), 'what is odd at Action 1.2.6, line 889'],
    [subjectOf.action('2.1.3 (2)'), 'action 2.1.3 (2)'],
    [subjectOf.milestone('2.1.3', 2), 'row 2 of action 2.1.3'],
  ])('%s: %s', (subject, words) => {
    expect(subjectInWords(reading, subject)).toBe(words);
  });
});
