import { describe, expect, it } from 'vitest';
import { day, event, fact, said } from '../../../test/support/said-of-bodies.ts';
import { conflictsOn, nameOnDay, valueOn } from './sayings/facts.rule.ts';
import { lifeOn } from './life/life.rule.ts';
import { byAuthority, holdsOn, whyItDoesNotCount } from './sayings/said.rule.ts';

describe('what counts of several sayings', () => {
  const proposed = fact('composition', 'balance', '2011-03-30', { weight: 'proposed' });
  const decided = fact('composition', 'every-group', '2011-04-06', {
    weight: 'resolved',
    from: day('2011-04-06'),
  });
  const later = fact('composition', 'balance', '2014-03-31');

  it.each([
    ['2011-03-29', undefined],
    ['2011-03-30', 'balance'],
    ['2011-04-05', 'balance'],
    ['2011-04-06', 'every-group'],
    ['2014-04-01', 'every-group'],
  ])('is on %s: %s', (on, value) => {
    expect(valueOn([later, decided, proposed], 'composition', day(on))).toBe(value);
  });

  it('is a conflict where others differ, each with why it does not count', () => {
    const [conflict] = conflictsOn([proposed, decided, later], day('2014-04-01'));
    expect(conflict?.counts).toBe(decided);
    expect(conflict?.others.map(({ why }) => why)).toEqual([
      expect.stringContaining('a paper that says otherwise does not change that'),
      expect.stringContaining('this is a proposal'),
    ]);
    expect(conflictsOn([proposed], day('2011-03-30'))).toEqual([]);
  });

  it('is no conflict where two say the same in other letters, or where one is over', () => {
    const monthly = fact('frequency', 'Monthly', '2011-03-30');
    expect(conflictsOn([monthly, fact('frequency', 'monthly.', '2011-05-12')], day('2012-01-01'))).toEqual(
      [],
    );
    const over = fact('frequency', 'Weekly', '2011-01-01', { until: day('2011-12-31') });
    expect(conflictsOn([over, monthly], day('2011-12-31'))).toHaveLength(1);
    expect(conflictsOn([over, monthly], day('2012-01-01'))).toEqual([]);
  });

  it('names a body by its name of the day, and by its first name before it had any', () => {
    const names = [
      fact('name', 'Improvement Panel', '2011-04-06', { until: day('2014-03-31'), byPaper: false }),
      fact('name', 'Transformation Panel', '2014-04-01', { byPaper: false }),
    ];
    expect(nameOnDay(names, day('2010-01-01'))).toBe('Improvement Panel');
    expect(nameOnDay(names, day('2014-03-31'))).toBe('Improvement Panel');
    expect(nameOnDay(names, day('2014-04-01'))).toBe('Transformation Panel');
  });
});

describe('why another saying does not count', () => {
  it.each([
    ['resolved', 'proposed', 'What counts was decided; this is a proposal.'],
    [
      'resolved',
      'stated',
      'What counts was decided by a body entitled to; a paper that says otherwise does not change that.',
    ],
    ['stated', 'proposed', 'What counts is stated as a fact; this is a proposal.'],
  ] as const)('beside what is %s, what is %s', (counts, other, why) => {
    const of = (weight: typeof counts | typeof other, on: string) => fact('quorum', '3', on, { weight });
    expect(whyItDoesNotCount(of(counts, '2011-03-30'), of(other, '2014-03-31'))).toBe(why);
  });

  it.each(['resolved', 'stated', 'proposed'] as const)('of two that are %s, by their days', (weight) => {
    const of = (on: string) => fact('quorum', '3', on, { weight });
    expect(whyItDoesNotCount(of('2011-03-31'), of('2011-03-30'))).toBe(
      'Both are as firm; what counts is the later.',
    );
    expect(whyItDoesNotCount(of('2011-03-30'), of('2011-03-30'))).toBe(
      'Both are as firm and of one day; what counts was recorded first.',
    );
  });
});

describe('which of two sayings counts', () => {
  const of = (weight: 'resolved' | 'stated' | 'proposed', on: string, from: string | null = null) =>
    fact('quorum', '3', on, { weight, from: from === null ? null : day(from) });

  it.each([
    ['what was decided, before a later paper', of('resolved', '2011-03-30'), of('stated', '2014-03-31')],
    [
      'what a paper states, before a later proposal',
      of('stated', '2011-03-30'),
      of('proposed', '2014-03-31'),
    ],
    ['the later paper', of('stated', '2011-03-31'), of('stated', '2011-03-30')],
    [
      'the one that begins later, though its paper is older',
      of('stated', '2011-03-30', '2011-06-01'),
      of('stated', '2011-05-12', '2011-04-01'),
    ],
    [
      'the one whose first day is later than the other’s paper',
      of('stated', '2011-03-30', '2011-06-01'),
      of('stated', '2011-05-12'),
    ],
    [
      'the later paper, where both begin on one day',
      of('stated', '2011-05-12', '2011-04-01'),
      of('stated', '2011-03-30', '2011-04-01'),
    ],
  ])('%s', (_, counts, other) => {
    expect(byAuthority(counts, other)).toBeLessThan(0);
    expect(byAuthority(other, counts)).toBeGreaterThan(0);
  });

  it('is neither, where they are alike', () => {
    expect(byAuthority(of('stated', '2011-03-30'), of('stated', '2011-03-30'))).toBe(0);
  });
});

