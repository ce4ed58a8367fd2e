import type { JSX } from 'preact';
import { Pagination } from '../../../platform/govuk/index.ts';
import { Empty } from '../../../platform/web/empty.tsx';
import { Page } from '../../../platform/web/page.tsx';
import { type ListPage, paginationFor } from '../../../platform/web/pagination.ts';
import { Reference } from '../../../platform/web/reference.tsx';
import { WideTable } from '../../../platform/web/wide-table.tsx';
import type { Coverage, CoverageRow } from './coverage.rule.ts';
import type { PlanLine } from '../plan/plan-line.shape.ts';
import { CoveragePicture } from './coverage-picture.view.tsx';
import type { PlanView } from '../plan/plan-view.shape.ts';
import { RefList } from '../plan/ref-text.view.tsx';
import { counted } from '../../../platform/counted.ts';
import { shortened } from '../plan/plan-words.rule.ts';

/** Which requirement is carried by which actions: a picture, then a table with the weakest first. */
export function CoverageView(props: {
  view: PlanView;
  line: PlanLine;
  coverage: Coverage;
  shown: ListPage;
}): JSX.Element {
  const { view, coverage, shown } = props;
  const rows = coverage.rows.slice(shown.offset, shown.offset + shown.limit);
  const pages = paginationFor(shown, view.frame.path, view.frame.query);
  return (
    <Page
      frame={view.frame}
      title="Coverage"
      crumbs={[{ text: view.plan.title, href: view.plainPaths.home() }]}
    >
      <h1 class="govuk-heading-l">{finding(coverage)}</h1>
      {coverage.rows.length === 0 ? (
        <Empty title="No requirements yet">
          This version of the plan holds no notice targets, recommendations or core tasks, so there is nothing
          for its actions to cover.
        </Empty>
      ) : (
        <>
          <p class="govuk-body">
            {counted(coverage.gaps, 'gap')}, {counted(coverage.singleThreads, 'single thread')},{' '}
            <a class="govuk-link" href={view.paths.actions({ lacking: 'requirement' })}>
              {counted(coverage.untied.length, 'action')} tied to nothing
            </a>
            . Take away as{' '}
            <a class="govuk-link" href={view.paths.export('coverage', 'csv')}>
              CSV
            </a>{' '}
            or{' '}
            <a class="govuk-link" href={view.paths.export('coverage', 'xlsx')}>
              Excel
            </a>
          </p>
          <CoveragePicture view={view} line={props.line} rows={rows} title={finding(coverage)} />
          <h2 class="govuk-heading-m" id="table">
            The same as a table, weakest first
          </h2>
          <WideTable
            name="Coverage"
            caption="Requirements and the actions that carry them, weakest first"
            captionClass="govuk-visually-hidden"
            head={[
              'Requirement',
              'What is required',
              'Carried by',
              { text: 'Actions', format: 'numeric' },
              { text: 'Leads', format: 'numeric' },
              'Strength',
            ]}
            firstCellIsHeader
            rows={rows.map((row) => [
              <Reference href={view.paths.requirement(row.requirement.ref)}>{row.requirement.ref}</Reference>,
              shortened(row.requirement.text, 140),
              row.actions.length === 0 ? (
                <span class="tl-lacking">Nothing</span>
              ) : (
                <RefList view={view} kind="action" refs={row.actions.map(({ ref }) => ref)} />
              ),
              { text: row.actions.length, format: 'numeric' as const },
              { text: row.leads, format: 'numeric' as const },
              GRADE_WORDS[row.grade],
            ])}
          />
          {pages && <Pagination {...pages} />}
        </>
      )}
    </Page>
  );
}

const GRADE_WORDS: Readonly<Record<CoverageRow['grade'], string>> = {
  gap: 'Gap: no action',
  'single-thread': 'Single thread',
  carried: 'Carried',
};

function finding(coverage: Coverage): string {
  const all = coverage.rows.length;
  if (all === 0) return 'Coverage';
  if (coverage.gaps > 0) return `${coverage.gaps} of ${all} requirements have no action`;
  if (coverage.singleThreads > 0)
    return `Every requirement has an action, and ${coverage.singleThreads} of ${all} rest on one alone`;
  return `Every one of ${all} requirements is carried by several actions`;
}
