import type { JSX } from 'preact';
import { classNames } from './class-names.ts';
import type { Attributes, Content, Part } from './content.ts';
import { partOf } from './content.ts';
import { type FieldProps, LabelledGroup } from './form-group.tsx';

export interface InputProps extends FieldProps {
  name: string;
  /** The name, unless set. */
  id?: string | undefined;
  value?: string | number | undefined;
  type?: 'text' | 'email' | 'number' | 'password' | 'search' | 'tel' | 'url' | 'date' | 'month' | undefined;
  /** How many characters wide the box looks, to hint at the length of the answer. */
  width?: 2 | 3 | 4 | 5 | 10 | 20 | 30 | undefined;
  inputmode?: 'text' | 'numeric' | 'decimal' | 'email' | 'tel' | 'url' | 'search' | undefined;
  autocomplete?: string | undefined;
  autocapitalize?: 'none' | 'sentences' | 'words' | 'characters' | undefined;
  spellcheck?: boolean | undefined;
  pattern?: string | undefined;
  disabled?: boolean | undefined;
  /** Printed before the box, such as £. Hidden from people who hear the page, so the label must say it too. */
  prefix?: Content | Part;
  /** Printed after the box, such as %. */
  suffix?: Content | Part;
  wrapper?: { class?: string | undefined; attributes?: Attributes | undefined } | undefined;
  class?: string | undefined;
  attributes?: Attributes | undefined;
}

/** A one-line text box with its label, hint and error. */
export function Input(props: InputProps): JSX.Element {
  const id = props.id ?? props.name;
  return (
    <LabelledGroup {...props} id={id}>
      {(describedBy) => wrap(props, <InputElement {...props} id={id} describedBy={describedBy} />)}
    </LabelledGroup>
  );
}

function wrap(props: InputProps, input: JSX.Element): Content {
  const prefix = partOf(props.prefix);
  const suffix = partOf(props.suffix);
  const { before, after } = props.formGroup ?? {};
  if (!prefix?.text && !suffix?.text && !before && !after) return input;
  return (
    <div class={classNames('govuk-input__wrapper', props.wrapper?.class)} {...props.wrapper?.attributes}>
      {before}
      {prefix?.text && <Affix kind="prefix" part={prefix} />}
      {input}
      {suffix?.text && <Affix kind="suffix" part={suffix} />}
      {after}
    </div>
  );
}

function Affix(props: { kind: 'prefix' | 'suffix'; part: Part }): JSX.Element {
  return (
    <div
      class={classNames(`govuk-input__${props.kind}`, props.part.class)}
      aria-hidden="true"
      {...props.part.attributes}
    >
      {props.part.text}
    </div>
  );
}

function InputElement(props: InputProps & { id: string; describedBy: string | undefined }): JSX.Element {
  // Spread, since the JSX types want a literal type for every kind of box.
  const type: Attributes = { type: props.type ?? 'text' };
  return (
    <input
      {...type}
      class={classNames(
        'govuk-input',
        props.width && `govuk-input--width-${props.width}`,
        props.class,
        props.error ? 'govuk-input--error' : '',
      )}
      id={props.id}
      name={props.name}
      spellcheck={props.spellcheck}
      value={props.value}
      disabled={props.disabled}
      aria-describedby={props.describedBy}
      autocomplete={props.autocomplete}
      autocapitalize={props.autocapitalize}
      pattern={props.pattern}
      inputmode={props.inputmode}
      {...props.attributes}
    />
  );
}
