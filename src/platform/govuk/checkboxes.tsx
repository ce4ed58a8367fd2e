import type { JSX } from 'preact';
import { type ChoiceItem, choiceId } from './choice.ts';
import { classNames, describedByIds } from './class-names.ts';
import type { Attributes } from './content.ts';
import { ChoiceGroup, type ChoiceGroupProps } from './form-group.tsx';
import { Hint } from './hint.tsx';
import { Label } from './label.tsx';

export interface CheckboxItem extends ChoiceItem {
  /** The group's name, unless set. */
  name?: string | undefined;
  /** "None of these": ticking it unticks the others. */
  behaviour?: 'exclusive' | undefined;
}

export interface CheckboxesProps extends ChoiceGroupProps {
  name: string;
  /** The name, unless set. */
  idPrefix?: string | undefined;
  items: readonly CheckboxItem[];
  /** The values of the choices that are made. */
  values?: readonly (string | number)[] | undefined;
  describedBy?: string | undefined;
  class?: string | undefined;
  attributes?: Attributes | undefined;
}

/** A question with any number of answers. */
export function Checkboxes(props: CheckboxesProps): JSX.Element {
  const idPrefix = props.idPrefix ?? props.name;
  // Boxes without a fieldset have nothing else to carry the group's hint and error, so each box does.
  const describedBy = props.fieldset
    ? undefined
    : describedByIds(
        props.describedBy,
        props.hint ? `${idPrefix}-hint` : false,
        props.error ? `${idPrefix}-error` : false,
      );
  return (
    <ChoiceGroup {...props} id={idPrefix}>
      <div
        class={classNames('govuk-checkboxes', props.class)}
        {...props.attributes}
        data-module="govuk-checkboxes"
      >
        {props.formGroup?.before}
        {props.items.map((item, index) =>
          item.divider === undefined ? (
            <CheckboxItemRow
              name={item.name ?? props.name}
              item={item}
              id={choiceId(idPrefix, item, index)}
              checked={
                item.checked ?? (item.value !== undefined && props.values?.includes(item.value) === true)
              }
              describedBy={describedBy}
            />
          ) : (
            <div class="govuk-checkboxes__divider">{item.divider}</div>
          ),
        )}
        {props.formGroup?.after}
      </div>
    </ChoiceGroup>
  );
}

function CheckboxItemRow(props: {
  name: string;
  item: CheckboxItem;
  id: string;
  checked: boolean;
  describedBy: string | undefined;
}): JSX.Element {
  const { item, id } = props;
  return (
    <>
      <div class="govuk-checkboxes__item">
        <input
          class="govuk-checkboxes__input"
          id={id}
          name={props.name}
          type="checkbox"
          value={item.value ?? ''}
          checked={props.checked}
          disabled={item.disabled}
          data-aria-controls={item.conditional ? `conditional-${id}` : undefined}
          data-behaviour={item.behaviour}
          aria-describedby={describedByIds(props.describedBy, item.hint ? `${id}-item-hint` : false)}
          {...item.attributes}
        />
        <Label label={{ text: item.text, ...item.label }} class="govuk-checkboxes__label" for={id} />
        {item.hint && <Hint id={`${id}-item-hint`} class="govuk-checkboxes__hint" hint={item.hint} />}
      </div>
      {item.conditional && (
        <div
          class={classNames(
            'govuk-checkboxes__conditional',
            !props.checked && 'govuk-checkboxes__conditional--hidden',
          )}
          id={`conditional-${id}`}
        >
          {item.conditional}
        </div>
      )}
    </>
  );
}
