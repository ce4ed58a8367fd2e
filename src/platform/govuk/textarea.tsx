import type { JSX } from 'preact';
import { classNames } from './class-names.ts';
import type { Attributes } from './content.ts';
import { type FieldProps, LabelledGroup } from './form-group.tsx';

export interface TextareaProps extends FieldProps {
  name: string;
  /** The name, unless set. */
  id?: string | undefined;
  value?: string | undefined;
  /** Lines shown: 5 unless set. */
  rows?: number | undefined;
  autocomplete?: string | undefined;
  spellcheck?: boolean | undefined;
  disabled?: boolean | undefined;
  class?: string | undefined;
  attributes?: Attributes | undefined;
}

/** A box for several lines of text with its label, hint and error. */
export function Textarea(props: TextareaProps): JSX.Element {
  const id = props.id ?? props.name;
  return (
    <LabelledGroup {...props} id={id}>
      {(describedBy) => (
        <>
          {props.formGroup?.before}
          <textarea
            class={classNames('govuk-textarea', props.error ? 'govuk-textarea--error' : '', props.class)}
            id={id}
            name={props.name}
            rows={props.rows ?? 5}
            spellcheck={props.spellcheck}
            disabled={props.disabled}
            aria-describedby={describedBy}
            autocomplete={props.autocomplete}
            {...props.attributes}
          >
            {props.value}
          </textarea>
          {props.formGroup?.after}
        </>
      )}
    </LabelledGroup>
  );
}
