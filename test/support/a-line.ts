import type { LineAction, LineMilestone, PlanLine } from '../../src/modules/improvement/index.ts';

/** A milestone of the joined plan with nothing said of it. */
export function aLineMilestone(given: Partial<LineMilestone>): LineMilestone {
  return {
    ordinal: 1,
    timescaleAsPrinted: '',
    startsOn: null,
    endsOn: null,
    status: null,
    review: false,
    recurrence: null,
    leads: [],
    measures: 0,
    ...given,
  };
}

/** An action of the joined plan that carries nothing and has no milestone. */
export function aLineAction(ref: string, given: Partial<LineAction>): LineAction {
  return {
    ref,
    text: 'See every child',
    outcomeRef: '1.1',
    priority: 1,
    jointWith: [],
    requirements: [],
    unlistedTags: [],
    crossReferences: [],
    milestones: [],
    ...given,
  };
}

/** A joined plan of one requirement, one priority, one outcome and the given actions; only Ana Brook is introduced. */
export function aLine(actions: readonly LineAction[]): PlanLine {
  return {
    requirementSets: [{ code: 'IN', title: 'Notice targets' }],
    requirements: [{ ref: 'IN 1', setCode: 'IN', text: 'See children', section: null, deadline: null }],
    priorities: [{ number: 1, title: 'Practice', accountable: ['ana'] }],
    outcomes: [{ ref: '1.1', priority: 1, text: 'Children are seen' }],
    actions,
    leads: [
      { slug: 'ana', name: 'Ana Brook', kind: 'person', jobTitle: 'Director', introduced: true },
      { slug: 'bo', name: 'Bo Field', kind: 'unknown', jobTitle: null, introduced: false },
    ],
    measures: 0,
  };
}
