import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { plainDay } from '../../platform/time/plain-day.ts';
import { planPaths, refFromPath, refInPath } from './paths.ts';

describe('references in addresses', () => {
  it.each([
    ['IN 3', 'IN-3'],
    ['2.1.3', '2.1.3'],
    ['R-4', 'R--4'],
    ['1.1.1 (2)', '1.1.1-(2)'],
  ])('%s stands as %s', (ref, segment) => {
    expect(refInPath(ref)).toBe(segment);
    expect(refFromPath(segment)).toBe(ref);
  });

  it('gives every reference back', () => {
    const ref = fc
      .stringMatching(/^[A-Za-z0-9.()/]+([ -][A-Za-z0-9.()/]+)*$/)
      .filter((text) => text.length > 0);
    fc.assert(
      fc.property(ref, (text) => {
        expect(refFromPath(decodeURIComponent(refInPath(text)))).toBe(text);
      }),
    );
  });
});

it('carries the day the reader chose in every link, and none where they chose none', () => {
  expect(planPaths('kent', plainDay(2011, 6, 1)).actions({ status: 'running' })).toBe(
    '/plan/kent/actions?status=running&on=2011-06-01',
  );
  expect(planPaths('kent', null).actions({ status: '', lead: null })).toBe('/plan/kent/actions');
});
