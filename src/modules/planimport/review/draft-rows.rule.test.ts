import { describe, expect, it } from 'vitest';
import { anAction, aReading } from '../../../../test/support/a-reading.ts';
import { draftRows } from './draft-rows.rule.ts';

/** A priority whose outcomes hold as many actions as said. */
function rowsOf(actions: readonly number[], number: number): readonly string[] {
  const reading = aReading([]);
  const [priority] = reading.priorities;
  const [outcome] = priority?.outcomes ?? [];
  if (priority === undefined || outcome === undefined) return [];
  priority.outcomes = actions.map((many, index) => ({
    ...outcome,
    ref: `1.${index + 1}`,
    actions: Array.from({ length: many }, (_, at) => anAction(`1.${index + 1}.${at + 1}`)),
  }));
  const rows = draftRows(reading, new Map(), 1, { number, size: 2 });
  return rows?.outcomes.map((shown) => `${shown.outcome.ref}: ${shown.actions.length}`) ?? [];
}

describe('the outcomes of a page of what was read', () => {
  it.each([
    ['an empty one at the end stands on the last page alone', [3, 0], [['1.1: 2'], ['1.1: 1', '1.2: 0']]],
    ['also where the last page is full', [4, 0], [['1.1: 2'], ['1.1: 2', '1.2: 0']]],
    ['an empty one between two stands once', [2, 0, 1], [['1.1: 2'], ['1.2: 0', '1.3: 1']]],
    ['empty ones alone stand on the only page', [0, 0], [['1.1: 0', '1.2: 0']]],
  ])('%s', (_, actions, pages) => {
    expect(pages.map((_page, index) => rowsOf(actions, index + 1))).toEqual(pages);
  });
});
