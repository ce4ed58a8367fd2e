import type { JSX } from 'preact';
import { classNames } from './class-names.ts';
import type { Attributes, Content } from './content.ts';

export interface ButtonProps {
  /** What the button does, as a verb and its object: "Accept 129 actions". */
  children?: Content;
  /** With an address the button is a link that looks like a button. */
  href?: string | undefined;
  kind?: 'secondary' | 'warning' | 'inverse' | undefined;
  type?: 'submit' | 'button' | 'reset' | undefined;
  name?: string | undefined;
  value?: string | undefined;
  id?: string | undefined;
  disabled?: boolean | undefined;
  preventDoubleClick?: boolean | undefined;
  /** The first step of a journey: prints an arrow. */
  start?: boolean | undefined;
  class?: string | undefined;
  attributes?: Attributes | undefined;
}

/** A button, or a link that looks like one. */
export function Button(props: ButtonProps): JSX.Element {
  const common = {
    class: classNames(
      'govuk-button',
      props.kind && `govuk-button--${props.kind}`,
      props.class,
      props.start && 'govuk-button--start',
    ),
    'data-module': 'govuk-button',
    ...props.attributes,
    id: props.id,
  };
  if (props.href !== undefined) {
    return (
      <a href={props.href} role="button" draggable={false} {...common}>
        {props.children}
        {props.start && <StartIcon />}
      </a>
    );
  }
  return (
    <button
      type={props.type ?? 'submit'}
      value={props.value}
      name={props.name}
      disabled={props.disabled}
      aria-disabled={props.disabled ? 'true' : undefined}
      data-prevent-double-click={
        props.preventDoubleClick === undefined ? undefined : String(props.preventDoubleClick)
      }
      {...common}
    >
      {props.children}
      {props.start && <StartIcon />}
    </button>
  );
}

function StartIcon(): JSX.Element {
  return (
    <svg
      class="govuk-button__start-icon"
      xmlns="http://www.w3.org/2000/svg"
      width="17.5"
      height="19"
      viewBox="0 0 33 40"
      aria-hidden="true"
      focusable="false"
    >
      <path fill="currentColor" d="M0 0h13l20 20-20 20H0l20-20z" />
    </svg>
  );
}
