import { describe, expect, it } from 'vitest';
import { continuesTimescale, continuesWords } from '../times/continuation.rule.ts';
import {
  readAccountable,
  readObjectivesLabel,
  readOutcomeHeading,
  readPriorityHeading,
} from './plan-headings.rule.ts';
import { depthOf, firstNumber, lastNumber, leadingRef, parentOf, wholeRef } from './references.rule.ts';

describe('a reference in front of words', () => {
  it.each([
    ['1.2.3 Train staff', '1.2.3', 'Train staff', null],
    ['1.2.3. Train staff', '1.2.3', 'Train staff', 'trailing-dot'],
    ['1.2.3.Train staff', '1.2.3', 'Train staff', 'glued'],
    ['1.2.3Train staff', '1.2.3', 'Train staff', 'glued'],
    ['2.1.10 Staff receive supervision', '2.1.10', 'Staff receive supervision', null],
    ['A1.2 Agree', 'A1.2', 'Agree', null],
    ['1.5 (*Joint with Partners)', '1.5', '(*Joint with Partners)', null],
    ['3. Improve timeliness', '3', 'Improve timeliness', null],
    ['R4) Improve plans', 'R4', 'Improve plans', null],
  ])('%s', (text, ref, rest, oddity) => {
    expect(leadingRef(text)).toEqual({ ref, rest, oddity });
  });

  it.each([
    '6 sessions offered',
    '2030 - 30 April 2031',
    '31 March 2030',
    '1.5 million',
    '50% of cases',
    'Train staff',
    '',
  ])('is not there in “%s”', (text) => {
    expect(leadingRef(text)).toBeNull();
  });

  it.each([
    ['3', '3'],
    ['R4', 'R4'],
    ['A1.2', 'A1.2'],
    ['2.2.', '2.2'],
    ['IN 3', 'IN 3'],
    ['2.1.3', '2.1.3'],
  ])('%s alone is a reference', (text, ref) => {
    expect(wholeRef(text)?.ref).toBe(ref);
  });

  it.each(['Ref', '2030', '1.5 (*Joint', ''])('%s alone is none', (text) => {
    expect(wholeRef(text)).toBeNull();
  });

  it('has levels', () => {
    expect([depthOf('3'), depthOf('1.2.3')]).toEqual([1, 3]);
    expect([parentOf('1.2.3'), parentOf('3')]).toEqual(['1.2', null]);
    expect([firstNumber('12.3'), firstNumber('A1.2'), lastNumber('1.2.13'), lastNumber('1.2a')]).toEqual([
      12,
      null,
      13,
      null,
    ]);
  });
});

describe('what goes on below', () => {
  it.each([
    ['1 June', '2030 - 30 April 2031', true],
    ['1 March - 30 April', '2030', true],
    ['1 Feb 2030 - 31 March 2030 30 September', '2030 (review)', true],
    ['1 April 2030 – 1 March 2031', '(review)', true],
    ['1 March 2030 –', '1 June 2030', true],
    ['1 March 2030', '- 1 June 2030', true],
    ['1 March 2030 - 30', 'April 2031', true],
    ['1 March 2030 - 30 April 2030', '1 May 2030 - 31 May 2030', false],
    ['Completed', '1 March 2030', false],
    ['30 April', '1 May 2030', false],
    ['', '1 May 2030', false],
    ['1 May 2030', '', false],
  ])('“%s” then “%s”: %s', (above, below, goesOn) => {
    expect(continuesTimescale(above, below)).toBe(goesOn);
  });

  it.each([
    ['Validate findings from leadership and management', 'survey with questions.', true],
    ['Work with health and', 'Police', true],
    ['Train all staff', 'Audit the training', false],
    ['', 'Audit', false],
  ])('the words “%s” then “%s”: %s', (above, below, goesOn) => {
    expect(continuesWords(above, below)).toBe(goesOn);
  });
});

describe('headings of a plan', () => {
  it.each([
    ['Priority 1 – Leading well', { number: 1, title: 'Leading well' }],
    ['Priority 2: Working well', { number: 2, title: 'Working well' }],
    ['Priority Three: Being fit', { number: 3, title: 'Being fit' }],
    ['Theme 4 Workforce', { number: 4, title: 'Workforce' }],
    ['Workstream 5', { number: 5, title: 'Workstream 5' }],
    ['Priority Leads (Accountable) – Ann Hope', null],
    ['Priorities for the year', null],
    ['Objective 1.2: Staff are trained', null],
  ])('priority: %s', (text, expected) => {
    expect(readPriorityHeading(text)).toEqual(expected);
  });

  it.each([
    ['1.2 Outcome - Staff are trained.', { ref: '1.2', text: 'Staff are trained.', saysSo: true }],
    ['2.2 Outcome– Staff are trained', { ref: '2.2', text: 'Staff are trained', saysSo: true }],
    ['3.3 Outcome: Staff are trained', { ref: '3.3', text: 'Staff are trained', saysSo: true }],
    ['Outcome 1.2: Staff are trained', { ref: '1.2', text: 'Staff are trained', saysSo: true }],
    ['1.2 Staff are trained', { ref: '1.2', text: 'Staff are trained', saysSo: false }],
    ['1.2.3 Train staff', null],
    ['1.2', null],
    ['Outcomes', null],
  ])('outcome: %s', (text, expected) => {
    expect(readOutcomeHeading(text)).toEqual(expected);
  });

  it.each([
    ['Key Objectives:', ''],
    ['Key Objectives: Staff stay', 'Staff stay'],
    ['Objectives of the scheme', null],
  ])('objectives: %s', (text, expected) => {
    expect(readObjectivesLabel(text)).toBe(expected);
  });

  it.each([
    ['Priority Leads (Accountable) –Ann Hope,', 'Ann Hope,'],
    ['Accountable officer: Jo Poole', 'Jo Poole'],
    ['Sponsor - Sam Reed', 'Sam Reed'],
    ['Leaders are visible', null],
  ])('accountable: %s', (text, expected) => {
    expect(readAccountable(text)).toBe(expected);
  });
});
