import { describe, expect, it } from 'vitest';
import type { Life } from './life.rule.ts';
import { day, event, said } from '../../../../test/support/said-of-bodies.ts';
import { dayOfEvent, lifeInWords, lifeWord } from './life-in-words.rule.ts';
import { sourceInWords } from '../sayings/said-words.view.tsx';

const on = day('2011-04-06');

describe('how a body stands, in words', () => {
  it.each<[Life, string, string | undefined]>([
    [
      { kind: 'in-being', since: { day: on, exactness: 'day' }, lastNamed: day('2012-01-01') },
      'Since 6 April 2011',
      undefined,
    ],
    [{ kind: 'in-being', since: null, lastNamed: on }, 'Last mentioned on 6 April 2011', undefined],
    [{ kind: 'in-being', since: null, lastNamed: null }, 'In being', undefined],
    [{ kind: 'presumed', lastNamed: on }, 'Presumed: last mentioned on 6 April 2011', 'presumed'],
    [{ kind: 'proposed', since: on }, 'Proposed on 6 April 2011, not yet approved', 'proposed'],
    [
      { kind: 'ended', event: event('dissolved', '2011-04-06', '2011-04-06') },
      'Dissolved, 6 April 2011',
      'ended',
    ],
    [{ kind: 'ended', event: event('dissolved', null, '2011-04-06') }, 'Dissolved', 'ended'],
    [{ kind: 'not-yet' }, 'Nothing is said of it by this day', 'not yet'],
  ])('%j', (life, sentence, word) => {
    expect([lifeInWords(life), lifeWord(life)]).toEqual([sentence, word]);
  });

  it.each([
    ['day', '6 April 2011'],
    ['month', 'April 2011'],
    ['year', '2011'],
  ] as const)('a day known to the %s is %s', (exactness, words) => {
    expect(dayOfEvent({ day: on, exactness })).toBe(words);
  });

  it('a day that nobody gives is none', () => {
    expect(dayOfEvent({ day: null, exactness: 'unknown' })).toBe('No day is given');
  });
});

describe('a paper and its day', () => {
  it.each([
    ['Minutes', 'Minutes, 6 April 2011'],
    ['Minutes of 6 April 2011', 'Minutes of 6 April 2011'],
    ['Newsletter, April 2011', 'Newsletter, April 2011'],
    ['The April 2011 newsletter', 'The April 2011 newsletter, 6 April 2011'],
  ])('%s is %s', (source, words) => {
    expect(sourceInWords(source, said('2011-04-06').statedOn)).toBe(words);
  });
});
