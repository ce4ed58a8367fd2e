import type { JSX } from 'preact';
import type { Content } from '../govuk/index.ts';
import { linkAsAt } from './as-at.ts';
import type { Frame } from './frame.ts';

/** A link that keeps the reader's day. */
export function DayLink(props: { frame: Pick<Frame, 'asAt'>; href: string; children: Content }): JSX.Element {
  return (
    <a class="govuk-link" href={linkAsAt(props.href, props.frame.asAt)}>
      {props.children}
    </a>
  );
}
