import type { PlainDay } from '../../../platform/time/plain-day.ts';
import type { TableValue } from '../../../platform/tables/table.ts';
import { coverageOf, type CoverageRow } from '../pictures/coverage.rule.ts';
import { stateOfAction, stateOfMilestone } from '../states/calendar-state.rule.ts';
import type { LineAction } from '../plan/plan-line.shape.ts';
import { CALENDAR_STATE_LOOKS } from '../states/calendar-state-mark.view.tsx';
import { joined, type ListSource, type ListTable } from './list-table.shape.ts';

/** What each grade of coverage is called. */
export const COVERAGE_WORDS: Readonly<Record<CoverageRow['grade'], string>> = {
  gap: 'No action',
  'single-thread': 'A single action',
  carried: 'Several actions',
};

/**
 * The coverage matrix as pairs: a row for each requirement and action that carries it, gaps and single threads first; a
 * row with no action for each gap; and, last, a row with no requirement for each action that carries none.
 */
export function coverageTable({ plan, line }: ListSource): ListTable {
  const coverage = coverageOf(line);
  const actions = new Map(line.actions.map((action) => [action.ref, action]));
  const names = new Map(line.leads.map(({ slug, name }) => [slug, name]));
  const ofAction = (action: LineAction | undefined) => actionCells(action, names, plan.on);
  return {
    title: 'Coverage',
    showsStates: true,
    columns: [
      { heading: 'Coverage', kind: 'text' },
      { heading: 'Requirement', kind: 'reference' },
      { heading: 'What is required', kind: 'text' },
      { heading: 'Set', kind: 'text' },
      { heading: 'Action', kind: 'reference' },
      { heading: 'What is to be done', kind: 'text' },
      { heading: 'Tagged on', kind: 'text' },
      { heading: 'Leads', kind: 'text' },
      { heading: 'State of the action', kind: 'text' },
    ],
    rows: [
      ...coverage.rows.flatMap(({ requirement, grade, actions: carriers }): TableValue[][] => {
        const first = [COVERAGE_WORDS[grade], requirement.ref, requirement.text, requirement.setCode];
        if (carriers.length === 0) return [[...first, null, null, null, null, null]];
        return carriers.map(({ ref, through }) => {
          const [action, text, leads, state] = ofAction(actions.get(ref));
          return [...first, action, text, through === 'action' ? 'The action' : 'Its outcome', leads, state];
        });
      }),
      ...coverage.untied.map((untied): TableValue[] => {
        const [action, text, leads, state] = ofAction(untied);
        return ['No requirement', null, null, null, action, text, null, leads, state];
      }),
    ],
  };
}

type ActionCells = readonly [ref: TableValue, text: TableValue, leads: TableValue, state: TableValue];

function actionCells(
  action: LineAction | undefined,
  names: ReadonlyMap<string, string>,
  on: PlainDay,
): ActionCells {
  if (action === undefined) return [null, null, null, null];
  const leads = [...new Set(action.milestones.flatMap((milestone) => milestone.leads))];
  const state = stateOfAction(action.milestones.map((milestone) => stateOfMilestone(milestone, on)));
  return [
    action.ref,
    action.text,
    joined(leads.map((slug) => names.get(slug) ?? slug)),
    CALENDAR_STATE_LOOKS[state].words,
  ];
}
