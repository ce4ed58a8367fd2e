import type { JSX } from 'preact';
import { classNames } from './class-names.ts';
import type { Attributes } from './content.ts';
import { type FieldProps, LabelledGroup } from './form-group.tsx';

export interface SelectItem {
  /** The words, unless set. */
  value?: string | number | undefined;
  text: string | number;
  selected?: boolean | undefined;
  disabled?: boolean | undefined;
  attributes?: Attributes | undefined;
}

export interface SelectProps extends FieldProps {
  name: string;
  /** The name, unless set. */
  id?: string | undefined;
  items: readonly SelectItem[];
  /** The value of the item that is chosen. */
  value?: string | number | undefined;
  disabled?: boolean | undefined;
  class?: string | undefined;
  attributes?: Attributes | undefined;
}

/** A list from which one thing is chosen. Prefer radios where there is room. */
export function Select(props: SelectProps): JSX.Element {
  const id = props.id ?? props.name;
  return (
    <LabelledGroup {...props} id={id}>
      {(describedBy) => (
        <>
          {props.formGroup?.before}
          <select
            class={classNames('govuk-select', props.class, props.error ? 'govuk-select--error' : '')}
            id={id}
            name={props.name}
            disabled={props.disabled}
            aria-describedby={describedBy}
            {...props.attributes}
          >
            {props.items.map((item) => (
              <option
                value={item.value}
                selected={isSelected(item, props.value)}
                disabled={item.disabled}
                {...item.attributes}
              >
                {item.text}
              </option>
            ))}
          </select>
          {props.formGroup?.after}
        </>
      )}
    </LabelledGroup>
  );
}

function isSelected(item: SelectItem, chosen: string | number | undefined): boolean {
  return item.selected ?? (chosen !== undefined && chosen !== '' && (item.value ?? item.text) === chosen);
}
