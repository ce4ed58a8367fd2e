import type { JSX } from 'preact';
import { classNames } from './class-names.ts';
import type { Content, Part } from './content.ts';
import { partOf } from './content.ts';

/** A hint's words, or its words with choices. */
export type HintOption = Content | Part;

/** Help that most people need to answer the question. Prints nothing where there are no words. */
export function Hint(props: {
  hint: HintOption;
  id?: string | undefined;
  class?: string | undefined;
}): JSX.Element | null {
  const part = partOf(props.hint);
  if (part === undefined) return null;
  return (
    <div id={props.id} class={classNames('govuk-hint', props.class, part.class)} {...part.attributes}>
      {part.text}
    </div>
  );
}
