export { type Break, BREAK_KINDS, BREAK_WORDS, type BreakKind, breaksOf } from './domain/breaks.ts';
export { type Glance, glanceOf } from './domain/glance.ts';
export { lineOfSight } from './queries/glance.ts';
export { addLineOfSightRoutes } from './routes.tsx';
export { addReportRoutes, type ReportDependencies } from './report.routes.tsx';
