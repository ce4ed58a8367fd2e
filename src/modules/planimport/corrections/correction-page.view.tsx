import type { ComponentChildren, JSX } from 'preact';
import { Button } from '../../../platform/govuk/button.tsx';
import type { FormProblems } from '../../../platform/web/forms.ts';
import type { Frame } from '../../../platform/web/frame.ts';
import { Page } from '../../../platform/web/page.tsx';
import type { PrintedBlock } from '../draft/source-lines.rule.ts';
import { importPaths } from '../paths.ts';
import type { Problem } from '../../improvement/index.ts';
import { DraftFields, FormErrors } from '../draft/draft-fields.view.tsx';
import { Printed } from '../review/printed.view.tsx';

/** What the pages that correct an action and a row have in common. */
export interface CorrectionPage {
  readonly frame: Frame;
  readonly token: string;
  readonly draftId: string;
  readonly readingKey: string;
  readonly fileName: string;
  /** What is odd about it. */
  readonly oddities: readonly Problem[];
  readonly printed: readonly PrintedBlock[];
  readonly problems: FormProblems | undefined;
  /** Where the reader came from, and goes back to. */
  readonly back: string;
  /** Where the form is sent. */
  readonly path: string;
}

/** A form beside what the file prints, so that nobody has to turn back to it. */
export function ImportCorrectionPage(
  props: CorrectionPage & { title: string; caption: string; children: ComponentChildren },
): JSX.Element {
  const { draftId, problems } = props;
  return (
    <Page
      frame={props.frame}
      title={props.title}
      hasErrors={problems !== undefined}
      withoutDay
      crumbs={[
        { text: 'Import a plan', href: importPaths.start() },
        { text: props.fileName, href: importPaths.review(draftId) },
      ]}
    >
      <FormErrors problems={problems} />
      <span class="govuk-caption-l">{props.caption}</span>
      <h1 class="govuk-heading-l">{props.title}</h1>
      <div class="tl-beside">
        <form class="tl-beside__form" method="post" action={props.path} novalidate>
          <DraftFields token={props.token} readingKey={props.readingKey} />
          {props.children}
          <div class="govuk-button-group">
            <Button>Save this correction</Button>
            <a class="govuk-link" href={props.back}>
              Leave it as it is
            </a>
          </div>
        </form>
        <aside class="tl-beside__source" aria-labelledby="printed">
          <h2 class="govuk-heading-s" id="printed">
            As printed
          </h2>
          <Printed lines={props.printed} />
          {props.oddities.length > 0 && (
            <>
              <h2 class="govuk-heading-s">What is odd about it</h2>
              <ul class="govuk-list tl-oddities">
                {props.oddities.map(({ where, message, proposal }) => (
                  <li>
                    <span class="tl-oddities__place">{where}</span> {message}
                    {proposal !== null && <span class="tl-aside">{proposal}</span>}
                  </li>
                ))}
              </ul>
            </>
          )}
        </aside>
      </div>
    </Page>
  );
}
