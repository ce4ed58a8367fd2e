import type { JSX } from 'preact';
import type { Content } from '../govuk/index.ts';
import { type State, StateShape } from './state-mark.tsx';

export interface FigureProps {
  n: number | string;
  /** What is counted: "milestones end in May". */
  label: Content;
  href?: string | undefined;
  /** Where the count is of things in one state, its shape stands beside it. */
  state?: State | undefined;
}

/** A number that matters, large, with what it counts. Several stand side by side in `<Figures>`. */
export function Figure(props: FigureProps): JSX.Element {
  const inner = (
    <>
      <span class="tl-figure__n">
        {props.state && <StateShape state={props.state} />}
        {props.n}
      </span>{' '}
      <span class="tl-figure__label">{props.label}</span>
    </>
  );
  return props.href === undefined ? (
    <span class="tl-figure">{inner}</span>
  ) : (
    <a class="tl-figure tl-figure--link" href={props.href}>
      {inner}
    </a>
  );
}

/** Figures side by side; one under another on a phone. */
export function Figures(props: { items: readonly FigureProps[] }): JSX.Element {
  return (
    <ul class="tl-figures">
      {props.items.map((item) => (
        <li class="tl-figures__item">
          <Figure {...item} />
        </li>
      ))}
    </ul>
  );
}
