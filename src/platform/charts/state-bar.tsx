import type { JSX } from 'preact';
import { plainPalette } from './chart-palette.ts';
import { ChartRoot, type ChartProps } from './chart-root.tsx';
import { counted, textWidth } from './chart-text.ts';
import { StateShape } from './state-shape.tsx';
import { stateLooks, type State } from './state-shapes.ts';

export interface StateBarProps extends Omit<ChartProps, 'description'> {
  readonly counts: ReadonlyArray<readonly [State, number]>;
  readonly width?: number;
}

const barHeight = 22;
const keyLine = 19;

/** How many are in each state, as one bar in proportion. The numbers stand under it with their shapes and words. */
export function StateBar(props: StateBarProps): JSX.Element {
  const palette = props.palette ?? plainPalette;
  const width = props.width ?? 340;
  const entries = placeKey(props.counts, width);
  const height = barHeight + 8 + (entries.at(-1)?.line ?? 0) * keyLine + keyLine;
  return (
    <ChartRoot
      chart={{ ...props, description: inWords(props.counts) }}
      palette={palette}
      width={width}
      height={height}
      kind="state-bar"
      linked={false}
    >
      {segments(props.counts, width).map(({ state, x, width: across }) => (
        <g>
          <rect
            class={`tl-state--${state}`}
            x={x}
            y="0"
            width={across}
            height={barHeight}
            fill={stateLooks[state].colour}
            stroke={palette.paper}
            stroke-width="1.5"
          />
          {across >= 18 && (
            <StateShape
              state={state}
              x={x + across / 2}
              y={barHeight / 2}
              size={14}
              mark={palette.paper}
              paper={stateLooks[state].colour}
            />
          )}
        </g>
      ))}
      {entries.map(({ state, count, x, line }) => (
        <g>
          <StateShape
            state={state}
            x={x + 7}
            y={barHeight + 17 + line * keyLine}
            size={13}
            paper={palette.paper}
          />
          <text x={x + 20} y={barHeight + 21 + line * keyLine}>
            <tspan font-weight="700">{count.toLocaleString('en-GB')}</tspan>{' '}
            {stateLooks[state].word.toLowerCase()}
          </text>
        </g>
      ))}
    </ChartRoot>
  );
}

interface Segment {
  readonly state: State;
  readonly x: number;
  readonly width: number;
}

function segments(counts: StateBarProps['counts'], width: number): readonly Segment[] {
  const total = counts.reduce((sum, [, count]) => sum + count, 0);
  let before = 0;
  return counts.map(([state, count]) => {
    const x = Math.round((before / total) * width * 10) / 10;
    before += count;
    return { state, x, width: Math.round(((before / total) * width - x) * 10) / 10 };
  });
}

function placeKey(
  counts: StateBarProps['counts'],
  width: number,
): ReadonlyArray<{ state: State; count: number; x: number; line: number }> {
  let [x, line] = [0, 0];
  return counts.map(([state, count]) => {
    const room = 20 + textWidth(`${count} ${stateLooks[state].word.toLowerCase()}`, 12, 'bold') + 14;
    if (x > 0 && x + room > width) [x, line] = [0, line + 1];
    const at = { state, count, x: Math.round(x), line };
    x += room;
    return at;
  });
}

/** `28 actions: 20 on course, 3 late, 5 not started` */
export function inWords(counts: StateBarProps['counts']): string {
  const total = counts.reduce((sum, [, count]) => sum + count, 0);
  const each = counts.map(([state, count]) => `${count} ${stateLooks[state].word.toLowerCase()}`).join(', ');
  return total === 0 ? 'No actions' : `${counted(total, 'action')}: ${each}`;
}
