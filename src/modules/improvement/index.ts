export {
  planLine,
  type LineAction,
  type LineLead,
  type LineMilestone,
  type LineRequirement,
  type PlanLine,
} from './queries/plan-line.ts';
export { planInForce, type PlanInForce, type PlanOnDay } from './queries/plan-in-force.ts';
export { CALENDAR_STATES, stateOfAction, stateOfMilestone, type CalendarState } from './domain/state.ts';
