export { acceptPlan, type AcceptPlan, type PlanToAccept } from './acceptance/accept-plan.ts';
export { COLUMN_ROLES } from './columns/column-roles.shape.ts';
export { planImportEvents } from './events.ts';
export { addImportRoutes } from './module.ts';
export { importPaths } from './paths.ts';
export { readPlanFile, type ReadPlanFile } from './reading/read-plan-file.port.ts';
export { type ImportToStart, startImport } from './start/start-import.ts';
