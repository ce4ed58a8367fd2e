import type { JSX } from 'preact';
import { Button } from '../../../platform/govuk/index.ts';
import { TextBox } from '../../../platform/web/form-fields.tsx';
import { FormPage } from '../../../platform/web/form-page.tsx';
import type { Frame } from '../../../platform/web/frame.ts';
import { Page } from '../../../platform/web/page.tsx';
import { WideTable } from '../../../platform/web/wide-table.tsx';
import type { FormView } from '../keeping/form.route.tsx';
import { bodyPaths } from '../paths.ts';
import type { PartOfBody } from './body-parts.query.ts';
import { crumbsOf, type KnownBody } from '../keeping/keep-fields.view.tsx';
import { sourceInWords } from '../sayings/said-words.view.tsx';

/** Everything that is recorded of a body, line by line, for whoever finds something in it to be wrong. */
export function RecordOfBodyPage(props: {
  frame: Frame;
  body: KnownBody;
  parts: readonly PartOfBody[];
}): JSX.Element {
  const { frame, body, parts } = props;
  return (
    <Page frame={frame} title={`What is recorded of ${body.name}`} crumbs={crumbsOf(body)} withoutDay>
      <span class="govuk-caption-l">{body.name}</span>
      <h1 class="govuk-heading-l">What is recorded of it</h1>
      <p class="govuk-body tl-reading">
        Of every day, the newest paper first. What was so and is over is ended on the body’s page; here is
        taken out what never was so. It is kept, with your reason.
      </p>
      <WideTable
        name="What is recorded"
        caption="What is recorded"
        captionClass="govuk-visually-hidden"
        firstCellIsHeader
        head={['What', 'Who says so', 'Change']}
        rows={parts.map(({ part, id, what, source, statedOn }) => [
          what,
          sourceInWords(source, statedOn),
          <a class="govuk-link" href={bodyPaths.withdraw(body.slug, part, id)}>
            Take it out<span class="govuk-visually-hidden">{`: ${what}`}</span>
          </a>,
        ])}
      />
    </Page>
  );
}

export function WithdrawView(
  props: FormView<{ readonly body: KnownBody; readonly found: PartOfBody }>,
): JSX.Element {
  const { state, known } = props;
  const { body, found } = known;
  return (
    <FormPage
      {...props}
      title="Take it out of the record"
      caption={`${found.what}, ${body.name}`}
      crumbs={[...crumbsOf(body), { text: 'What is recorded', href: bodyPaths.record(body.slug) }]}
      action={bodyPaths.withdraw(body.slug, found.part, found.id)}
      intro={
        <p class="govuk-body">
          It never was so, and counts on no day any more. What it ended stays ended; record that anew where it
          goes on.
        </p>
      }
    >
      <TextBox state={state} name="reason" label="Reason" hint="What was wrong, and how you know." />
      <Button kind="warning" preventDoubleClick>
        Take it out
      </Button>
    </FormPage>
  );
}
