export { acceptPlan, type AcceptPlan, type PlanToAccept } from './commands/accept-plan.ts';
export { startImport, type ImportToStart } from './commands/start-import.ts';
export { COLUMN_ROLES, type ColumnRole } from './domain/column-roles.ts';
export { countReading, type ReadingCounts } from './domain/count-reading.ts';
export { type Coverage, coverageOf, type CoverageRow } from './domain/coverage.ts';
export { CALENDAR_STATES, type CalendarState, stateOfAction, stateOfMilestone } from './domain/state.ts';
export { improvementEvents } from './events.ts';
export { importPaths, planPaths, type PlanPaths } from './paths.ts';
export { knownReferences } from './queries/known-references.ts';
export {
  inForceOn,
  type PlanInForce,
  type PlanNotYet,
  type PlanVersions,
  planVersions,
} from './queries/plan-in-force.ts';
export {
  type LineAction,
  type LineLead,
  type LineMilestone,
  type LineRequirement,
  planLine,
  type PlanLine,
} from './queries/plan-line.ts';
export { readPlanFile, type ReadPlanFile } from './read-plan-file.ts';
export { PlanReading, type Column } from './reading/plan-reading.ts';
export { listPlans, type ListedPlan } from './queries/list-plans.ts';
export { addImprovementRoutes } from './routes.tsx';
export { CALENDAR_STATE_LOOKS, CalendarStateMark, CalendarStateRule } from './views/calendar-state-mark.tsx';
export type { PlanView } from './views/plan-view.ts';
export { RefList, RefText } from './views/ref-text.tsx';
export { visitPlan } from './visit-plan.tsx';
export { type KnownReferences, type ReferenceKind, splitAtReferences } from './domain/typed-references.ts';
export type { OddityRow } from './queries/action-page.ts';
export { type ActionRow, listActions } from './queries/list-actions.ts';
export { EVERYTHING, ListFilter } from './queries/list-filter.ts';
export { listMilestones, type MilestoneRow } from './queries/list-milestones.ts';
export { listOddities, oddityKinds } from './queries/list-oddities.ts';
export { listRequirements, type RequirementRow } from './queries/list-requirements.ts';
export { counted, timescaleInWords } from './views/words.ts';
export { problemKindInWords } from './domain/problem-kind-words.ts';
export { EXPORTED_LISTS, type ExportedList, exportedList } from './exports/export-lists.ts';
export { exportNotes } from './exports/export-notes.ts';
export { exportTable } from './exports/export-table.ts';
export { EXPORT_FORMATS, tableFile, type TableFile } from './exports/table-file.ts';
