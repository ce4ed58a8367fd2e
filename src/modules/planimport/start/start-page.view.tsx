import type { JSX } from 'preact';
import { Button } from '../../../platform/govuk/button.tsx';
import { Details } from '../../../platform/govuk/details.tsx';
import { FileUpload } from '../../../platform/govuk/file-upload.tsx';
import { CsrfField } from '../../../platform/web/csrf-field.tsx';
import { Empty } from '../../../platform/web/empty.tsx';
import type { FormProblems } from '../../../platform/web/forms.ts';
import type { Frame } from '../../../platform/web/frame.ts';
import { Page } from '../../../platform/web/page.tsx';
import { WideTable } from '../../../platform/web/wide-table.tsx';
import { FILE_ENDINGS, FILE_FIELD } from './upload.form.ts';
import { importPaths } from '../paths.ts';
import type { OpenDraft } from './open-drafts.query.ts';
import { FormErrors } from '../draft/draft-fields.view.tsx';
import { momentInWords } from '../../../platform/time/moment-words.ts';

/** Where bringing in a plan begins: a file to choose, what happens next, and what is still being looked at. */
export function ImportStartPage(props: {
  frame: Frame;
  token: string;
  drafts: readonly OpenDraft[];
  problems: FormProblems | undefined;
}): JSX.Element {
  const { problems } = props;
  return (
    <Page
      frame={props.frame}
      title="Import a plan"
      hasErrors={problems !== undefined}
      crumbs={[]}
      width="reading"
      withoutDay
    >
      <FormErrors problems={problems} />
      <h1 class="govuk-heading-l">Import a plan</h1>
      <p class="tl-lede">
        Bring in an improvement plan as it stands in its document. Nothing is stored until you have seen what
        was read and accepted it.
      </p>
      <form method="post" action={importPaths.start()} enctype="multipart/form-data" novalidate>
        <CsrfField token={props.token} />
        <FileUpload
          name={FILE_FIELD}
          label={{ text: 'The file that holds the plan', class: 'govuk-label--m' }}
          hint="A .docx, .xlsx, .csv, .pdf, .html or .txt of up to 25 MB. A whole agenda pack will do: the plan’s table is found in it."
          accept={FILE_ENDINGS}
          error={problems?.of(FILE_FIELD)}
        />
        <Button preventDoubleClick>Read this file</Button>
      </form>
      <h2 class="govuk-heading-m">What happens next</h2>
      <ol class="govuk-list govuk-list--number">
        <li>The file is read, and each row is shown beside the lines it stands on.</li>
        <li>You look at whatever is odd in it, and take it as read, correct it or drop it.</li>
        <li>You see what would be stored or changed, and accept it.</li>
      </ol>
      <Details summary="What the file should look like">
        <p>
          A table with a heading over each column, such as Ref, Action, Timescale, Lead and Measures, in
          whatever words the plan uses. A scanned paper cannot be read: ask for the document it was printed
          from.
        </p>
        <p>
          A .json file that was saved from another import, or printed by <code>throughline import plan</code>,
          is taken as it is.
        </p>
      </Details>
      <h2 class="govuk-heading-m">Being looked at</h2>
      {props.drafts.length === 0 ? (
        <Empty headingLevel={3} title="No import is open">
          A file that you have brought in stands here until you accept it or drop it.
        </Empty>
      ) : (
        <DraftTable drafts={props.drafts} />
      )}
    </Page>
  );
}

function DraftTable(props: { drafts: readonly OpenDraft[] }): JSX.Element {
  return (
    <WideTable
      name="Imports being looked at"
      caption="Imports being looked at"
      captionClass="govuk-visually-hidden"
      head={[
        'File',
        'Read',
        { text: 'Actions', format: 'numeric' },
        { text: 'Looked at', format: 'numeric' },
      ]}
      rows={props.drafts.map((draft) => [
        <a class="govuk-link tl-import__file" href={importPaths.review(draft.id)}>
          {draft.fileName}
        </a>,
        momentInWords(draft.createdAt),
        { text: draft.actions.toLocaleString('en-GB'), format: 'numeric' as const },
        {
          text:
            draft.problems === 0
              ? 'nothing odd'
              : `${draft.decided.toLocaleString('en-GB')} of ${draft.problems.toLocaleString('en-GB')}`,
          format: 'numeric' as const,
        },
      ])}
    />
  );
}
