import type { JSX } from 'preact';
import { Radios, Select } from '../../../platform/govuk/index.ts';
import { valueOf } from '../../../platform/web/form-body.ts';
import { type FormState, TextBox } from '../../../platform/web/form-fields.tsx';
import type { Place } from '../../../platform/web/frame.ts';
import { WhoSaysSo } from '../../identity/index.ts';
import { bodyPaths } from '../paths.ts';

/** A body as forms about it name it. */
export interface KnownBody {
  readonly slug: string;
  readonly name: string;
}

export function crumbsOf(body?: KnownBody): readonly Place[] {
  return [
    { text: 'Bodies', href: bodyPaths.bodies() },
    ...(body === undefined ? [] : [{ text: body.name, href: bodyPaths.body(body.slug) }]),
  ];
}

/** By whose authority, and who says so. */
export function Authority(props: { state: FormState; without: string }): JSX.Element {
  const { state, without } = props;
  return (
    <>
      <TextBox
        state={state}
        name="authority"
        label="Resolution or decision (optional)"
        hint={`Like Council, 6 April 2011, minute 19(ii)(b). ${without}`}
      />
      <WhoSaysSo state={state} />
    </>
  );
}

/** One of several, each a word of the field. */
export function Choice(props: {
  state: FormState;
  name: string;
  legend: string;
  words: Readonly<Record<string, string>>;
  hints?: Readonly<Record<string, string>>;
}): JSX.Element {
  const { state, name, legend, words, hints = {} } = props;
  return (
    <Radios
      name={name}
      fieldset={{ legend: { text: legend, class: 'govuk-fieldset__legend--s' } }}
      value={valueOf(state.form, name)}
      error={state.problems?.of(name)}
      items={Object.entries(words).map(([value, text]) => ({ value, text, hint: hints[value] }))}
    />
  );
}

export function BodySelect(props: {
  state: FormState;
  name: string;
  label: string;
  hint?: string;
  bodies: readonly KnownBody[];
}): JSX.Element {
  const { state, name, label, hint, bodies } = props;
  const chosen = valueOf(state.form, name);
  return (
    <Select
      name={name}
      label={label}
      hint={hint}
      error={state.problems?.of(name)}
      items={[
        { value: '', text: 'Choose a body' },
        ...bodies.map(({ slug, name: text }) => ({ value: slug, text, selected: slug === chosen })),
      ]}
    />
  );
}
