import type { JSX } from 'preact';
import { Button, DateInput, Input, Select } from '../../../platform/govuk/index.ts';
import { type Form, valueOf } from '../../../platform/web/form-body.ts';
import { type FormProblems, typedDay } from '../../../platform/web/forms.ts';
import { auditPaths } from '../paths.ts';

/** Narrows the trail. A plain GET form: its address can be kept and shared, and it needs no JavaScript. */
export function TrailFilterForm(props: {
  typed: Form;
  /** Every kind of event that a module defines. */
  types: readonly string[];
  problems: FormProblems | undefined;
}): JSX.Element {
  const { typed, types, problems } = props;
  const type = valueOf(typed, 'type');
  const text = (name: string, label: string, hint?: string) => (
    <Input
      name={name}
      label={label}
      hint={hint}
      value={valueOf(typed, name)}
      error={problems?.of(name)}
      width={20}
    />
  );
  const day = (name: string, legend: string) => (
    <DateInput
      id={name}
      namePrefix={name}
      fieldset={{ legend: { text: legend, class: 'govuk-fieldset__legend--s' } }}
      values={typedDay(typed, name)}
      error={problems?.of(name)}
    />
  );
  return (
    <form class="tl-filters" method="get" action={auditPaths.trail()} novalidate>
      {text('who', 'Who', 'A name or part of it')}
      {text('person', 'Person', 'Their number: finds every name they had')}
      <Select
        name="type"
        label="Kind of event"
        hint="What was done"
        error={problems?.of('type')}
        value={type}
        items={[
          { value: '', text: 'Any' },
          ...[...new Set([...types, ...(type === '' ? [] : [type])])].map((one) => ({
            value: one,
            text: one,
          })),
        ]}
      />
      {text('kind', 'Kind of thing', 'Such as plan')}
      {text('ref', 'Which one', 'Its reference, such as kent-2011')}
      {day('from', 'From')}
      {day('to', 'To')}
      <Button kind="secondary">Show</Button>
    </form>
  );
}
