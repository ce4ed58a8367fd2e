import { describe, expect, it } from 'vitest';
import { aLine, aLineAction } from '../../../../test/support/a-line.ts';
import { carriersOf } from './coverage.rule.ts';

describe('which actions carry a requirement', () => {
  it('lists them in the plan’s order, each with how it is tagged, and leaves out what nothing carries', () => {
    const first = aLineAction('1.1.1', { requirements: [{ ref: 'IN 1', through: 'outcome' }] });
    const second = aLineAction('1.1.2', {
      requirements: [
        { ref: 'IN 2', through: 'action' },
        { ref: 'IN 1', through: 'action' },
      ],
    });
    const carriers = carriersOf(aLine([first, second, aLineAction('1.1.3', {})]));
    expect(
      [...carriers].map(([ref, held]) => [ref, held.map(({ action, through }) => [action.ref, through])]),
    ).toEqual([
      [
        'IN 1',
        [
          ['1.1.1', 'outcome'],
          ['1.1.2', 'action'],
        ],
      ],
      ['IN 2', [['1.1.2', 'action']]],
    ]);
  });

  it('takes no longer for each action as there are more of them', () => {
    const actions = Array.from({ length: 50_000 }, (_, index) =>
      aLineAction(`1.1.${index}`, { requirements: [{ ref: 'IN 1', through: 'action' }] }),
    );
    const began = performance.now();
    expect(carriersOf(aLine(actions)).get('IN 1')).toHaveLength(50_000);
    // Copying what is held at each action takes several seconds for so many.
    expect(performance.now() - began).toBeLessThan(1000);
  });
});
