import { describe, expect, it } from 'vitest';
import type { PlanReading } from '../../src/modules/improvement/plan/plan-reading.shape.ts';
import { readPlan } from '../../src/modules/planimport/reading/read-plan.rule.ts';
import { readTextFile } from '../../src/platform/intake/read-text-file.ts';
import { readCsv } from '../../src/platform/intake/read-csv.ts';
import { generatePlan } from './generate-plan.ts';
import { toCsv } from './to-csv.ts';
import { toText } from './to-text.ts';

/** The plan without the places and the printed words, which the text moves about. */
function saying(plan: PlanReading) {
  return plan.priorities.map(({ number, title, accountableLeads, outcomes }) => ({
    number,
    title,
    accountableLeads,
    outcomes: outcomes.map(({ ref, text, tags, jointWith, actions }) => ({
      ref,
      text,
      tags,
      jointWith,
      actions: actions.map((action) => ({
        ref: action.ref,
        text: action.text,
        tags: action.tags,
        crossReferences: action.crossReferences,
        jointWith: action.jointWith,
        milestones: action.milestones.map((row) => ({
          printed: row.timescaleAsPrinted,
          start: row.start,
          end: row.end,
          periods: row.periods,
          status: row.status,
          review: row.review,
          recurrence: row.recurrence,
          leads: row.leads,
          leadsInherited: row.leadsInherited,
          measures: row.measures,
          reading: row.reading,
        })),
      })),
    })),
  }));
}

function required(plan: PlanReading) {
  return plan.requirementSets.map(({ code, title, requirements }) => ({
    code,
    title,
    requirements: requirements.map((requirement) => ({ ...requirement, source: {} })),
  }));
}

describe.each([
  { seed: 1, scale: 1 },
  { seed: 2, scale: 1 },
  { seed: 3, scale: 3 },
])('the text of the plan with seed $seed at $scale times', (size) => {
  const plan = generatePlan(size);
  const read = readPlan(readTextFile('loamshire.txt', toText(plan)));

  it('is read as every priority, outcome, action, date, lead, tag and measure it was printed from', () => {
    expect(saying(read)).toEqual(saying(plan));
  });

  it('is read as every requirement with its section, deadline and figures', () => {
    expect(required(read)).toEqual(required(plan));
  });

  it('is read as everybody in its list of leads', () => {
    const named = (of: PlanReading) => of.people.map((person) => ({ ...person, source: {} }));
    expect(named(read)).toEqual(named(plan));
  });
});

describe('the spreadsheet of the plan', () => {
  const plan = generatePlan({ seed: 4, scale: 1 });
  const read = readPlan(readCsv('loamshire.csv', 'loamshire.csv', toCsv(plan), ','));
  // A column says with whom; it does not say whether of the action or of its whole outcome.
  const rows = (of: PlanReading) =>
    saying(of).flatMap(({ outcomes }) =>
      outcomes.flatMap(({ actions }) => actions.map((action) => ({ ...action, jointWith: [] }))),
    );

  it('is read as every action, date, lead, tag and measure it was printed from', () => {
    expect(rows(read)).toEqual(rows(plan));
  });
});
