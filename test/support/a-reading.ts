import type {
  Action,
  Milestone,
  PlanReading,
} from '../../src/modules/improvement/plan/plan-reading.shape.ts';

/** A milestone with only what the shape requires; the test says what matters. */
export function aMilestone(given: Partial<Milestone> = {}): Milestone {
  return {
    timescaleAsPrinted: '',
    start: null,
    end: null,
    periods: [],
    status: null,
    statusAsPrinted: null,
    review: false,
    recurrence: null,
    leads: [],
    leadsAsPrinted: '',
    leadsInherited: false,
    measures: [],
    source: {},
    reading: 'stated',
    provenance: [],
    ...given,
  };
}

/** An action with only what the shape requires. */
export function anAction(ref: string, given: Partial<Action> = {}): Action {
  return {
    ref,
    text: `Do ${ref}`,
    tags: [],
    crossReferences: [],
    jointWith: [],
    milestones: [],
    textAsPrinted: '',
    refReading: 'stated',
    source: {},
    provenance: [],
    ...given,
  };
}

/** A plan of one priority and one outcome that holds the given actions. */
export function aReading(actions: readonly Action[], given: Partial<PlanReading> = {}): PlanReading {
  return {
    title: 'Getting better in Loamshire',
    priorities: [
      {
        number: 1,
        title: 'Front-line practice',
        objectives: [],
        accountableLeads: ['Ana Brook'],
        outcomes: [
          {
            ref: '1.1',
            text: 'Children are seen in time',
            tags: [],
            jointWith: [],
            actions: [...actions],
            reading: 'stated',
            source: {},
            provenance: [],
          },
        ],
        reading: 'stated',
        source: {},
      },
    ],
    requirementSets: [],
    people: [],
    columns: [],
    problems: [],
    ...given,
  };
}
