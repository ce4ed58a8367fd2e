import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { PlanReading } from '../../src/modules/improvement/plan/plan-reading.shape.ts';
import { readPlan } from '../../src/modules/planimport/reading/read-plan.rule.ts';
import { readTextFile } from '../../src/platform/intake/read-text-file.ts';
import { copiedRuns } from '../../tools/kent-sample/copied-runs.mjs';

const papers = new URL('../../../shared/sources/', import.meta.url);
const havePapers = existsSync(papers);
const paper = (name: string) => readFileSync(new URL(name, papers), 'utf8');

const plan = PlanReading.parse(JSON.parse(readFileSync(new URL('plan.json', import.meta.url), 'utf8')));

describe('the Kent 2011 sample beside the papers (skipped where ../shared/sources is not at hand)', () => {
  it.skipIf(!havePapers)(
    'agrees in every fact with the product’s own reading of the pack (else run tools/kent-sample/build.mjs)',
    () => {
      const pack = paper('2011-05-12-county-council-agenda-pack.txt');
      expect(factsOf(plan)).toEqual(factsOf(readPlan(readTextFile('agenda-pack.txt', pack))));
    },
  );

  it.skipIf(!havePapers)('has no eight words in a row from any of them', () => {
    const source = readdirSync(papers).map(paper).join('\n');
    expect(copiedRuns(plan, source)).toEqual([]);
  });
});

type Provenance = PlanReading['priorities'][number]['outcomes'][number]['provenance'][number];

/** A reading with its prose taken out: what is left is fact, and is the paper's and the sample's alike. */
function factsOf(reading: PlanReading): unknown {
  return {
    ...reading,
    title: null,
    problems: reading.problems.map(({ kind, ref, where }) => ({ kind, ref, where })),
    priorities: reading.priorities.map((priority) => ({
      ...priority,
      title: null,
      objectives: null,
      outcomes: priority.outcomes.map((outcome) => ({
        ...outcome,
        text: null,
        provenance: outcome.provenance.map(factOf),
        actions: outcome.actions.map((action) => ({
          ...action,
          text: null,
          textAsPrinted: null,
          provenance: action.provenance.map(factOf),
          milestones: action.milestones.map((milestone) => ({
            ...milestone,
            measures: milestone.measures.length,
            provenance: milestone.provenance.map(factOf),
          })),
        })),
      })),
    })),
    requirementSets: reading.requirementSets.map((set) => ({
      ...set,
      title: null,
      requirements: set.requirements.map((requirement) => ({
        ...requirement,
        text: null,
        // The core tasks stand under half a sentence; the others under a plain heading, which is a fact.
        section: set.code === 'CT' ? null : requirement.section,
        targets: requirement.targets.map((target) => ({
          ...target,
          measure: null,
          against: target.against === null ? null : 'reworded',
        })),
      })),
    })),
  };
}

/** Leads and tags stay as printed; of a measure, a mark or a cross reference only what was read and where. */
function factOf(fact: Provenance): unknown {
  if (fact.of === 'lead' || fact.of === 'tag') return fact;
  return { ...fact, asPrinted: null, value: fact.of === 'measure' ? null : fact.value };
}
