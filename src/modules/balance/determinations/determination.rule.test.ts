import { describe, expect, it } from 'vitest';
import { day } from '../../../../test/support/said-of-bodies.ts';
import { changesSince } from './determination.rule.ts';
import { readGiving } from './read-giving.rule.ts';

describe('what was determined', () => {
  const member = (from: string | null, until: string | null) => ({
    who: 'A member',
    where: 'Labour',
    from: from === null ? null : day(from),
    until: until === null ? null : day(until),
  });
  it('is to be reviewed once somebody joins or leaves a group afterwards', () => {
    const on = day('2011-05-12');
    expect(changesSince(on, [member('2009-06-04', null)], day('2012-01-01'))).toEqual([]);
    expect(changesSince(on, [member('2011-05-12', null)], day('2012-01-01'))).toEqual([]);
    expect(changesSince(on, [member('2011-05-13', null)], day('2011-05-12'))).toEqual([]);
    expect(changesSince(on, [member('2011-05-13', null)], day('2012-01-01'))).toEqual([
      { day: '2011-05-13', words: 'A member joined Labour' },
    ]);
    expect(changesSince(on, [member('2009-06-04', '2011-09-30')], day('2012-01-01'))).toEqual([
      { day: '2011-10-01', words: 'A member left Labour' },
    ]);
  });

  it('reads who gives a seat up to whom', () => {
    const names = { bodies: ['Regulation'], parties: ['Conservative', 'No group'] };
    expect(readGiving('Regulation: Conservative to No group\n', names)).toEqual({
      given: [{ body: 'Regulation', from: 'Conservative', to: 'No group', seats: 1 }],
      problems: [],
    });
    expect(readGiving('Planning: Conservative to No group 1', names).problems[0]).toContain(
      'names the body Planning',
    );
    expect(readGiving('Regulation: Labour to No group 1', names).problems[0]).toContain('names Labour');
    expect(readGiving('Regulation: Conservative to Conservative 1', names).problems[0]).toContain(
      'gives it up',
    );
    expect(readGiving('some words', names).problems[0]).toContain('must say the body');
  });
});
