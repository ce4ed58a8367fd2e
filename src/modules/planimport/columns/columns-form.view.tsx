import type { JSX } from 'preact';
import { Button } from '../../../platform/govuk/button.tsx';
import { Details } from '../../../platform/govuk/details.tsx';
import { Select } from '../../../platform/govuk/select.tsx';
import { WarningText } from '../../../platform/govuk/warning-text.tsx';
import { COLUMN_ROLE_WORDS, COLUMN_ROLES } from './column-roles.shape.ts';
import { columnField } from './columns.form.ts';
import { importPaths } from '../paths.ts';
import { SummaryList } from '../../../platform/govuk/summary-list.tsx';
import type { DraftHead } from '../draft/draft-head.view.tsx';
import { DraftFields } from '../draft/draft-fields.view.tsx';
import { counted } from '../../../platform/counted.ts';

/** What each column of the plan's table was taken to hold, and a form to say otherwise. */
export function ImportColumnsForm(props: {
  head: DraftHead;
  token: string;
  open: boolean;
}): JSX.Element | null {
  const { head } = props;
  if (head.columns.length === 0) return null;
  if (!head.mayChange) return <ColumnsAsRead head={head} />;
  if (!head.canReadAgain)
    return (
      <Details summary="What each column holds">
        <p>
          This was brought in as a reading, which has no table to read again. Bring in the document itself to
          read its columns otherwise.
        </p>
      </Details>
    );
  return (
    <Details summary="What each column holds" open={props.open} id="columns">
      <form method="post" action={importPaths.columns(head.id)} novalidate>
        <DraftFields token={props.token} readingKey={head.readingKey} />
        <p class="govuk-body">
          These are the headings of the plan’s table, as printed. Where a column was taken for something else
          than it holds, say what it holds and read the file again.
        </p>
        <div class="tl-import-columns">
          {head.columns.map(({ heading, role }, index) => (
            <Select
              name={columnField(index)}
              label={{ text: columnName(heading, index) }}
              value={role}
              items={COLUMN_ROLES.map((known) => ({ value: known, text: COLUMN_ROLE_WORDS[known] }))}
            />
          ))}
        </div>
        {head.decisions > 0 && (
          <WarningText>
            Reading the file again lets go of the {counted(head.decisions, 'decision')} made so far, since the
            rows are no longer the same.
          </WarningText>
        )}
        <Button kind="secondary">Read the file again</Button>
      </form>
    </Details>
  );
}

/** For whoever may only read the draft: what each column was taken to hold, as words. */
function ColumnsAsRead(props: { head: DraftHead }): JSX.Element {
  return (
    <Details summary="What each column was taken to hold" id="columns">
      <SummaryList
        rows={props.head.columns.map(({ heading, role }, index) => ({
          key: columnName(heading, index),
          value: COLUMN_ROLE_WORDS[role],
        }))}
      />
    </Details>
  );
}

function columnName(heading: string, index: number): string {
  return heading.trim() === '' ? `Column ${index + 1}, which has no heading` : heading;
}
