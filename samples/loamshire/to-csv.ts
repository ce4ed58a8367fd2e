import { stringify } from 'csv-stringify/sync';
import type { PlanReading } from '../../src/modules/improvement/plan/plan-reading.shape.ts';

const COLUMNS = [
  'Ref',
  'Priority',
  'Outcome',
  'Action',
  'Links',
  'Joint with',
  'Timescale',
  'Delivery leads',
  'Measures',
] as const;

/**
 * Prints a plan as the spreadsheet another council might keep it in: a row a milestone, everything in columns. Words
 * that stand once for several rows of an action stand in its first, as a spreadsheet saves merged cells.
 */
export function toCsv(plan: PlanReading): string {
  const rows = plan.priorities.flatMap((priority) =>
    priority.outcomes.flatMap((outcome) =>
      outcome.actions.flatMap((action) =>
        action.milestones.map(({ timescaleAsPrinted, leadsAsPrinted, measures }, index) => [
          action.ref,
          `Priority ${priority.number}: ${priority.title}`,
          outcome.text,
          index === 0 ? action.text : '',
          index === 0 ? action.tags.join(', ') : '',
          index === 0 ? [...new Set([...action.jointWith, ...outcome.jointWith])].join(', ') : '',
          timescaleAsPrinted,
          leadsAsPrinted,
          measures.map((measure) => `• ${measure}`).join('\n'),
        ]),
      ),
    ),
  );
  return stringify([[...COLUMNS], ...rows]);
}
