import type { JSX } from 'preact';
import { formatDay } from '../../../platform/time/plain-day.ts';
import { WideTable } from '../../../platform/web/wide-table.tsx';
import type { Statement } from './read-statements.read.ts';

/** What papers say, in their own words. */
export function StatementTable(props: { statements: readonly Statement[] }): JSX.Element {
  return (
    <WideTable
      name="What papers say"
      caption="What papers say"
      captionClass="govuk-visually-hidden"
      head={['Day', 'Paper', 'Name as printed', 'Post as printed']}
      rows={props.statements.map((statement) => [
        <span class="tl-day">{formatDay(statement.statedOn)}</span>,
        statement.source,
        statement.name,
        `${statement.post}${statement.jobShare && !/job[ -]?share/i.test(statement.post) ? ' (job share)' : ''}`,
      ])}
    />
  );
}
