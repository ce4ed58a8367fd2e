import { describe, expect, it } from 'vitest';
import { anAction, aReading } from '../../../../test/support/a-reading.ts';
import { withUniqueRefs } from './with-unique-refs.rule.ts';

describe('priorities of one number', () => {
  const reading = aReading([anAction('1.1.1')]);
  const [first] = reading.priorities;
  const second = first && {
    ...first,
    title: 'Leadership',
    objectives: ['Lead', 'Listen'],
    accountableLeads: ['Ana Brook', 'Bo Marsh'],
    outcomes: first.outcomes.map((outcome) => ({ ...outcome, ref: '1.2', actions: [anAction('1.2.1')] })),
    source: { line: 9 },
  };
  const both = {
    ...reading,
    priorities: first && second ? [{ ...first, objectives: ['Lead'] }, second] : [],
  };

  it('are joined with all that either says, and a problem says so', () => {
    const { priorities, problems } = withUniqueRefs(both);
    expect(priorities).toMatchObject([
      {
        objectives: ['Lead', 'Listen'],
        accountableLeads: ['Ana Brook', 'Bo Marsh'],
        outcomes: [{ ref: '1.1' }, { ref: '1.2' }],
      },
    ]);
    expect(problems).toMatchObject([
      {
        kind: 'reference-used-twice',
        where: 'Priority 1, line 9',
        message: 'Two priorities are numbered 1: Front-line practice, and Leadership.',
      },
    ]);
  });

  it('are left alone where there is one of each', () => {
    expect(withUniqueRefs(reading)).toEqual(reading);
  });
});
