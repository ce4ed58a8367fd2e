import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, addMonths, plainDay, type PlainDay } from '../../../platform/time/plain-day.ts';
import { checkHolding } from './check-holding.rule.ts';
import { daysHeld, type HoldingFact, overlap } from './holding.rule.ts';
import { daysInWords, mannerInWords, problemInWords } from './holding-words.rule.ts';
import { postTimeline } from './post-timeline.rule.ts';
import { type EvidencedHolding, standingOn } from './standing.rule.ts';

const day = (month: number, of = 1) => plainDay(2030, month, of);

interface Told {
  readonly person?: number;
  readonly since?: PlainDay | null;
  readonly stated?: PlainDay;
  readonly until?: PlainDay;
  readonly overBy?: PlainDay;
  readonly jobShare?: boolean;
  readonly alsoStated?: readonly PlainDay[];
}

function held(told: Told): EvidencedHolding {
  const { person = 1, since = null, stated = day(3), until, overBy, jobShare = false } = told;
  return {
    postId: 1,
    personId: person,
    manner: 'substantive',
    jobShare,
    begins: { since, statedOn: stated, source: 'Paper' },
    ends:
      until === undefined && overBy === undefined
        ? null
        : { until: until ?? null, statedOn: overBy ?? null, source: 'Paper' },
    statedOn: told.alsoStated ?? [],
  };
}

describe('standingOn', () => {
  it.each<[string, Told, PlainDay, 'known' | 'presumed' | null]>([
    ['before the first day', { since: day(2) }, day(1, 31), null],
    ['on the first day', { since: day(2) }, day(2), 'known'],
    ['long after, with no last day', { since: day(2) }, day(12), 'known'],
    ['on the last day', { since: day(2), until: day(4, 30) }, day(4, 30), 'known'],
    ['the day after the last', { since: day(2), until: day(4, 30) }, day(5), null],
    ['before the paper that names them', { stated: day(3) }, day(2), null],
    ['on the day of the paper', { stated: day(3) }, day(3), 'known'],
    ['after the paper', { stated: day(3) }, day(4), 'presumed'],
    ['a year after the paper', { stated: day(3) }, addMonths(day(3), 12), 'presumed'],
    ['a day more than a year after the paper', { stated: day(3) }, addDays(addMonths(day(3), 12), 1), null],
    ['between two papers', { stated: day(3), alsoStated: [day(3), day(6)] }, day(4), 'known'],
    ['after a paper that says it is over', { stated: day(3), overBy: day(8) }, day(8), null],
    [
      'between a paper that says so and one that says it is over',
      { stated: day(3), overBy: day(8) },
      day(7),
      'presumed',
    ],
    ['up to a last day, from an unknown first', { stated: day(3), until: day(8) }, day(8), 'known'],
    ['a future start', { since: day(12) }, day(6), null],
  ])('%s', (_, told, on, standing) => {
    expect(standingOn(held(told), on, [], true)).toBe(standing);
  });

  it('presumes no longer once a post for one has a later holder', () => {
    const earlier = held({ stated: day(3) });
    const later = held({ person: 2, stated: day(6) });
    expect(standingOn(earlier, day(5), [later], true)).toBe('presumed');
    expect(standingOn(earlier, day(6), [later], true)).toBeNull();
    expect(standingOn(earlier, day(6), [later], false)).toBe('presumed');
  });

  it('goes on presuming beside the other half of a job share', () => {
    const half = held({ stated: day(3), jobShare: true });
    expect(standingOn(half, day(6), [held({ person: 2, stated: day(5), jobShare: true })], true)).toBe(
      'presumed',
    );
  });
});

