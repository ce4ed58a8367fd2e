import type { JSX } from 'preact';
import { classNames } from './class-names.ts';
import type { Attributes } from './content.ts';
import { ChoiceGroup, type ChoiceGroupProps } from './form-group.tsx';
import { Input } from './input.tsx';

/** The three boxes of a day, in the order they are asked for. */
export type DatePart = 'day' | 'month' | 'year';

export interface DateInputItem {
  /** `day`, `month` or `year`, or another name for one of them. */
  name: string;
  label?: string | undefined;
  value?: string | number | undefined;
  id?: string | undefined;
  width?: 2 | 4 | undefined;
  error?: boolean | undefined;
  inputmode?: 'numeric' | 'text' | undefined;
  autocomplete?: string | undefined;
  pattern?: string | undefined;
  class?: string | undefined;
  attributes?: Attributes | undefined;
}

export interface DateInputProps extends ChoiceGroupProps {
  id: string;
  /** `due` gives the fields `due-day`, `due-month` and `due-year`. */
  namePrefix?: string | undefined;
  /** What was typed, by box, so that it can be shown again as typed. */
  values?: Readonly<Partial<Record<string, string | number | undefined>>> | undefined;
  /** The boxes an error is about; every box unless set. */
  errorIn?: readonly DatePart[] | undefined;
  items?: readonly DateInputItem[] | undefined;
  class?: string | undefined;
  attributes?: Attributes | undefined;
}

const DAY_MONTH_YEAR: readonly DateInputItem[] = [{ name: 'day' }, { name: 'month' }, { name: 'year' }];

/** Three boxes for a day that somebody remembers or reads off a page. */
export function DateInput(props: DateInputProps): JSX.Element {
  const items = props.items?.length ? props.items : DAY_MONTH_YEAR;
  const aboutSome = props.errorIn?.length || items.some(isMarked);
  return (
    <ChoiceGroup {...props} role="group" id={props.id}>
      <div
        class={classNames('govuk-date-input', props.class)}
        {...props.attributes}
        id={props.id || undefined}
      >
        {props.formGroup?.before}
        {items.map((item) => (
          <DateInputBox
            group={props}
            item={item}
            wrong={isMarked(item) || (props.error ? !aboutSome || inPart(props.errorIn, item.name) : false)}
          />
        ))}
        {props.formGroup?.after}
      </div>
    </ChoiceGroup>
  );
}

function isMarked(item: DateInputItem): boolean {
  return item.error === true || item.class?.includes('govuk-input--error') === true;
}

function inPart(errorIn: readonly DatePart[] | undefined, name: string): boolean {
  return errorIn?.some((part) => part === name) === true;
}

function DateInputBox(props: { group: DateInputProps; item: DateInputItem; wrong: boolean }): JSX.Element {
  const { group, item } = props;
  const name = group.namePrefix ? `${group.namePrefix}-${item.name}` : item.name;
  const ownError = item.class?.includes('govuk-input--error') === true;
  const ownWidth = item.class?.includes('govuk-input--width-') === true;
  return (
    <div class="govuk-date-input__item">
      <Input
        label={{ text: item.label || capitalised(item.name), class: 'govuk-date-input__label' }}
        id={item.id ?? `${group.id}-${item.name}`}
        class={classNames(
          'govuk-date-input__input',
          props.wrong && item.error !== false && !ownError && 'govuk-input--error',
          !ownWidth && `govuk-input--width-${item.width ?? (item.name === 'year' ? 4 : 2)}`,
          item.class,
        )}
        name={name}
        value={item.value ?? group.values?.[item.name] ?? group.values?.[name]}
        inputmode={item.inputmode ?? 'numeric'}
        autocomplete={item.autocomplete}
        pattern={item.pattern}
        attributes={item.attributes}
      />
    </div>
  );
}

function capitalised(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1).toLowerCase();
}
