import { expect, it } from 'vitest';
import { readTextFile } from '../../../platform/intake/read-text-file.ts';
import { readPlan } from './read-plan.rule.ts';

it('takes a row that says the whole action again as a further row of it', () => {
  const text = [
    'Ref\tAction\tTimescale\tLead\tMeasures',
    '1.1.1\tSee every child within a day\t1 March 2026 - 30 April 2026\tAna Brook\tVisits counted',
    '1.1.1\tSee every child within a day\t1 May 2026 - 30 June 2026\tBo Field\tVisits checked',
    '1.1.2\tWrite down what was seen\t30 June 2026\tAna Brook\tNotes audited',
  ].join('\n');
  const reading = readPlan(readTextFile('plan.txt', text));
  const actions = reading.priorities.flatMap((priority) =>
    priority.outcomes.flatMap((outcome) => outcome.actions),
  );
  expect(actions.map(({ ref, text: words, milestones }) => [ref, words, milestones.length])).toEqual([
    ['1.1.1', 'See every child within a day', 2],
    ['1.1.2', 'Write down what was seen', 1],
  ]);
  expect(actions[0]?.milestones.map(({ leads, measures }) => [leads, measures])).toEqual([
    [['Ana Brook'], ['Visits counted']],
    [['Bo Field'], ['Visits checked']],
  ]);
});
