import type { JSX } from 'preact';
import { classNames } from './class-names.ts';
import type { Attributes, Content } from './content.ts';
import { partOf } from './content.ts';
import type { LabelOption, LabelPart } from './label.tsx';

export interface FieldsetProps {
  /** The question the fields together answer. */
  legend?: LabelOption;
  describedBy?: string | undefined;
  role?: 'group' | undefined;
  class?: string | undefined;
  attributes?: Attributes | undefined;
  children?: Content;
}

/** Fields that answer one question together. */
export function Fieldset(props: FieldsetProps): JSX.Element {
  const legend: LabelPart | undefined = partOf<LabelPart>(props.legend);
  return (
    <fieldset
      class={classNames('govuk-fieldset', props.class)}
      role={props.role}
      aria-describedby={props.describedBy || undefined}
      {...props.attributes}
    >
      {legend?.text && (
        <legend class={classNames('govuk-fieldset__legend', legend.class)}>
          {legend.isPageHeading ? <h1 class="govuk-fieldset__heading">{legend.text}</h1> : legend.text}
        </legend>
      )}
      {props.children}
    </fieldset>
  );
}
