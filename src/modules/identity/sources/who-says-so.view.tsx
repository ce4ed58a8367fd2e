import type { JSX } from 'preact';
import { Radios, Select } from '../../../platform/govuk/index.ts';
import { valueOf } from '../../../platform/web/form-body.ts';
import { DayBoxes, type FormState, TextBox } from '../../../platform/web/form-fields.tsx';

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
