export { lineOfSight } from './glance/glance.query.ts';
export { addLineOfSightRoutes } from './glance/glance.route.tsx';
export { addReportRoutes } from './report/report.route.tsx';
export { breaksTable } from './breaks/breaks-table.print.ts';
export { PLAIN_COVER } from './report/cover.form.ts';
export { gatherReport } from './report/gather-report.query.ts';
export { reportFile } from './report/report-file.print.ts';
export { standaloneReport } from './report/standalone-page.print.tsx';
