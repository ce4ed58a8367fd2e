import { describe, expect, it } from 'vitest';
import { countReading } from '../../src/modules/improvement/plan/count-reading.rule.ts';
import { PlanReading } from '../../src/modules/improvement/plan/plan-reading.shape.ts';
import { generatePlan } from './generate-plan.ts';

const plan = generatePlan({ seed: 1, scale: 1 });
const actionsOf = (of: PlanReading) =>
  of.priorities.flatMap(({ outcomes }) => outcomes.flatMap(({ actions }) => actions));
const rowsOf = (of: PlanReading) => actionsOf(of).flatMap(({ milestones }) => milestones);

describe('generatePlan', () => {
  it.each([1, 2, 10, 100])('has the size of a large county’s plan, %i times', (scale) => {
    const { priorities, outcomes, ...counts } = countReading(generatePlan({ seed: 7, scale }));
    expect(counts).toMatchObject({
      actions: 129 * scale,
      milestones: 149 * scale,
      measures: 283 * scale,
      requirements: 49 * scale,
    });
    expect(outcomes).toBe(26 * scale);
    expect(priorities).toBe(Math.min(6 * scale, 96));
  });

  it('is the same to the letter for the same seed, and another for another', () => {
    expect(JSON.stringify(generatePlan({ seed: 1, scale: 2 }))).toBe(
      JSON.stringify(generatePlan({ seed: 1, scale: 2 })),
    );
    expect(generatePlan({ seed: 2, scale: 1 })).not.toEqual(plan);
  });

  it.each([1, 10, 100])('fits the shape that a reading has, at %i times', (scale) => {
    expect(PlanReading.safeParse(generatePlan({ seed: 3, scale })).error).toBeUndefined();
  });

  it.each([0, 1.5, 101, Number.NaN])('refuses the scale %d', (scale) => {
    expect(() => generatePlan({ seed: 1, scale })).toThrow(RangeError);
  });

  it.each([1, 10, 100])(
    'gives every action a reference of its own and every lead a name, at %i times',
    (scale) => {
      const large = generatePlan({ seed: 1, scale });
      expect(new Set(actionsOf(large).map(({ ref }) => ref)).size).toBe(129 * scale);
      expect(new Set(large.people.map(({ name }) => name)).size).toBe(large.people.length);
      expect(large.people.length).toBe(27 * scale);
    },
  );

  it('keeps the page of one requirement, lead and priority about as long however large the plan is', () => {
    const most = (
      of: PlanReading,
      wordsOf: (action: ReturnType<typeof actionsOf>[number]) => readonly string[],
    ) => {
      const times = new Map<string, number>();
      for (const action of actionsOf(of))
        for (const word of wordsOf(action)) times.set(word, (times.get(word) ?? 0) + 1);
      return Math.max(...times.values());
    };
    const large = generatePlan({ seed: 1, scale: 100 });
    const tags = (of: PlanReading) => most(of, (action) => action.tags);
    expect(tags(large)).toBeLessThanOrEqual(tags(plan) + 3);
    const named = (of: PlanReading) => most(of, ({ milestones }) => milestones.flatMap(({ leads }) => leads));
    expect(named(large)).toBeLessThan(2 * named(plan));
  });
});

describe('what is odd in it, as in real plans', () => {
  const carried = new Map<string, number>();
  for (const action of actionsOf(plan))
    for (const tag of action.tags) carried.set(tag, (carried.get(tag) ?? 0) + 1);
  for (const outcome of plan.priorities.flatMap(({ outcomes }) => outcomes))
    for (const tag of outcome.tags) carried.set(tag, (carried.get(tag) ?? 0) + outcome.actions.length);
  const refs = new Set(actionsOf(plan).map(({ ref }) => ref));

  it.each([
    {
      what: 'requirements that nothing carries',
      found: plan.requirementSets
        .flatMap(({ requirements }) => requirements)
        .filter(({ ref }) => !carried.has(ref)),
      times: 3,
    },
    {
      what: 'requirements that rest on one action',
      found: [...carried].filter(([, times]) => times === 1),
      times: 5,
    },
    {
      what: 'actions tied to nothing',
      found: actionsOf(plan).filter(({ tags }) => tags.length === 0),
      times: 48,
    },
    {
      what: 'actions without a measure',
      found: actionsOf(plan).filter(({ milestones }) =>
        milestones.every(({ measures }) => measures.length === 0),
      ),
      times: 1,
    },
    {
      what: 'rows that nobody leads',
      found: rowsOf(plan).filter(({ leads }) => leads.length === 0),
      times: 1,
    },
    {
      what: 'rows that print no time',
      found: rowsOf(plan).filter((row) => row.timescaleAsPrinted === ''),
      times: 1,
    },
    {
      what: 'references to an action that is not there',
      found: actionsOf(plan).flatMap((action) => action.crossReferences.filter((ref) => !refs.has(ref))),
      times: 1,
    },
    {
      what: 'references from one action to another',
      found: actionsOf(plan).flatMap((action) => action.crossReferences.filter((ref) => refs.has(ref))),
      times: 8,
    },
    { what: 'actions that say what another says', found: twins(plan), times: 1 },
  ])('has $times of: $what', ({ found, times }) => {
    expect(found).toHaveLength(times);
  });

  const rows = rowsOf(generatePlan({ seed: 1, scale: 10 }));
  it.each([
    { kind: 'completed', found: rows.filter(({ status }) => status === 'completed') },
    { kind: 'recurring', found: rows.filter(({ recurrence }) => recurrence !== null) },
    { kind: 'open-ended', found: rows.filter(({ start, end }) => start !== null && end === null) },
    { kind: 'on an impossible day', found: rows.filter(({ reading }) => reading === 'corrected') },
    { kind: 'of several periods', found: rows.filter(({ periods }) => periods.length > 1) },
    { kind: 'led by those of the row above', found: rows.filter(({ leadsInherited }) => leadsInherited) },
    { kind: 'to be reviewed', found: rows.filter(({ review }) => review) },
    { kind: 'of months alone', found: rows.filter(({ end }) => end?.length === 7) },
  ])('has rows that are $kind', ({ found }) => {
    expect(found).not.toHaveLength(0);
  });
});

function twins(of: PlanReading): readonly string[] {
  const seen = new Set<string>();
  return actionsOf(of).flatMap(({ text }) => {
    if (seen.has(text)) return [text];
    seen.add(text);
    return [];
  });
}
