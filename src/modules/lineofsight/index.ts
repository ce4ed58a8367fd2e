export { lineOfSight } from './queries/glance.ts';
export { addLineOfSightRoutes } from './routes.tsx';
export { addReportRoutes } from './report.routes.tsx';
export { breaksTable } from './exports/breaks-table.ts';
export { PLAIN_COVER } from './report/cover-words.ts';
export { gatherReport } from './report/gather-report.ts';
export { reportFile } from './report/report-file.ts';
export { standaloneReport } from './report/standalone-page.tsx';
