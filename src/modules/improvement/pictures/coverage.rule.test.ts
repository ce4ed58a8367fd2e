import { describe, expect, it } from 'vitest';
import { growth } from '../../../../test/support/growth.ts';
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
    const actions = (count: number) =>
      aLine(
        Array.from({ length: count }, (_, index) =>
          aLineAction(`1.1.${index}`, { requirements: [{ ref: 'IN 1', through: 'action' }] }),
        ),
      );
    const [few, many] = [actions(1_500), actions(48_000)];
    expect(carriersOf(many).get('IN 1')).toHaveLength(48_000);
    // Copying what is held at each action is thirty-two times as much work for each.
    const grown = growth({ times: 32, small: () => carriersOf(few), large: () => carriersOf(many) });
    expect(grown).toBeLessThan(8);
  });
});
