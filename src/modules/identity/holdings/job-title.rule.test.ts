import { expect, it } from 'vitest';
import { readJobTitle } from './job-title.rule.ts';

it.each([
  ['Head of Safeguarding', 'Head of Safeguarding', null],
  ['Interim Head of Safeguarding', 'Head of Safeguarding', 'interim'],
  ['ACTING Director of Finance', 'Director of Finance', 'acting'],
  ['Head of Technology (Interim)', 'Head of Technology', 'interim'],
  ['Legal Services Manager (job share)', 'Legal Services Manager', null],
  ['Head of Place (Job Share) & Coach', 'Head of Place (Job Share) & Coach', null],
  ['Interim', 'Interim', null],
])('reads %s as the post %s', (printed, post, manner) => {
  expect(readJobTitle(printed)).toEqual({ post, manner });
});
