import type { JSX } from 'preact';
import { Pagination } from '../../../platform/govuk/index.ts';
import { Empty } from '../../../platform/web/empty.tsx';
import { Page } from '../../../platform/web/page.tsx';
import { type ListPage, paginationFor } from '../../../platform/web/pagination.ts';
import type { PlanView } from '../../improvement/index.ts';
import { BREAK_KINDS, BREAK_WORDS, type Break, type BreakKind } from '../breaks/breaks.rule.ts';
import { BreakSentence } from './glance-page.view.tsx';

/** Every break in the line on the day, by kind, with why it matters. */
export function BreaksView(props: {
  view: PlanView;
  counts: readonly { readonly kind: BreakKind; readonly count: number }[];
  kind: BreakKind | null;
  shown: ListPage;
  breaks: readonly Break[];
}): JSX.Element {
  const { view, breaks, kind, shown } = props;
  const total = props.counts.reduce((all, { count }) => all + count, 0);
  const pages = paginationFor(shown, view.frame.path, view.frame.query);
  return (
    <Page
      frame={view.frame}
      title={kind === null ? 'Breaks in the line' : BREAK_WORDS[kind].title}
      crumbs={[
        { text: view.plan.title, href: view.plainPaths.home() },
        ...(kind === null ? [] : [{ text: 'Breaks in the line', href: view.plainPaths.breaks() }]),
      ]}
    >
      <h1 class="govuk-heading-l">
        {kind === null ? `${total} breaks in the line` : BREAK_WORDS[kind].title}
      </h1>
      {kind !== null && <p class="govuk-body">{BREAK_WORDS[kind].why}</p>}
      <p class="govuk-body">
        Take away as{' '}
        <a class="govuk-link" href={view.paths.export('breaks', 'csv', { kind })}>
          CSV
        </a>{' '}
        or{' '}
        <a class="govuk-link" href={view.paths.export('breaks', 'xlsx', { kind })}>
          Excel
        </a>
      </p>
      <ul class="govuk-list tl-kinds" aria-label="Kinds of break">
        {props.counts
          .filter(({ count }) => count > 0)
          .map((counted) => (
            <li>
              <a
                class="govuk-link"
                href={view.paths.breaks(counted.kind === kind ? {} : { kind: counted.kind })}
                aria-current={counted.kind === kind ? 'true' : undefined}
              >
                {BREAK_WORDS[counted.kind].title}
              </a>{' '}
              <span class="tl-kinds__count">{counted.count}</span>
            </li>
          ))}
      </ul>
      {breaks.length === 0 ? (
        <Empty title="The line holds here">No break of this kind was found on this day.</Empty>
      ) : (
        BREAK_KINDS.filter((of) => breaks.some((broken) => broken.kind === of)).map((of) => (
          <section aria-labelledby={`kind-${of}`}>
            {kind === null && (
              <h2 class="govuk-heading-m" id={`kind-${of}`}>
                {BREAK_WORDS[of].title}
                <span class="govuk-caption-m">{BREAK_WORDS[of].why}</span>
              </h2>
            )}
            <ul class="govuk-list tl-asking" aria-label={BREAK_WORDS[of].title}>
              {breaks
                .filter((broken) => broken.kind === of)
                .map((broken) => (
                  <li>
                    <BreakSentence view={view} broken={broken} />
                  </li>
                ))}
            </ul>
          </section>
        ))
      )}
      {pages && <Pagination {...pages} />}
    </Page>
  );
}
