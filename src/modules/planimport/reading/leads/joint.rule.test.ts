import { describe, expect, it } from 'vitest';
import { readJointMark, splitPartners } from './joint.rule.ts';

describe('a joint mark in the margin', () => {
  it.each([
    ['1.5 (*Joint with Partners)', ['Partners'], []],
    ['(*Joint with Health)', ['Health'], []],
    ['(Joint with Schools)', ['Schools'], []],
    ['Joint with Health and Police', ['Health', 'Police'], []],
    ['3.1 (*Joint – Also in Health Plans for relevant Health structures)', ['Health'], []],
    [
      '2.4.8 & 2.4.9 Joint with Health: delivery to be measured via the Health Action Plan)',
      ['Health'],
      ['2.4.8', '2.4.9'],
    ],
  ])('%s', (text, jointWith, refs) => {
    const mark = readJointMark(text, 'margin');
    expect(mark?.jointWith).toEqual(jointWith);
    expect(mark?.refs).toEqual(refs);
  });

  it('leaves the reference beside it', () => {
    expect(readJointMark('1.5 (*Joint with Partners)', 'margin')?.rest).toBe('1.5');
  });

  it('is not there in a plain reference', () => {
    expect(readJointMark('1.5', 'margin')).toBeNull();
  });
});

describe('a joint mark in the words of an action', () => {
  it.each([
    ['Agree a protocol (*Joint with Health)', ['Health'], 'Agree a protocol'],
    ['Agree a protocol *Joint with Schools', ['Schools'], 'Agree a protocol'],
  ])('%s', (text, jointWith, rest) => {
    const mark = readJointMark(text, 'words');
    expect(mark?.jointWith).toEqual(jointWith);
    expect(mark?.rest).toBe(rest);
  });

  it.each([
    'Joint Commissioning Framework developed',
    'Set up a joint referral service with Police',
    'Hold joint training with schools',
  ])('needs its star or bracket: %s', (text) => {
    expect(readJointMark(text, 'words')).toBeNull();
  });
});

it('splits partners', () => {
  expect(splitPartners('Health, the Police & Schools')).toEqual(['Health', 'Police', 'Schools']);
  expect(splitPartners('  ')).toEqual([]);
});
