import { describe, expect, it } from 'vitest';
import { aMilestone, anAction, aReading } from '../../../../test/support/a-reading.ts';
import type { Problem } from '../../improvement/index.ts';
import { actionsByRef, targetOf } from './problem-target.rule.ts';

const actions = actionsByRef(
  aReading([
    anAction('1.1.1', { milestones: [aMilestone({ source: { line: 5 } })] }),
    anAction('1.1.2', {
      milestones: [
        aMilestone({ source: { line: 6 } }),
        aMilestone({ source: { line: 7, endLine: 9 } }),
        aMilestone({ source: { sheet: 'Plan', row: 4 } }),
      ],
    }),
    anAction('1.1.3'),
  ]),
);

const problem = (kind: string, ref: string | null, source: Problem['source']): Problem => ({
  kind,
  ref,
  source,
  where: '',
  message: '',
  proposal: null,
});

describe('where a problem is put right', () => {
  it.each([
    ['a date, in the row it stands in', problem('impossible-date', '1.1.2', { line: 8 }), '1.1.2', 2],
    [
      'a lead, in the row of its sheet',
      problem('lead-inherited', '1.1.2', { sheet: 'Plan', row: 4 }),
      '1.1.2',
      3,
    ],
    [
      'a measure, in the only row there is',
      problem('measures-run-together', '1.1.1', { line: 99 }),
      '1.1.1',
      1,
    ],
    [
      'a date in none of several rows, in the action',
      problem('no-date', '1.1.2', { line: 99 }),
      '1.1.2',
      null,
    ],
    ['a tag, in the action', problem('tag-in-wrong-place', '1.1.1', { line: 5 }), '1.1.1', null],
    ['a date of an action without rows, in the action', problem('no-date', '1.1.3', {}), '1.1.3', null],
  ])('%s', (_name, given, ref, ordinal) => {
    const found = targetOf(given, actions);
    expect(found).toEqual(
      ordinal === null
        ? { kind: 'action', ref, priority: 1 }
        : { kind: 'milestone', ref, ordinal, priority: 1 },
    );
  });

  it.each([
    ['an outcome', problem('outcome-without-action', '1.1', {})],
    ['the whole file', problem('no-table-recognised', null, {})],
  ])('%s: nowhere on its own', (_name, given) => {
    expect(targetOf(given, actions)).toBeNull();
  });
});
