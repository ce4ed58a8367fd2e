import type { JSX } from 'preact';
import { DateInput, ErrorSummary, Input, Radios, Select } from '../../../platform/govuk/index.ts';
import { type Form, valueOf } from '../../../platform/web/form-body.ts';
import { type FormProblems, typedDay } from '../../../platform/web/forms.ts';

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
}): JSX.Element {
  const { state, name, label, hint, width } = props;
  return (
    <Input
      name={name}
      label={label}
      hint={hint}
      width={width}
      value={valueOf(state.form, name)}
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

/** The day and name of the paper, letter or register that a fact rests on. */
export function WhoSaysSo(props: { state: FormState }): JSX.Element {
  const { state } = props;
  return (
    <>
      <TextBox
        state={state}
        name="source"
        label="Who says so"
        hint="The paper, letter or register, so that anybody can look it up."
      />
      <DayBoxes state={state} name="statedOn" legend="Its day" hint="For example, 12 5 2011." />
    </>
  );
}

export interface PersonOption {
  readonly id: number;
  readonly name: string;
}

/** Everybody in the record, to choose one from. */
export function PersonSelect(props: {
  state: FormState;
  name: string;
  label: string;
  hint?: string;
  /** The words for nobody. */
  nobody: string;
  people: readonly PersonOption[];
}): JSX.Element {
  const { state, name, label, hint, people } = props;
  const chosen = valueOf(state.form, name);
  return (
    <Select
      name={name}
      label={label}
      hint={hint}
      error={state.problems?.of(name)}
      items={[
        { value: '', text: props.nobody },
        ...people.map((person) => ({
          value: person.id,
          text: person.name,
          selected: String(person.id) === chosen,
        })),
      ]}
    />
  );
}

export function MannerRadios(props: { state: FormState }): JSX.Element {
  const { state } = props;
  return (
    <Radios
      name="manner"
      fieldset={{ legend: { text: 'How the post is held', class: 'govuk-fieldset__legend--s' } }}
      value={valueOf(state.form, 'manner')}
      error={state.problems?.of('manner')}
      items={[
        { value: 'substantive', text: 'For good' },
        { value: 'interim', text: 'Interim', hint: 'Until a permanent holder is found.' },
        { value: 'acting', text: 'Acting', hint: 'In the place of somebody who is away.' },
      ]}
    />
  );
}