describe('checkHolding', () => {
  const areOne = (one: number, other: number) => one === other;
  const check = (told: Told, others: readonly Told[], holders: 'one' | 'several' = 'one') =>
    checkHolding(held(told), others.map(held), holders, areOne)?.kind ?? null;

  it.each<[string, Told, readonly Told[], string | null]>([
    ['a first holder', { since: day(2) }, [], null],
    ['an end before its start', { since: day(2), until: day(1) }, [], 'ends-before-it-begins'],
    [
      'an end before the paper that names them',
      { stated: day(3), until: day(2) },
      [],
      'ends-before-it-begins',
    ],
    ['one day', { since: day(2), until: day(2) }, [], null],
    ['the same person twice at once', { since: day(5) }, [{ since: day(2) }], 'held-already'],
    ['the same person again later', { since: day(5) }, [{ since: day(2), until: day(4) }], null],
    ['another at once', { person: 2, since: day(5) }, [{ since: day(2) }], 'held-by-another'],
    [
      'another on the last day',
      { person: 2, since: day(5) },
      [{ since: day(2), until: day(5) }],
      'held-by-another',
    ],
    ['another the day after', { person: 2, since: day(5, 2) }, [{ since: day(2), until: day(5) }], null],
    [
      'a job share of both',
      { person: 2, since: day(5), jobShare: true },
      [{ since: day(2), jobShare: true }],
      null,
    ],
    [
      'a job share of one',
      { person: 2, since: day(5), jobShare: true },
      [{ since: day(2) }],
      'held-by-another',
    ],
    [
      'a future start after somebody with no end',
      { person: 2, since: day(12) },
      [{ since: day(2) }],
      'held-by-another',
    ],
    [
      'before somebody named by a later paper',
      { person: 2, since: day(1), until: day(2) },
      [{ stated: day(3) }],
      null,
    ],
  ])('%s', (_, told, others, problem) => {
    expect(check(told, others)).toBe(problem);
  });

  it('lets several hold a post for several, each once', () => {
    expect(check({ person: 2, since: day(5) }, [{ since: day(2) }], 'several')).toBeNull();
    expect(check({ person: 1, since: day(5) }, [{ since: day(2) }], 'several')).toBe('held-already');
  });

  it('explains itself', () => {
    const by = { ...held({ since: day(2) }), personName: 'Hazel Oatshaw' };
    expect(problemInWords({ kind: 'held-by-another', by }, 'Head of Safeguarding')).toBe(
      'Head of Safeguarding is meant for one holder, and Hazel Oatshaw is recorded in it from 1 February 2030, no last day recorded. End that holding first, or mark both as a job share',
    );
  });
});

describe('overlap', () => {
  const days = fc.tuple(fc.nat(300), fc.option(fc.nat(100))).map(([from, length]) => ({
    from: addDays(day(1), from),
    to: length === null ? null : addDays(day(1), from + length),
  }));

  it('is so where some day is in both, whichever comes first', () => {
    fc.assert(
      fc.property(days, days, (one, other) => {
        const isIn = (on: PlainDay, range: typeof one) =>
          on >= range.from && (range.to === null || on <= range.to);
        expect(overlap(one, other)).toBe(isIn(one.from, other) || isIn(other.from, one));
        expect(overlap(one, other)).toBe(overlap(other, one));
      }),
    );
  });
});

describe('postTimeline', () => {
  const shape = (told: readonly Told[]) =>
    postTimeline(told.map(held)).map((stretch) =>
      stretch.kind === 'held'
        ? `${stretch.holding.personId}`
        : `${stretch.kind} ${stretch.from} ${stretch.to ?? 'on'}`,
    );

  it.each<[string, readonly Told[], readonly string[]]>([
    ['nobody', [], []],
    ['one who is still there', [{ since: day(2) }], ['1']],
    ['one who left', [{ since: day(2), until: day(4, 30) }], ['1', 'vacant 2030-05-01 on']],
    [
      'a gap',
      [
        { person: 2, since: day(6) },
        { since: day(2), until: day(4, 30) },
      ],
      ['1', 'vacant 2030-05-01 2030-05-31', '2'],
    ],
    [
      'no gap',
      [
        { since: day(2), until: day(4, 30) },
        { person: 2, since: day(5) },
      ],
      ['1', '2'],
    ],
    [
      'a gap that nobody is sure of',
      [
        { since: day(2), until: day(4, 30) },
        { person: 2, stated: day(6) },
      ],
      ['1', 'not-known 2030-05-01 2030-05-31', '2'],
    ],
    [
      'one who left nobody knows when',
      [
        { since: day(2), overBy: day(4) },
        { person: 2, since: day(5) },
      ],
      ['1', 'not-known 2030-02-02 2030-04-30', '2'],
    ],
    [
      'a job share of which one leaves',
      [
        { since: day(2), jobShare: true },
        { person: 2, since: day(3), until: day(4), jobShare: true },
      ],
      ['1', '2'],
    ],
  ])('%s', (_, told, stretches) => {
    expect(shape(told)).toEqual(stretches);
  });
});

describe('words', () => {
  it.each<[Told, string]>([
    [{ since: day(2) }, 'from 1 February 2030, no last day recorded'],
    [{ since: day(2), until: day(4) }, 'from 1 February 2030 to 1 April 2030'],
    [{ stated: day(3) }, 'in post by 1 March 2030, first day not known'],
    [{ stated: day(3), until: day(4) }, 'in post by 1 March 2030, first day not known, to 1 April 2030'],
    [{ since: day(2), overBy: day(4) }, 'from 1 February 2030, over by 1 April 2030, last day not known'],
  ])('%j', (told, words) => {
    expect(daysInWords(held(told))).toBe(words);
  });

  it('says how a post is held only where it is particular', () => {
    const how = (manner: HoldingFact['manner'], jobShare: boolean) => mannerInWords({ manner, jobShare });
    expect([how('substantive', false), how('acting', true)]).toEqual(['', 'acting, job share']);
  });

  it('counts the days held as the database does', () => {
    expect(daysHeld(held({ stated: day(3), overBy: day(8) }))).toEqual({ from: day(3), to: day(3) });
  });
});
