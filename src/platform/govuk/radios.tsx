import type { JSX } from 'preact';
import { type ChoiceItem, choiceId } from './choice.ts';
import { classNames } from './class-names.ts';
import type { Attributes } from './content.ts';
import { ChoiceGroup, type ChoiceGroupProps } from './form-group.tsx';
import { Hint } from './hint.tsx';
import { Label } from './label.tsx';

export interface RadiosProps extends ChoiceGroupProps {
  name: string;
  /** The name, unless set. */
  idPrefix?: string | undefined;
  items: readonly ChoiceItem[];
  /** The value of the choice that is made. */
  value?: string | number | undefined;
  class?: string | undefined;
  attributes?: Attributes | undefined;
}

/** A question with one answer out of a few. */
export function Radios(props: RadiosProps): JSX.Element {
  const idPrefix = props.idPrefix ?? props.name;
  return (
    <ChoiceGroup {...props} id={idPrefix}>
      <div class={classNames('govuk-radios', props.class)} {...props.attributes} data-module="govuk-radios">
        {props.formGroup?.before}
        {props.items.map((item, index) =>
          item.divider === undefined ? (
            <RadioItem
              name={props.name}
              item={item}
              id={choiceId(idPrefix, item, index)}
              chosen={props.value}
            />
          ) : (
            <div class="govuk-radios__divider">{item.divider}</div>
          ),
        )}
        {props.formGroup?.after}
      </div>
    </ChoiceGroup>
  );
}

function RadioItem(props: {
  name: string;
  item: ChoiceItem;
  id: string;
  chosen: string | number | undefined;
}): JSX.Element {
  const { item, id, chosen } = props;
  const checked = item.checked ?? (chosen !== undefined && chosen !== '' && item.value === chosen);
  return (
    <>
      <div class="govuk-radios__item">
        <input
          class="govuk-radios__input"
          id={id}
          name={props.name}
          type="radio"
          value={item.value ?? ''}
          checked={checked}
          disabled={item.disabled}
          data-aria-controls={item.conditional ? `conditional-${id}` : undefined}
          aria-describedby={item.hint ? `${id}-item-hint` : undefined}
          {...item.attributes}
        />
        <Label label={{ text: item.text, ...item.label }} class="govuk-radios__label" for={id} />
        {item.hint && <Hint id={`${id}-item-hint`} class="govuk-radios__hint" hint={item.hint} />}
      </div>
      {item.conditional && (
        <div
          class={classNames('govuk-radios__conditional', !checked && 'govuk-radios__conditional--hidden')}
          id={`conditional-${id}`}
        >
          {item.conditional}
        </div>
      )}
    </>
  );
}
