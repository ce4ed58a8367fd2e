import type { JSX } from 'preact';
import { classNames, describedByIds } from './class-names.ts';
import type { Attributes, Content } from './content.ts';
import { ErrorMessage, type ErrorOption } from './error-message.tsx';
import { Fieldset, type FieldsetProps } from './fieldset.tsx';
import { Hint, type HintOption } from './hint.tsx';
import { Label, type LabelOption } from './label.tsx';

export interface FormGroupOptions {
  class?: string | undefined;
  attributes?: Attributes | undefined;
  /** Printed directly before the control. */
  before?: Content;
  /** Printed directly after the control, such as a button beside a text box. */
  after?: Content;
}

/** What every single field has: its words, its help, its error. */
export interface FieldProps {
  label: LabelOption;
  hint?: HintOption;
  error?: ErrorOption;
  describedBy?: string | undefined;
  formGroup?: FormGroupOptions | undefined;
}

/** The frame round one field: label, hint and error, tied to the control by id. */
export function LabelledGroup(
  props: FieldProps & { id: string; children: (describedBy: string | undefined) => Content },
): JSX.Element {
  return (
    <FormGroup error={props.error} formGroup={props.formGroup}>
      <Label label={props.label} for={props.id} />
      <HintAndError id={props.id} hint={props.hint} error={props.error} />
      {props.children(describedByOf(props.id, props))}
    </FormGroup>
  );
}

/** What every set of choices has. Without `fieldset` the choices stand alone. */
export interface ChoiceGroupProps {
  fieldset?: FieldsetProps | undefined;
  hint?: HintOption;
  error?: ErrorOption;
  formGroup?: FormGroupOptions | undefined;
}

/** The frame round several controls that answer one question: legend, hint and error. */
export function ChoiceGroup(
  props: ChoiceGroupProps & {
    id: string;
    role?: 'group' | undefined;
    describedBy?: string | undefined;
    children: Content;
  },
): JSX.Element {
  const inner = (
    <>
      <HintAndError id={props.id} hint={props.hint} error={props.error} />
      {props.children}
    </>
  );
  return (
    <FormGroup error={props.error} formGroup={props.formGroup}>
      {props.fieldset ? (
        <Fieldset
          {...props.fieldset}
          role={props.role}
          describedBy={describedByOf(props.id, { ...props, describedBy: props.fieldset.describedBy })}
        >
          {inner}
        </Fieldset>
      ) : (
        inner
      )}
    </FormGroup>
  );
}

function describedByOf(
  id: string,
  field: { hint?: HintOption; error?: ErrorOption; describedBy?: string | undefined },
): string | undefined {
  return describedByIds(
    field.describedBy,
    field.hint ? `${id}-hint` : false,
    field.error ? `${id}-error` : false,
  );
}

function HintAndError(props: { id: string; hint: HintOption; error: ErrorOption }): JSX.Element {
  return (
    <>
      {props.hint && <Hint id={`${props.id}-hint`} hint={props.hint} />}
      {props.error && <ErrorMessage id={`${props.id}-error`} error={props.error} />}
    </>
  );
}

function FormGroup(props: {
  error: ErrorOption;
  formGroup: FormGroupOptions | undefined;
  children: Content;
}): JSX.Element {
  return (
    <div
      class={classNames(
        'govuk-form-group',
        props.error ? 'govuk-form-group--error' : '',
        props.formGroup?.class,
      )}
      {...props.formGroup?.attributes}
    >
      {props.children}
    </div>
  );
}
