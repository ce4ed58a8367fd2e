import type { JSX } from 'preact';
import { Input } from '../../../platform/govuk/input.tsx';
import { Textarea } from '../../../platform/govuk/textarea.tsx';
import type { TypedAction } from './correction.form.ts';
import { importPaths } from '../paths.ts';
import { type CorrectionPage, ImportCorrectionPage } from './correction-page.view.tsx';

/** Puts right what was read of an action: its words, what it carries and whom it is joint with. */
export function ImportCorrectAction(
  props: CorrectionPage & {
    actionRef: string;
    typed: TypedAction;
    /** Codes of the plan's requirement sets. */
    codes: readonly string[];
    rows: number;
  },
): JSX.Element {
  const { typed, problems, actionRef, codes } = props;
  const [code = 'IN'] = codes;
  return (
    <ImportCorrectionPage {...props} title={`Correct action ${actionRef}`} caption={props.fileName}>
      <Textarea
        name="text"
        label="What is to be done"
        rows={6}
        value={typed.text}
        error={problems?.of('text')}
      />
      <Input
        name="tags"
        label="Requirements it carries"
        hint={`Their references, with commas between them, like ${code} 3, ${codes[1] ?? code} 7. Leave it empty if it carries none.`}
        value={typed.tags}
        error={problems?.of('tags')}
        spellcheck={false}
        autocomplete="off"
      />
      <Input
        name="crossReferences"
        label="Other actions it refers to"
        hint="Their references, with commas between them."
        value={typed.crossReferences}
        error={problems?.of('crossReferences')}
        spellcheck={false}
        autocomplete="off"
      />
      <Textarea
        name="jointWith"
        label="Partners it is joint with"
        hint="One on each line."
        rows={3}
        value={typed.jointWith}
        error={problems?.of('jointWith')}
      />
      {props.rows > 0 && (
        <p class="govuk-body">
          Dates, leads and measures stand in its rows:{' '}
          {Array.from({ length: props.rows }, (_, index) => (
            <>
              {index > 0 && ', '}
              <a class="govuk-link" href={importPaths.milestone(props.draftId, actionRef, index + 1)}>
                correct row {index + 1}
              </a>
            </>
          ))}
          .
        </p>
      )}
    </ImportCorrectionPage>
  );
}
