import type { JSX } from 'preact';
import { classNames } from './class-names.ts';
import type { Content, Part } from './content.ts';
import { partOf } from './content.ts';

/** A label's words, or its words with choices. */
export type LabelOption = Content | LabelPart;

export interface LabelPart extends Part {
  /** The label is the page's only question, so it is the page's heading too. */
  isPageHeading?: boolean | undefined;
}

/** The label of one field. Prints nothing where there are no words. */
export function Label(props: {
  label: LabelOption;
  for?: string | undefined;
  class?: string | undefined;
}): JSX.Element | null {
  const part: LabelPart | undefined = partOf<LabelPart>(props.label);
  if (!part?.text) return null;
  const label = (
    <label class={classNames('govuk-label', props.class, part.class)} {...part.attributes} for={props.for}>
      {part.text}
    </label>
  );
  return part.isPageHeading ? <h1 class="govuk-label-wrapper">{label}</h1> : label;
}
