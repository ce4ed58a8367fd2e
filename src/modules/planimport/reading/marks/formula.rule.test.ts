import { describe, expect, it } from 'vitest';
import { isFormula } from './formula.rule.ts';

describe('a formula', () => {
  it.each([
    "=cmd|' /C calc'!A0",
    '=SUM(A1:A9)',
    ' =1+1',
    '@SUM(1,2)',
    '+SUM(1)',
    '-cmd|x',
    '=HYPERLINK("x")',
  ])('%s is one', (text) => {
    expect(isFormula(text)).toBe(true);
  });

  it.each([
    '',
    '= 90% of cases',
    '-Fielding Consulting',
    '- Training (all staff)',
    '+44 20 7946 0000',
    '@jopoole',
    '-5',
    'Jo | Sam',
    'x = y',
  ])('“%s” is none', (text) => {
    expect(isFormula(text)).toBe(false);
  });
});
