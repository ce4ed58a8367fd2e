import type { JSX } from 'preact';
import { shapeBox, type State, stateLooks, statePaints, states } from '../charts/state-shapes.ts';
import { PAPER } from './brand.ts';

export type { State } from '../charts/state-shapes.ts';

/** Each shape's paths, printed once: a table may hold hundreds of them. */
const shapes = new Map<State, { __html: string }>(states.map((state) => [state, { __html: pathsOf(state) }]));

/** How something stands: a word, a shape and a colour, of which the word is always there. */
export function StateMark(props: {
  state: State;
  /** Other words than the state's own, such as "Late by 12 days". */ words?: string | undefined;
}): JSX.Element {
  return (
    <span class={`tl-state tl-state--${props.state}`}>
      <StateShape state={props.state} />
      <span class="tl-state__word">{props.words ?? stateLooks[props.state].word}</span>
    </span>
  );
}

/** The shape alone, for a strip of many. Say the states in words beside it. */
export function StateShape(props: { state: State }): JSX.Element {
  return (
    <svg
      class="tl-state__shape"
      viewBox={`0 0 ${shapeBox} ${shapeBox}`}
      aria-hidden="true"
      focusable="false"
      dangerouslySetInnerHTML={shapes.get(props.state) ?? { __html: '' }}
    />
  );
}

/** Everything the marks can say, for the foot of a table or a printed page. */
export function StateKey(props: { states?: readonly State[] | undefined }): JSX.Element {
  return (
    <ul class="tl-state-key" aria-label="What the marks mean">
      {(props.states ?? states).map((state) => (
        <li class="tl-state-key__item">
          <StateMark state={state} />
        </li>
      ))}
    </ul>
  );
}

function pathsOf(state: State): string {
  const paints = statePaints(state, PAPER);
  const colour = (paint: 'mark' | 'paper' | 'none'): string => (paint === 'none' ? 'none' : paints[paint]);
  return stateLooks[state].parts
    .map(
      ({ d, fill, stroke, width }) =>
        // The classes let forced colours and print repaint a shape without losing its form.
        `<path class="tl-fill-${fill} tl-stroke-${stroke}" d="${d}" fill="${colour(fill)}" stroke="${colour(stroke)}" stroke-width="${width}"/>`,
    )
    .join('');
}
