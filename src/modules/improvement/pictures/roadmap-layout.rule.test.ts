import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, daysBetween, plainDay } from '../../../platform/time/plain-day.ts';
import { drawSpan, placeSpans, roadmapExtent, type Drawn, type RoadmapSpan } from './roadmap-layout.rule.ts';

describe('drawSpan', () => {
  it.each<[RoadmapSpan, Partial<Drawn>]>([
    [
      { start: '2011-05', end: '2011-06' },
      { kind: 'bar', from: plainDay(2011, 5, 1), to: plainDay(2011, 6, 30) },
    ],
    [
      { start: '2011-06-02', end: '2011-05-03' },
      { kind: 'bar', from: plainDay(2011, 5, 3), to: plainDay(2011, 6, 2) },
    ],
    [
      { start: null, end: '2011-05' },
      { kind: 'due', day: plainDay(2011, 5, 31) },
    ],
    [
      { start: null, end: '2011-05-12', review: true },
      { kind: 'review', day: plainDay(2011, 5, 12) },
    ],
    [
      { start: '2011-05-12', end: '2011-05-12' },
      { kind: 'due', day: plainDay(2011, 5, 12) },
    ],
    [
      { start: '2011-05', end: null },
      { kind: 'arrow', from: plainDay(2011, 5, 1) },
    ],
    [
      { start: '2011-05-12', end: null, review: true },
      { kind: 'review', day: plainDay(2011, 5, 12) },
    ],
    [
      { start: null, end: null, completed: true },
      { kind: 'undated', completed: true },
    ],
  ])('%j as %j', (span, drawn) => {
    expect(drawSpan(span)).toMatchObject(drawn);
  });
});

describe('placeSpans', () => {
  it('never lays two bars of one line over each other', () => {
    const bar = fc
      .tuple(fc.integer({ min: 0, max: 900 }), fc.integer({ min: 1, max: 300 }))
      .map(([from, length]) => ({
        start: addDays(plainDay(2011, 1, 1), from),
        end: addDays(plainDay(2011, 1, 1), from + length),
      }));
    fc.assert(
      fc.property(fc.array(bar, { maxLength: 12 }), (spans) => {
        const placed = placeSpans({ ref: '1', label: '', spans });
        for (const [index, one] of placed.entries()) {
          for (const other of placed.slice(index + 1)) {
            if (one.track !== other.track || one.drawn.kind !== 'bar' || other.drawn.kind !== 'bar') continue;
            expect(one.drawn.to < other.drawn.from || other.drawn.to < one.drawn.from).toBe(true);
          }
        }
      }),
    );
  });
});

describe('roadmapExtent', () => {
  const asAt = plainDay(2011, 5, 12);
  const lanes = (...spans: RoadmapSpan[]): Parameters<typeof roadmapExtent>[0] => [
    { label: '', rows: [{ ref: '1', label: '', spans }] },
  ];
  it('runs over whole months from the first day to the last, with the as-at day among them', () => {
    expect(roadmapExtent(lanes({ start: '2010-11-15', end: '2012-04' }), asAt)).toEqual({
      from: '2010-11-01',
      to: '2012-04-30',
    });
    expect(roadmapExtent(lanes({ start: '2012-01-01', end: '2012-03-31' }), asAt).from).toBe('2011-05-01');
  });
  it('is not flattened by a slip of the pen', () => {
    const { to } = roadmapExtent(lanes({ start: '2011-01-01', end: '2101-04-30' }), asAt);
    expect(daysBetween(asAt, to)).toBeLessThan(100);
  });
  it('spans three months where there is one date or none', () => {
    expect(roadmapExtent([], asAt)).toEqual({ from: '2011-05-01', to: '2011-07-31' });
  });
});
