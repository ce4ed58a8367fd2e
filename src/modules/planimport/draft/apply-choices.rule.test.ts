import { describe, expect, it } from 'vitest';
import { aMilestone, anAction, aReading } from '../../../../test/support/a-reading.ts';
import { applyChoices, type Choice, CORRECTED_BY_HAND, subjectOf } from './apply-choices.rule.ts';

const reading = aReading(
  [
    anAction('1.1.1', {
      tags: ['IN 1'],
      milestones: [
        aMilestone({
          start: '2026-01',
          leads: ['Ana Brook'],
          leadsInherited: true,
          periods: [{ start: '2026-01', end: null }],
        }),
        aMilestone({ end: '2026-02-01' }),
      ],
    }),
    anAction('1.1.2'),
  ],
  {
    problems: [
      { kind: 'a', where: 'x', message: 'y', proposal: null, ref: null, source: {} },
      { kind: 'b', where: 'x', message: 'y', proposal: null, ref: null, source: {} },
    ],
  },
);

const drop = (subject: string): Choice => ({ subject, choice: 'drop', correction: null });

function actions(choices: readonly Choice[]) {
  return applyChoices(reading, choices).priorities[0]?.outcomes[0]?.actions ?? [];
}

describe('what a person decided about a draft', () => {
  it('changes nothing when nothing was decided', () => {
    expect(applyChoices(reading, [])).toEqual(reading);
  });

  it('drops an action, a row or a problem by its place in the draft', () => {
    expect(actions([drop(subjectOf.action('1.1.2'))])).toHaveLength(1);
    expect(actions([drop(subjectOf.milestone('1.1.1', 1))])[0]?.milestones).toMatchObject([
      { end: '2026-02-01' },
    ]);
    expect(applyChoices(reading, [drop(subjectOf.problem(0))]).problems).toMatchObject([{ kind: 'b' }]);
  });

  it('counts the newest decision: dropped and then taken as read is kept', () => {
    const subject = subjectOf.action('1.1.2');
    expect(actions([drop(subject), { subject, choice: 'accept', correction: null }])).toHaveLength(2);
  });

  it('puts a correction in place and says that it was put right by hand', () => {
    const [first] = actions([
      {
        subject: subjectOf.milestone('1.1.1', 1),
        choice: 'correct',
        correction: {
          start: '2026-01',
          end: '2026-03',
          completed: true,
          leads: ['Bo Field'],
          measures: ['m'],
        },
      },
    ]);
    expect(first?.milestones[0]).toMatchObject({
      end: '2026-03',
      periods: [{ start: '2026-01', end: '2026-03' }],
      status: 'completed',
      leads: ['Bo Field'],
      leadsInherited: false,
      measures: ['m'],
      reading: 'by-hand',
    });
  });

  it('keeps the rest of an action whose words were corrected', () => {
    const [first] = actions([
      {
        subject: subjectOf.action('1.1.1'),
        choice: 'correct',
        correction: { text: 'New words', tags: ['O 2'], crossReferences: [], jointWith: ['Health'] },
      },
    ]);
    expect(first).toMatchObject({ text: 'New words', tags: ['O 2'], jointWith: ['Health'], putRight: true });
    expect(first?.milestones).toHaveLength(2);
  });

  it('keeps the periods and the row a lead came from where a correction leaves them alone', () => {
    const [first] = actions([
      {
        subject: subjectOf.milestone('1.1.1', 1),
        choice: 'correct',
        correction: { start: '2026-01', end: null, completed: false, leads: ['Ana Brook'], measures: ['m'] },
      },
    ]);
    expect(first?.milestones[0]).toMatchObject({
      periods: [{ start: '2026-01', end: null }],
      leadsInherited: true,
    });
  });

  it('says of a problem that was put right by hand that it was', () => {
    const { problems } = applyChoices(reading, [
      { subject: subjectOf.problem(1), choice: 'correct', correction: { by: 'milestone:1.1.1:1' } },
    ]);
    expect(problems.map(({ proposal }) => proposal)).toEqual([null, CORRECTED_BY_HAND]);
  });
});
