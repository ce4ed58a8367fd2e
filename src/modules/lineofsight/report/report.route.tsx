import type { Db } from '../../../platform/db/index.ts';
import { openTypesetter, type Typesetter } from '../../../platform/print/pdf-press.ts';
import { type Answer, download, page } from '../../../platform/web/answer.ts';
import { address, DAY_PARAMETER } from '../../../platform/web/as-at.ts';
import type { WebServer } from '../../../platform/web/server.ts';
import type { Visit } from '../../../platform/web/visit.ts';
import { EXPORT_FORMATS, type PlanView, tableFile, visitPlan } from '../../improvement/index.ts';
import { breakKind, breaksTable } from '../breaks/breaks-table.print.ts';
import { lineOfSight } from '../glance/glance.query.ts';
import { COVER_FIELDS, type CoverWords, PLAIN_COVER, readCover } from './cover.form.ts';
import { gatherReport } from './gather-report.query.ts';
import { planReport } from './plan-report.print.ts';
import { reportFile, type ReportFormat } from './report-file.print.ts';
import { ReportView } from './report-page.view.tsx';

export interface ReportDependencies {
  readonly db: Db;
  /** One of its own unless given; its own is closed with the server. */
  readonly typesetter?: Typesetter;
  /** Where the site can be reached for good, if anywhere: the files' references then lead there. */
  readonly linkBase?: string | undefined;
  /** The council's colour for the files' headings and rules, as `#1d4f4a`. */
  readonly accent?: string | undefined;
}

/**
 * What a board takes away: the progress report of a plan, a page first, then the same paper as PDF and as Word; and the
 * list of breaks as a spreadsheet.
 */
export function addReportRoutes(server: WebServer, dependencies: ReportDependencies): void {
  const { db, linkBase, accent } = dependencies;
  const typesetter = dependencies.typesetter ?? openTypesetter();
  if (dependencies.typesetter === undefined) server.app.addHook('onClose', () => typesetter.close());

  /** Reads the cover from the address; where something is wrong with it, the page says so whatever was asked for. */
  const withCover = async (
    visit: Visit<{ readonly plan: string }>,
    show: (view: PlanView, cover: CoverWords) => Promise<Answer>,
  ): Promise<Answer> =>
    visitPlan(db, visit, async (view) => {
      const read = readCover(view.frame.query);
      if (read.kind === 'ok') return show(view, read.cover);
      return page(await reportPage(view, PLAIN_COVER, read.problems), 422);
    });

  const materialOf = async (view: PlanView) =>
    gatherReport(db, { plan: view.plan, council: view.frame.site.councilName, paths: view.paths });

  const reportPage = async (
    view: PlanView,
    cover: CoverWords,
    problems: Parameters<typeof ReportView>[0]['problems'] = {},
  ) => (
    <ReportView
      view={view}
      report={planReport(await materialOf(view), { cover, edition: 'page' })}
      files={filesOf(view)}
      problems={problems}
    />
  );

  const file = (format: ReportFormat) => (visit: Visit<{ readonly plan: string }>) =>
    withCover(visit, async (view, cover) =>
      visit.costly(async () => {
        const wishes = { cover, linkBase, accent };
        const { fileName, mediaType, bytes } = await reportFile(
          await materialOf(view),
          wishes,
          format,
          typesetter,
        );
        return download({ fileName, mediaType, body: bytes, inline: format === 'pdf' });
      }),
    );

  server.route({
    method: 'GET',
    path: '/plan/:plan/report',
    access: 'public',
    handler: (visit) => withCover(visit, async (view, cover) => page(await reportPage(view, cover))),
  });
  server.route({ method: 'GET', path: '/plan/:plan/report.pdf', access: 'public', handler: file('pdf') });
  server.route({ method: 'GET', path: '/plan/:plan/report.docx', access: 'public', handler: file('docx') });
  addBreakExports(server, db);
}

/** The list of breaks to take away; the lists of the plan itself are the improvement module's. */
function addBreakExports(server: WebServer, db: Db): void {
  for (const format of EXPORT_FORMATS)
    server.route({
      method: 'GET',
      path: `/plan/:plan/breaks.${format}`,
      access: 'public',
      handler: (visit) =>
        visitPlan(db, visit, async ({ plan, frame }) =>
          visit.costly(async () => {
            const { breaks } = await lineOfSight(db, plan.versionId, plan.on);
            const table = breaksTable(plan, breaks, breakKind(frame.query.get('kind')));
            return download(await tableFile(plan, 'breaks', table, format));
          }),
        ),
    });
}

/** Where the same report is as a file, with the cover the reader gave it. */
function filesOf({ frame, plainPaths }: PlanView): Readonly<Record<ReportFormat, string>> {
  const kept = new URLSearchParams();
  for (const field of COVER_FIELDS) {
    const value = frame.query.get(field)?.trim() ?? '';
    if (value !== '') kept.set(field, value);
  }
  if (!frame.asAt.isToday) kept.set(DAY_PARAMETER, frame.asAt.day);
  return {
    pdf: address(plainPaths.reportFile('pdf'), kept),
    docx: address(plainPaths.reportFile('docx'), kept),
  };
}
