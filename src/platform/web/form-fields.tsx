import type { JSX } from 'preact';
import { DateInput, ErrorSummary, Input } from '../govuk/index.ts';
import { type Form, valueOf } from './form-body.ts';
import { type FormProblems, typedDay } from './forms.ts';

/** What a form's fields are printed from: what was typed, and what is wrong with it. */
export interface FormState {
  readonly form: Form;
  readonly problems?: FormProblems | undefined;
}

/** Everything there is to put right, at the top of the page; nothing where there is nothing. */
export function Problems(props: { state: FormState }): JSX.Element | null {
  const { problems } = props.state;
  return problems === undefined ? null : <ErrorSummary items={problems.summary} />;
}

export function TextBox(props: {
  state: FormState;
  name: string;
  label: string;
  hint?: string;
  width?: 5 | 10 | 20 | 30;
  type?: 'text' | 'email' | 'password' | 'url';
  /** What a browser or a password manager may fill it with (WCAG 2.2, 1.3.5 and 3.3.8). */
  autocomplete?: string;
  inputmode?: 'numeric';
}): JSX.Element {
  const { state, name, label, hint, width, type, autocomplete, inputmode } = props;
  return (
    <Input
      name={name}
      label={label}
      hint={hint}
      width={width}
      type={type}
      autocomplete={autocomplete}
      inputmode={inputmode}
      spellcheck={type === undefined || type === 'text' ? undefined : false}
      // What was typed into a box for a secret is not sent back to the page.
      value={type === 'password' ? '' : valueOf(state.form, name)}
      error={state.problems?.of(name)}
    />
  );
}

export function DayBoxes(props: {
  state: FormState;
  name: string;
  legend: string;
  hint?: string;
}): JSX.Element {
  const { state, name, legend, hint } = props;
  return (
    <DateInput
      id={name}
      namePrefix={name}
      fieldset={{ legend: { text: legend, class: 'govuk-fieldset__legend--s' } }}
      hint={hint}
      values={typedDay(state.form, name)}
      error={state.problems?.of(name)}
    />
  );
}
