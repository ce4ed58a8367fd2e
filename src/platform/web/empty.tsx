import type { JSX } from 'preact';
import { Button, type Content } from '../govuk/index.ts';
import type { Place } from './frame.ts';

/** An empty list is a beginning: says what will stand there, and offers the first step. */
export function Empty(props: {
  title: string;
  children?: Content;
  action?: Place | undefined;
  headingLevel?: 2 | 3 | undefined;
}): JSX.Element {
  const Heading = props.headingLevel === 3 ? 'h3' : 'h2';
  return (
    <div class="tl-empty">
      <Heading class="govuk-heading-m tl-empty__title">{props.title}</Heading>
      {props.children && <p class="govuk-body">{props.children}</p>}
      {props.action && <Button href={props.action.href}>{props.action.text}</Button>}
    </div>
  );
}
