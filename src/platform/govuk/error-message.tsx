import type { JSX } from 'preact';
import { classNames } from './class-names.ts';
import type { Content, Part } from './content.ts';
import { partOf } from './content.ts';

/** An error's sentence, or the sentence with choices. */
export type ErrorOption = Content | ErrorPart;

export interface ErrorPart extends Part {
  /** Said before the sentence to people who hear the page; "Error" unless set, nothing when empty. */
  hiddenText?: string | undefined;
}

/** The sentence beside a field that says what to do about its answer. Prints nothing where there is none. */
export function ErrorMessage(props: { error: ErrorOption; id?: string | undefined }): JSX.Element | null {
  const part: ErrorPart | undefined = partOf<ErrorPart>(props.error);
  if (part === undefined) return null;
  const hidden = part.hiddenText ?? 'Error';
  return (
    <p id={props.id} class={classNames('govuk-error-message', part.class)} {...part.attributes}>
      {hidden !== '' && (
        <>
          <span class="govuk-visually-hidden">{hidden}:</span>{' '}
        </>
      )}
      {part.text}
    </p>
  );
}
