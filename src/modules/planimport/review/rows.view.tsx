import type { JSX } from 'preact';
import { Details } from '../../../platform/govuk/details.tsx';
import { Pagination, type PaginationProps } from '../../../platform/govuk/pagination.tsx';
import { Reference } from '../../../platform/web/reference.tsx';
import type { Outcome, Priority } from '../../improvement/index.ts';
import { importPaths } from '../paths.ts';
import { withQuery } from '../../../platform/web/with-query.ts';
import { ImportAction, type ShownAction } from './action.view.tsx';
import { DraftFields } from '../draft/draft-fields.view.tsx';
import type { DraftHead } from '../draft/draft-head.view.tsx';
import { HowReadKey, HowReadMark } from './how-read.view.tsx';
import { counted } from '../../../platform/counted.ts';

export interface ImportRowsProps {
  readonly head: DraftHead;
  /** Of the form; empty where there is none. */
  readonly token: string;
  readonly priority: Priority;
  /** Actions under the priority, on all pages. */
  readonly total: number;
  readonly number: number;
  /** Links to the other pages, where there are any. */
  readonly pages: PaginationProps | undefined;
  readonly outcomes: readonly { readonly outcome: Outcome; readonly actions: readonly ShownAction[] }[];
}

/** What was read under one priority, each row beside what is printed. */
export function ImportRows(props: ImportRowsProps): JSX.Element {
  const { head, priority, number } = props;
  const query = { priority: priority.number, page: number === 1 ? null : number };
  return (
    <section aria-labelledby="read">
      <h2 class="govuk-heading-m" id="read">
        Priority {priority.number}: {priority.title}{' '}
        {priority.reading !== 'stated' && <HowReadMark how={priority.reading} />}
      </h2>
      <p class="govuk-body">
        {counted(props.total, 'action')}
        {priority.accountableLeads.length > 0 && `. Accountable: ${priority.accountableLeads.join(', ')}`}
      </p>
      {number === 1 && priority.objectives.length > 0 && (
        <Details summary={counted(priority.objectives.length, 'key objective')}>
          <ul class="govuk-list govuk-list--bullet">
            {priority.objectives.map((objective) => (
              <li>{objective}</li>
            ))}
          </ul>
        </Details>
      )}
      <HowReadKey />
      {head.mayChange ? (
        <form method="post" action={withQuery(importPaths.rows(head.id), query)} novalidate>
          <DraftFields token={props.token} readingKey={head.readingKey} />
          <Outcomes {...props} />
        </form>
      ) : (
        <Outcomes {...props} />
      )}
      {props.pages && <Pagination {...props.pages} label={`Pages of priority ${priority.number}`} />}
    </section>
  );
}

function Outcomes(props: Pick<ImportRowsProps, 'head' | 'outcomes'>): JSX.Element {
  const { head, outcomes } = props;
  return (
    <>
      {outcomes.map(({ outcome, actions }) => (
        <section class="tl-read-outcome">
          <h3 class="govuk-heading-s tl-read-outcome__head">
            <Reference>{outcome.ref}</Reference> {outcome.text}{' '}
            {outcome.reading !== 'stated' && <HowReadMark how={outcome.reading} />}
            {outcome.tags.map((tag) => (
              <>
                {' '}
                <Reference>{tag}</Reference>
              </>
            ))}
          </h3>
          {outcome.jointWith.length > 0 && (
            <p class="govuk-body-s">Joint with {outcome.jointWith.join(', ')}</p>
          )}
          {actions.length === 0 && <p class="tl-lacking">No action was read under this outcome.</p>}
          {actions.map((shown) => (
            <ImportAction draftId={head.id} shown={shown} mayChange={head.mayChange} />
          ))}
        </section>
      ))}
    </>
  );
}
