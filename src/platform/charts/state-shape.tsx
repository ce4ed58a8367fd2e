import type { JSX } from 'preact';
import { shapeBox, stateLooks, statePaints, type Paint, type State } from './state-shapes.ts';

export interface StateShapeProps {
  readonly state: State;
  /** Middle of the shape, in the units of the drawing it stands in. */
  readonly x: number;
  readonly y: number;
  /** Side of its box, in the same units. */
  readonly size: number;
  /** What it lies on. White unless said. */
  readonly paper?: string;
  /** Its colour, where it should not be its state's own. */
  readonly mark?: string;
}

/** A state's shape inside a larger drawing. It says nothing by itself: the drawing names it. */
export function StateShape({ state, x, y, size, paper, mark }: StateShapeProps): JSX.Element {
  const own = statePaints(state, paper);
  const paints = { ...own, mark: mark ?? own.mark };
  const colour = (paint: Paint): string => (paint === 'none' ? 'none' : paints[paint]);
  const scale = Math.round((size / shapeBox) * 1000) / 1000;
  return (
    <g
      class={`tl-state tl-state--${state}`}
      transform={`translate(${x - size / 2} ${y - size / 2}) scale(${scale})`}
    >
      {stateLooks[state].parts.map(({ d, fill, stroke, width }) => (
        <path d={d} fill={colour(fill)} stroke={colour(stroke)} stroke-width={width} />
      ))}
    </g>
  );
}

/** A state's shape as a picture of its own, named by its word. */
export function stateShapePicture(state: State): JSX.Element {
  const side = shapeBox * 2;
  return (
    <svg
      xmlns="http://www.w3.org/2000/svg"
      viewBox={`0 0 ${side} ${side}`}
      width={side}
      height={side}
      role="img"
    >
      <title>{stateLooks[state].word}</title>
      <StateShape state={state} x={shapeBox} y={shapeBox} size={side} />
    </svg>
  );
}
