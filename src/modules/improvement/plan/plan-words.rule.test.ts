import { describe, expect, it } from 'vitest';
import { counted } from '../../../platform/counted.ts';
import { placeInWords, shortened, timescaleInWords } from './plan-words.rule.ts';

describe('when a milestone runs, in words', () => {
  it.each([
    ['2011-03-01', '2011-04-30', '1 March 2011 to 30 April 2011'],
    ['2011-03-01', '2011-03-01', '1 March 2011'],
    ['2011-03', '2011-06', 'March 2011 to June 2011'],
    [null, '2011-06', 'by June 2011'],
    ['2011-04-01', null, 'from 1 April 2011'],
    [null, null, 'no date'],
  ])('from %s to %s is "%s"', (start, end, words) => {
    expect(timescaleInWords(start, end)).toBe(words);
  });
});

describe('where something stands in a file, in words', () => {
  it.each([
    [{}, ''],
    [{ line: 889 }, 'line 889'],
    [{ line: 889, endLine: 889 }, 'line 889'],
    [{ line: 889, endLine: 891, page: 41 }, 'lines 889 to 891, page 41'],
    [{ sheet: 'Plan', row: 7 }, 'sheet Plan, row 7'],
    [{ table: 2, row: 7, page: 3 }, 'table 2, row 7, page 3'],
  ])('%j is "%s"', (source, words) => {
    expect(placeInWords(source)).toBe(words);
  });
});

describe('words for a count and for a long text', () => {
  it.each([
    [0, '0 actions'],
    [1, '1 action'],
    [2, '2 actions'],
    [1234, '1,234 actions'],
  ])('%i', (count, words) => {
    expect(counted(count, 'action')).toBe(words);
  });

  it.each([
    ['as long as it may be', 20, 'as long as it may be'],
    ['longer than it may be!', 20, 'longer than it may…'],
    ['onewordthatgoesonandonandonandon', 30, 'onewordtha…'],
  ])('%s, cut at %i, is %s', (text, most, cut) => {
    expect(shortened(text, most)).toBe(cut);
  });
});
