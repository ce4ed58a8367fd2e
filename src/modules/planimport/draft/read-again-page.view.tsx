import type { JSX } from 'preact';
import { Button } from '../../../platform/govuk/button.tsx';
import type { Frame } from '../../../platform/web/frame.ts';
import { Page } from '../../../platform/web/page.tsx';
import { importPaths } from '../paths.ts';

/** A decision about rows that are no longer there, since somebody read the file again with other columns. */
export function ImportReadAgainPage(props: { frame: Frame; draftId: string; fileName: string }): JSX.Element {
  return (
    <Page
      frame={props.frame}
      title="The file was read again meanwhile"
      crumbs={[{ text: 'Import a plan', href: importPaths.start() }]}
      width="reading"
      withoutDay
    >
      <span class="govuk-caption-l tl-import__file">{props.fileName}</span>
      <h1 class="govuk-heading-l">The file was read again meanwhile</h1>
      <p class="govuk-body">
        While you had the page open, somebody said that its columns hold something else, so its rows are no
        longer the same. What you sent was not saved.
      </p>
      <Button href={importPaths.review(props.draftId)}>See what was read now</Button>
    </Page>
  );
}
