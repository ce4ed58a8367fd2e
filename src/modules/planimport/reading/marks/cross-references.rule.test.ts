import { describe, expect, it } from 'vitest';
import {
  findCrossReferences,
  isCrossReferenceNote,
  withoutCrossReferenceNote,
} from './cross-references.rule.ts';

describe('cross references', () => {
  it.each([
    ['Link to 3.1.5', ['3.1.5']],
    ['(Links with 2.2.7, 3.1.3 and 3.1.5)', ['2.2.7', '3.1.3', '3.1.5']],
    ['(Cross reference to 5.5.1)', ['5.5.1']],
    ['Undertake an analysis, see section 3.1.2', ['3.1.2']],
    ['Guide published to underpin the action in 1.1.1 above.', ['1.1.1']],
    ['(Linked to 2.2.8)', ['2.2.8']],
    ['at least 69% and 80.4% of cases', []],
    ['by 31.12.2030', []],
    ['No reference here', []],
  ])('%s', (text, refs) => {
    expect(findCrossReferences(text, 3)).toEqual(refs);
  });

  it.each([
    ['Link to 3.1', ['3.1']],
    ['see action A1.2', ['A1.2']],
    ['as in 2.4 and 2.5', ['2.4', '2.5']],
    ['costs rise 1.2 times', []],
    ['from 1.5% to 2.5%', []],
  ])('two levels need words that say so: %s', (text, refs) => {
    expect(findCrossReferences(text, 2)).toEqual(refs);
  });

  it.each([
    ['Link to 3.1.5', true],
    ['(Linked to 3.1.1 and 3.1.5)', true],
    ['(Cross reference to 5.5.1)', true],
    ['• (Link with 4.3.1)', false],
    ['Undertake an analysis, see section 3.1.2', false],
    ['Links are made with schools', false],
  ])('a note is no measure: %s', (text, note) => {
    expect(isCrossReferenceNote(text)).toBe(note);
  });

  it.each([
    ['Guide is clear. (Link with 4.3.1)', 'Guide is clear.'],
    ['Plan implemented (Links with 2.2.7, 3.1.3 and 3.1.5)', 'Plan implemented'],
    ['Reduced below 13.6% (by March 2031)', 'Reduced below 13.6% (by March 2031)'],
  ])('%s loses its note', (text, left) => {
    expect(withoutCrossReferenceNote(text)).toBe(left);
  });
});
