import { describe, expect, it } from 'vitest';
import { readFilter, typedFilter } from './trail-filter.form.ts';

function read(search: string) {
  return readFilter(typedFilter(new URLSearchParams(search)));
}

describe('the filter of the trail', () => {
  it.each([
    ['', {}],
    ['who=+Obi+&type=plan-accepted', { who: 'Obi', type: 'plan-accepted' }],
    ['kind=plan', { subjectKind: 'plan' }],
    ['kind=plan&ref=kent-2011', { subject: { kind: 'plan', ref: 'kent-2011' } }],
    ['from-day=1&from-month=5&from-year=2026', { from: '2026-05-01' }],
    [
      'from-day=1&from-month=May&from-year=2026&to-day=1&to-month=5&to-year=2026',
      { from: '2026-05-01', to: '2026-05-01' },
    ],
    ['from=2026-05-01&to=2026-06-02', { from: '2026-05-01', to: '2026-06-02' }],
    ['who=one&who=two&after=12&unknown=x', { who: 'one' }],
  ])('reads %j', (search, value) => {
    expect(read(search)).toEqual({ ok: true, value });
  });

  it.each([
    [
      'from-day=31&from-month=6&from-year=2026',
      '#from-day',
      'The first day must be a real day, like 12 May 2026, or nothing',
    ],
    ['to-day=1', '#to-day', 'The last day must be a real day, like 12 May 2026, or nothing'],
    ['from=2026-05-02&to=2026-05-01', '#to-day', 'The last day must be the same as or after the first day'],
    ['ref=kent-2011', '#kind', 'Enter what kind of thing kent-2011 is, like plan'],
    [`who=${'x'.repeat(201)}`, '#who', 'Who did it must be 200 characters or fewer'],
  ])('says what is wrong with %j', (search, href, text) => {
    expect(read(search)).toMatchObject({ ok: false, problems: { summary: [{ href, text }] } });
  });
});
