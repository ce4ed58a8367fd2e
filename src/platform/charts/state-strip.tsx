import type { JSX } from 'preact';
import { plainPalette } from './chart-palette.ts';
import { ChartLink, ChartRoot, FocusArea, type ChartProps } from './chart-root.tsx';
import { inWords, StateBar } from './state-bar.tsx';
import { StateShape } from './state-shape.tsx';
import { stateLooks, states, type State } from './state-shapes.ts';

export interface StripItem {
  readonly ref: string;
  readonly state: State;
  readonly href?: string;
}

export interface StateStripProps extends Omit<ChartProps, 'description'> {
  /** In the order of the plan. */
  readonly items: readonly StripItem[];
  /** Shapes in a line: 20 unless said, which a phone holds. */
  readonly perLine?: number;
  readonly width?: number;
}

/** Items beyond which one shape each says less than a bar with numbers. */
const mostShapes = 60;
const pitch = 17;

/**
 * How the actions of a priority stand, one shape each in the order of the plan, with a gap after every tenth so that
 * they can be counted; beyond sixty, a bar in proportion with its numbers. For the plan on a page.
 */
export function StateStrip(props: StateStripProps): JSX.Element {
  if (props.items.length > mostShapes) return <StateBar {...props} counts={countStates(props.items)} />;
  const palette = props.palette ?? plainPalette;
  const perLine = Math.max(1, props.perLine ?? 20);
  const lines = Math.max(1, Math.ceil(props.items.length / perLine));
  const across = Math.min(perLine, Math.max(1, props.items.length));
  const width = xOf(across - 1) + pitch;
  return (
    <ChartRoot
      chart={{ ...props, description: inWords(countStates(props.items)) }}
      palette={palette}
      width={width}
      height={lines * (pitch + 3)}
      kind="state-strip"
      linked={props.items.some(({ href }) => href !== undefined)}
    >
      {props.items.map(({ ref, state, href }, index) => {
        const x = xOf(index % perLine);
        const y = Math.floor(index / perLine) * (pitch + 3);
        return (
          <ChartLink href={href} label={`${ref} ${stateLooks[state].word}`}>
            <title>{`${ref} ${stateLooks[state].word}`}</title>
            <FocusArea x={x} y={y} width={pitch} height={pitch + 2} />
            <StateShape
              state={state}
              x={x + pitch / 2}
              y={y + pitch / 2 + 1}
              size={14}
              paper={palette.paper}
            />
          </ChartLink>
        );
      })}
    </ChartRoot>
  );
}

/** Left edge of a shape in its line: every tenth is followed by a gap. */
function xOf(index: number): number {
  return index * pitch + Math.floor(index / 10) * 6;
}

/** How many items are in each state, in the order in which states are listed; states without any are left out. */
export function countStates(
  items: readonly { readonly state: State }[],
): ReadonlyArray<readonly [State, number]> {
  return states
    .map((state) => [state, items.filter((item) => item.state === state).length] as const)
    .filter(([, count]) => count > 0);
}