describe('what holds on a day', () => {
  it.each([
    [null, null, '2011-03-29', false],
    [null, null, '2011-03-30', true],
    ['2011-02-01', null, '2011-01-31', false],
    ['2011-02-01', null, '2011-02-01', true],
    ['2011-02-01', '2011-02-28', '2011-02-28', true],
    ['2011-02-01', '2011-02-28', '2011-03-01', false],
    ['2011-05-01', null, '2011-04-30', false],
    [null, '2011-04-30', '2011-04-30', true],
    [null, '2011-04-30', '2011-05-01', false],
  ])('said on 30 March 2011, from %s to %s: on %s %s', (from, until, on, holds) => {
    const dayOrNone = (text: string | null) => (text === null ? null : day(text));
    const one = { ...said('2011-03-30'), from: dayOrNone(from), until: dayOrNone(until) };
    expect(holdsOn(one, day(on))).toBe(holds);
  });
});

describe('whether a body is there', () => {
  const named = (on: string, weight: 'stated' | 'proposed' = 'stated') =>
    fact('named', 'Panel', on, { weight });
  const kindOn = (body: Parameters<typeof lifeOn>[0], on: string) => lifeOn(body, day(on)).kind;

  it('is proposed until it is set up, and there from that day', () => {
    const body = {
      facts: [named('2011-03-30', 'proposed'), named('2011-04-06')],
      events: [
        event('set-up', null, '2011-03-30', { weight: 'proposed' }),
        event('set-up', '2011-04-06', '2011-04-06', { weight: 'resolved' }),
      ],
    };
    expect(kindOn(body, '2011-03-29')).toBe('not-yet');
    expect(kindOn(body, '2011-03-30')).toBe('proposed');
    expect(kindOn(body, '2011-04-05')).toBe('proposed');
    expect(kindOn(body, '2011-04-06')).toBe('in-being');
    // A resolution holds however long no paper speaks of it.
    expect(kindOn(body, '2020-01-01')).toBe('in-being');
  });

  it('stays proposed until a later paper speaks of it as there', () => {
    const body = {
      facts: [named('2011-03-30', 'proposed'), named('2014-03-31')],
      events: [event('set-up', null, '2011-03-30', { weight: 'proposed' })],
    };
    expect(kindOn(body, '2014-03-30')).toBe('proposed');
    expect(kindOn(body, '2014-03-31')).toBe('in-being');
  });

  it('takes the day where one paper gives it and another only the month', () => {
    const body = {
      facts: [named('2011-03-30')],
      events: [
        event('set-up', '2011-02-01', '2011-03-31', { exactness: 'month' }),
        event('first-met', '2011-02-21', '2014-03-31'),
      ],
    };
    expect(lifeOn(body, day('2011-03-31'))).toMatchObject({ kind: 'in-being', since: { day: '2011-02-21' } });
  });

  it('ends on the day it is dissolved, and the day after its last meeting', () => {
    const dissolved = {
      facts: [named('2007-11-26')],
      events: [event('dissolved', '2011-04-06', '2011-04-06', { weight: 'resolved' })],
    };
    expect(kindOn(dissolved, '2011-04-05')).not.toBe('ended');
    expect(kindOn(dissolved, '2011-04-06')).toBe('ended');
    const last = { facts: [named('2013-10-01')], events: [event('last-met', '2013-10-21', '2014-03-31')] };
    expect(kindOn(last, '2013-10-21')).toBe('in-being');
    expect(kindOn(last, '2013-10-22')).toBe('ended');
  });

  it('is there again once it is revived', () => {
    const body = {
      facts: [named('2007-11-26')],
      events: [
        event('dissolved', '2011-04-06', '2011-04-06', { weight: 'resolved' }),
        event('revived', '2012-05-10', '2012-05-10', { weight: 'resolved' }),
      ],
    };
    expect(kindOn(body, '2012-05-09')).toBe('ended');
    expect(lifeOn(body, day('2012-05-10'))).toMatchObject({ kind: 'in-being', since: { day: '2012-05-10' } });
  });

  it('is presumed two years after the last paper that names it, and known again at the next', () => {
    const body = { facts: [named('2007-11-26'), named('2011-03-30')], events: [] };
    expect(kindOn(body, '2007-11-25')).toBe('not-yet');
    expect(kindOn(body, '2009-11-26')).toBe('in-being');
    expect(kindOn(body, '2009-11-27')).toBe('presumed');
    expect(kindOn(body, '2011-03-30')).toBe('in-being');
  });

  it('is not ended by a proposal to end it', () => {
    const body = {
      facts: [named('2014-03-31')],
      events: [event('dissolved', null, '2014-03-31', { weight: 'proposed' })],
    };
    expect(kindOn(body, '2014-04-01')).toBe('in-being');
  });
});
