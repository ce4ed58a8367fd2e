import type { JSX } from 'preact';
import { ErrorSummary } from '../../../platform/govuk/index.ts';
import type { PrintDocument } from '../../../platform/print/document.ts';
import { PrintedPaper } from '../../../platform/print/print-html.tsx';
import { Page } from '../../../platform/web/page.tsx';
import type { PlanView } from '../../improvement/index.ts';
import { COVER_FIELDS, type CoverField } from './cover.form.ts';
import { CoverForm } from './report-cover-form.view.tsx';

/** The progress report as a page: the paper itself, where it is as a file, and how to change its cover. */
export function ReportView(props: {
  view: PlanView;
  report: PrintDocument;
  files: Readonly<Record<'pdf' | 'docx', string>>;
  problems: Readonly<Partial<Record<CoverField, string>>>;
}): JSX.Element {
  const { view, report, files, problems } = props;
  const wrong = COVER_FIELDS.flatMap((field) => {
    const text = problems[field];
    return text === undefined ? [] : [{ text, href: `#${field}` }];
  });
  return (
    <Page
      frame={view.frame}
      title={report.title}
      crumbs={[{ text: view.plan.title, href: view.plainPaths.home() }]}
      hasErrors={wrong.length > 0}
    >
      {wrong.length > 0 && <ErrorSummary items={wrong} />}
      <div class="tl-report-tools">
        {wrong.length === 0 && (
          <p class="govuk-body">
            Take it away as{' '}
            <a class="govuk-link" href={files.pdf} type="application/pdf">
              PDF
            </a>{' '}
            or{' '}
            <a class="govuk-link" href={files.docx}>
              Word
            </a>
            : the same paper, with the same cover.
          </p>
        )}
        <CoverForm view={view} cover={report.cover} problems={problems} />
      </div>
      <PrintedPaper document={report} />
    </Page>
  );
}
