import { describe, expect, it } from 'vitest';
import { MOST_ROWS } from '../src/modules/bodies/members/read-member-list.port.ts';
import { problemField } from '../src/modules/planimport/review/decisions.form.ts';
import { LARGEST_FORM } from '../src/platform/web/problem.ts';
import { readTextForm } from '../src/platform/web/take-text-forms.ts';

/** Of a list whose every row asks for all three, with whatever else stands on the page. */
const members = Array.from({ length: MOST_ROWS }, (_, row) =>
  ['person', 'body', 'seat'].map((field): [string, string] => [`${field}-${row}`, 'x'.repeat(60)]),
).flat();

/** Of a plan of which there is something to say in every row, were it all on one page. */
const problems = Array.from({ length: 9_000 }, (_, index): [string, string] => [
  problemField(index),
  'accept',
]);

describe('the largest forms of ours', () => {
  it.each([
    ['a list of members', members],
    ['what is to be looked at in a plan', problems],
  ])('are taken: %s', (_what, fields) => {
    const text = new URLSearchParams([
      ...fields,
      ...Array.from({ length: 20 }, () => ['other', 'x']),
    ]).toString();
    expect(text.length).toBeLessThan(LARGEST_FORM);
    expect(Object.keys(readTextForm(Buffer.from(text))?.form ?? {})).toHaveLength(fields.length + 1);
  });
});
