import {
  symbol,
  symbolCircle,
  symbolCross,
  symbolDiamond,
  symbolSquare,
  symbolStar,
  symbolTriangle,
  symbolWye,
} from 'd3-shape';
import type { JSX } from 'preact';
import { plainPalette } from './chart-palette.ts';
import { ChartRoot, type ChartProps } from './chart-root.tsx';
import { layOutHemicycle } from './hemicycle-layout.ts';

export interface HemicycleChartProps extends ChartProps {
  /** From left to right, each with its seats. */
  readonly groups: readonly { readonly name: string; readonly seats: number }[];
}

/** Each group has a shape of its own, and solid ones take turns with open ones: none is told by colour alone. */
const SHAPES = [
  symbolCircle,
  symbolSquare,
  symbolTriangle,
  symbolDiamond,
  symbolCross,
  symbolStar,
  symbolWye,
];

/** Heights of a line of the key, and of the key's own margin. */
const LINE = 22;

/** The chamber as half rings of seats, each group by a shape, with a key that names them and gives their number. */
export function HemicycleChart(props: HemicycleChartProps): JSX.Element {
  const { groups, palette = plainPalette } = props;
  const { width, height, radius, seats } = layOutHemicycle(groups.map((group) => group.seats));
  const keyTop = height + 6;
  return (
    <ChartRoot
      chart={props}
      palette={palette}
      width={width}
      height={keyTop + groups.length * LINE + 4}
      kind="hemicycle"
      linked={false}
    >
      {seats.map(({ x, y, group }) => (
        <Mark group={group} x={x} y={y} radius={radius} ink={palette.accent} paper={palette.paper} />
      ))}
      {groups.map(({ name, seats: held }, index) => (
        <g>
          <Mark
            group={index}
            x={16}
            y={keyTop + index * LINE + LINE / 2}
            radius={7}
            ink={palette.accent}
            paper={palette.paper}
          />
          <text x={34} y={keyTop + index * LINE + LINE / 2 + 5} font-size="15">
            {`${name} ${held}`}
          </text>
        </g>
      ))}
    </ChartRoot>
  );
}

function Mark(props: {
  group: number;
  x: number;
  y: number;
  radius: number;
  ink: string;
  paper: string;
}): JSX.Element {
  const { group, x, y, radius, ink, paper } = props;
  const shape = SHAPES[group % SHAPES.length] ?? symbolCircle;
  const isOpen = Math.floor(group / SHAPES.length) % 2 === 1 || group % 2 === 1;
  const d = symbol(shape, Math.PI * radius * radius * 0.9)() ?? '';
  return (
    <path
      d={d}
      transform={`translate(${x} ${y})`}
      fill={isOpen ? paper : ink}
      stroke={ink}
      stroke-width={isOpen ? Math.max(1, radius / 5) : 0.5}
    />
  );
}
