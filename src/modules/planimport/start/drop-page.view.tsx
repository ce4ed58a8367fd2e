import type { JSX } from 'preact';
import { Button } from '../../../platform/govuk/button.tsx';
import type { Frame } from '../../../platform/web/frame.ts';
import { Page } from '../../../platform/web/page.tsx';
import { importPaths } from '../paths.ts';
import { DraftFields } from '../draft/draft-fields.view.tsx';
import { counted } from '../../../platform/counted.ts';

/** Asks once more before an import is dropped. */
export function ImportDropPage(props: {
  frame: Frame;
  token: string;
  draft: { readonly id: string; readonly fileName: string; readonly readingKey: string };
  decisions: number;
}): JSX.Element {
  const { draft, decisions } = props;
  return (
    <Page
      frame={props.frame}
      title="Drop this import"
      crumbs={[
        { text: 'Import a plan', href: importPaths.start() },
        { text: draft.fileName, href: importPaths.review(draft.id) },
      ]}
      width="reading"
      withoutDay
    >
      <span class="govuk-caption-l tl-import__file">{draft.fileName}</span>
      <h1 class="govuk-heading-l">Drop this import?</h1>
      <p class="govuk-body">
        Nothing of it will be stored
        {decisions > 0 && `, and the ${counted(decisions, 'decision')} made about it will no longer count`}.
        The file itself can be brought in again.
      </p>
      <form method="post" action={importPaths.drop(draft.id)} novalidate>
        <DraftFields token={props.token} readingKey={draft.readingKey} />
        <div class="govuk-button-group">
          <Button kind="warning">Drop this import</Button>
          <a class="govuk-link" href={importPaths.review(draft.id)}>
            Keep it
          </a>
        </div>
      </form>
    </Page>
  );
}
