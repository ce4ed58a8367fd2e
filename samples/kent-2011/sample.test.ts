import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import {
  PlanReading,
  type Action,
  type Requirement,
} from '../../src/modules/improvement/plan/plan-reading.shape.ts';
import { copiedRuns } from '../../tools/kent-sample/copied-runs.mjs';
import { disagreements, parseHandRead } from '../../tools/kent-sample/hand-read.mjs';

const beside = (path: string) => new URL(path, import.meta.url);
const text = (path: string) => readFileSync(beside(path), 'utf8');
const json = (path: string): unknown => JSON.parse(text(path));

const plan = PlanReading.parse(json('plan.json'));
const outcomes = plan.priorities.flatMap((priority) => priority.outcomes);
const actions = outcomes.flatMap((outcome) => outcome.actions);
const requirements = plan.requirementSets.flatMap((set) => set.requirements);

function action(ref: string): Action {
  const found = actions.find((candidate) => candidate.ref === ref);
  if (found === undefined) throw new Error(`The sample has no action ${ref}`);
  return found;
}

function requirement(ref: string): Requirement {
  const found = requirements.find((candidate) => candidate.ref === ref);
  if (found === undefined) throw new Error(`The sample has no requirement ${ref}`);
  return found;
}

const words = (one: Action): string =>
  [one.text, ...one.milestones.flatMap((milestone) => milestone.measures)].join('\n');

describe('the Kent 2011 sample', () => {
  it('holds the whole plan', () => {
    expect({
      priorities: plan.priorities.length,
      outcomes: outcomes.length,
      actions: plan.priorities.map(
        (priority) => priority.outcomes.flatMap((outcome) => outcome.actions).length,
      ),
      milestones: actions.flatMap((one) => one.milestones).length,
      requirements: plan.requirementSets.map((set) => [set.code, set.requirements.length]),
    }).toEqual({
      priorities: 6,
      outcomes: 26,
      actions: [28, 37, 18, 16, 17, 13],
      milestones: 149,
      requirements: [
        ['IN', 16],
        ['O', 23],
        ['CT', 10],
      ],
    });
  });

  it('has a text for everything', () => {
    const texts = [
      ...plan.priorities.flatMap((priority) => [priority.title, ...priority.objectives]),
      ...outcomes.map((outcome) => outcome.text),
      ...actions.flatMap((one) => [one.text, ...one.milestones.flatMap((milestone) => milestone.measures)]),
      ...requirements.flatMap((one) => [one.text, ...one.targets.map((target) => target.measure)]),
    ];
    expect(texts.filter((one) => one.trim() === '')).toEqual([]);
    expect(
      actions.filter((one) => one.milestones.some((milestone) => milestone.measures.length === 0)),
    ).toEqual([]);
  });

  it('agrees with the reading by hand on every date, lead, tag and named action', () => {
    expect(disagreements(plan, parseHandRead(text('../../tools/kent-sample/hand-read.txt')))).toEqual([]);
  });

  it('keeps the same action printed twice the same word for word', () => {
    expect(words(action('2.3.6'))).toBe(words(action('2.3.8')));
  });

  it.each([
    ['1.1.5', ['360']],
    ['1.2.1', ['2 weeks']],
    ['1.2.2', ['four', '50']],
    ['1.2.3', ['2 weeks']],
    ['1.2.5', ['6']],
    ['2.1.3', ['200', '28 days']],
    ['2.1.4', ['200', '100']],
    ['2.2.2', ['10,000', '18', '46%', '2009-2010', '65%', 'March 2012', '2012-13']],
    ['2.2.5', ['24 hours', 'written']],
    ['2.2.6', ['7 days', '35', '69%', '80.4%']],
    ['2.3.6', ['2 years', '6%']],
    ['2.3.7', ['13.6%', 'March 2013']],
    ['2.4.2', ['second', '11%', 'March 2012', '13%', '2012-2013']],
    ['2.4.6', ['16-18', '17', '12 months', 'February 2011', 'April 2011']],
    ['2.4.7', ['85%', 'March 2012', 'March 2013']],
    ['2.4.10', ['36', '34', '33', '2011/12', '25 days', '11%']],
    ['2.4.11', ['25 days', '11%']],
    ['3.2.7', ['5%', 'Quarterly', 'Monthly']],
    ['4.2.1', ['2 lay members', 'quarterly']],
    ['5.1.6', ['10%']],
    ['5.4.4', ['six months']],
    ['6.3.4', ['quarterly']],
  ])('%s keeps its figures', (ref, figures) => {
    expect(figures.filter((figure) => !words(action(ref)).includes(figure))).toEqual([]);
  });

  it.each([
    ['IN 3', ['August 2011', '200', '28 days', '100']],
    ['IN 7', ['10,000', '46%', '2009-10', '65%', 'January to March 2012', '2012-13']],
    ['IN 8', ['two years', '6%', '2012-13', 'second']],
    ['IN 9', ['10%']],
    ['IN 14', ['11%', 'March 2012', '13%', '2012-13']],
    ['IN 15', ['2011/12', '34', '33', '36', '25 days', '11%', 'level 4', 'Key Stage 2']],
    ['IN 16', ['85%', 'March 2012', '2012-13']],
    ['O 4', ['16-18']],
    ['O 17', ['18']],
  ])('%s keeps its figures', (ref, figures) => {
    expect(figures.filter((figure) => !requirement(ref).text.includes(figure))).toEqual([]);
  });

  it('says where a plan and the reading by hand differ', () => {
    const rows = text('../../tools/kent-sample/hand-read.txt')
      .split('\n')
      .filter((line) => /^1\.1\.[12] /.test(line))
      .join('\n')
      .replace('2012-03-31 | - | Rob Semens', '2012-03-30 | - | Jo Poole');
    expect(disagreements(plan, parseHandRead(rows))).toEqual([
      'plan: rows by hand 2, in the plan 149',
      '1.1.1 row 1: end by hand 2012-03-30, in the plan 2012-03-31',
      '1.1.1 row 1: leads by hand Jo Poole, in the plan Rob Semens',
    ]);
  });

  it('finds eight words in a row that are a paper’s, whatever their case and marks', () => {
    const ours = words(action('2.1.3')).split(/\s+/);
    const eight = ours.slice(0, 8).join(' ');
    const seven = ours.slice(0, 7).join(' ');
    expect(copiedRuns(plan, `Unlike that, <b>${eight.toUpperCase()}</b>`)[0]).toMatch(/^2\.1\.3 repeats/);
    expect(copiedRuns(plan, `Unlike that, ${seven} otherwise`)).toEqual([]);
  });
});
