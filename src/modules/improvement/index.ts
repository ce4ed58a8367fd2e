export { countReading } from './plan/count-reading.rule.ts';
export { carriersOf, type Coverage, coverageOf, type CoverageRow } from './pictures/coverage.rule.ts';
export {
  CALENDAR_STATES,
  type CalendarState,
  stateOfAction,
  stateOfMilestone,
} from './states/calendar-state.rule.ts';
export { improvementBelongings } from './belongings.ts';
export { improvementEvents } from './events.ts';
export { planPaths, type PlanPaths } from './paths.ts';

export { knownReferences } from './plan/known-references.read.ts';
export { inForceOn, planVersions } from './plan/plan-in-force.read.ts';
export type { PlanInForce } from './plan/plan-in-force.shape.ts';
export { planLine } from './plan/plan-line.read.ts';
export type { LineAction, LineMilestone, PlanLine } from './plan/plan-line.shape.ts';

export { mayChangePlans } from './permissions.ts';
export { Column, PlanReading } from './plan/plan-reading.shape.ts';
export { listPlans, type ListedPlan } from './plan/list-plans.read.ts';
export { addImprovementRoutes } from './module.ts';
export {
  CALENDAR_STATE_LOOKS,
  CalendarStateMark,
  CalendarStateRule,
} from './states/calendar-state-mark.view.tsx';
export type { PlanView } from './plan/plan-view.shape.ts';
export { RefText } from './plan/ref-text.view.tsx';
export { visitPlan } from './plan/visit-plan.route.tsx';
export { type KnownReferences, type ReferenceKind, splitAtReferences } from './plan/typed-references.rule.ts';
export type { OddityRow } from './rows/oddity-row.shape.ts';
export { EVERYTHING } from './rows/list-filter.shape.ts';
export { listMilestones } from './rows/list-milestones.read.ts';
export type { MilestoneRow } from './rows/milestone-row.shape.ts';
export { listOddities } from './lists/list-oddities.read.ts';
export { shortened, timescaleInWords } from './plan/plan-words.rule.ts';
export { problemKindInWords } from './plan/problem-kind-words.rule.ts';
export { EXPORTED_LISTS, exportedList } from './exports/export-lists.shape.ts';
export { exportNotes } from './exports/export-notes.print.ts';
export { exportTable } from './exports/export-table.query.ts';
export { EXPORT_FORMATS, tableFile } from './exports/table-file.print.ts';
export { refFromPath, refInPath } from './paths.ts';
export { mayReadPlans } from './permissions.ts';
export type { ReadingCounts } from './plan/count-reading.rule.ts';
export type {
  Milestone,
  Source,
  Action,
  Problem,
  Outcome,
  Priority,
  Requirement,
  ColumnRole,
  HowRead,
  Provenance,
  RequirementSet,
  Person,
  Period,
  Target,
} from './plan/plan-reading.shape.ts';
export { placeInWords, capitalised } from './plan/plan-words.rule.ts';
export { problemKindOrder } from './plan/problem-kind-words.rule.ts';
export type { ProblemKind } from './plan/problem-kinds.shape.ts';
export { targetInWords, targetTimeInWords } from './plan/target-in-words.rule.ts';
export { addVersion, type PlaceOfVersion, type VersionRefused } from './versions/add-version.ts';
export { compareReadings, type PlanDifference } from './versions/compare-readings.rule.ts';
export { DifferenceList, differenceInWords } from './versions/difference-list.view.tsx';
export { type KnownVersion, versionOfFile, versionById } from './versions/known-versions.read.ts';
export { acceptedReading } from './versions/plan-history.read.ts';
