import type { JSX } from 'preact';
import { Button } from '../../../platform/govuk/button.tsx';
import type { Frame } from '../../../platform/web/frame.ts';
import { Page } from '../../../platform/web/page.tsx';
import { importPaths } from '../paths.ts';
import { planPaths } from '../../improvement/index.ts';

/** What became of an import that is over. */
export function ImportEndedPage(props: {
  frame: Frame;
  fileName: string;
  /** Null where it was dropped. */
  became: { readonly slug: string; readonly title: string; readonly version: number } | null;
  /** Whether the reader brings plans in themself, and may begin again. */
  mayChange: boolean;
  /** Somebody tried to change it all the same. */
  tooLate: boolean;
}): JSX.Element {
  const { became, mayChange } = props;
  const title = became === null ? 'This import was dropped' : 'This import was accepted';
  return (
    <Page
      frame={props.frame}
      title={title}
      crumbs={mayChange ? [{ text: 'Import a plan', href: importPaths.start() }] : []}
      width="reading"
      withoutDay
    >
      <span class="govuk-caption-l tl-import__file">{props.fileName}</span>
      <h1 class="govuk-heading-l">{title}</h1>
      {props.tooLate && (
        <p class="govuk-body">What you just sent was not saved, because the import was over by then.</p>
      )}
      {became === null ? (
        <p class="govuk-body">
          Nothing of it was stored.{mayChange && ' Bring the file in again to begin afresh.'}
        </p>
      ) : (
        <p class="govuk-body">
          It is version {became.version} of {became.title}.
        </p>
      )}
      <div class="govuk-button-group">
        {became !== null && <Button href={planPaths(became.slug, null).home()}>Open {became.title}</Button>}
        {mayChange && (
          <a class="govuk-link" href={importPaths.start()}>
            Import a plan
          </a>
        )}
      </div>
    </Page>
  );
}
