import type { JSX } from 'preact';
import type { PlainDay } from '../../../platform/time/plain-day.ts';
import type { ChartPalette } from '../../../platform/charts/chart-palette.ts';
import { endOf, type TimeScale } from './month-axis.view.tsx';
import type { Drawn } from './roadmap-layout.rule.ts';
import { StateShape } from '../../../platform/charts/state-shape.tsx';

export interface SpanMarkProps {
  readonly drawn: Drawn;
  readonly scale: TimeScale;
  /** Height of the middle of the mark. */
  readonly y: number;
  readonly colour: string;
  /** Fill of what is completed. */
  readonly hatch: string;
  readonly palette: ChartPalette;
}

const barHeight = 9;

/** One span: bar, arrow, filled diamond (due), open diamond (review), or words where it has no date. */
export function SpanMark({ drawn, scale, y, colour, hatch, palette }: SpanMarkProps): JSX.Element {
  const fill = drawn.completed ? hatch : colour;
  switch (drawn.kind) {
    case 'bar': {
      const [left, right] = [
        scale.xOf(drawn.from),
        Math.max(scale.xOf(drawn.from) + 3, scale.xOf(endOf(drawn.to))),
      ];
      return (
        <g>
          <rect
            x={left}
            y={y - barHeight / 2}
            width={right - left}
            height={barHeight}
            rx="1.5"
            fill={fill}
            stroke={colour}
            stroke-width="1"
          />
          <PastTheEdge scale={scale} from={drawn.from} to={drawn.to} y={y} colour={colour} />
          {drawn.review && <Diamond x={right} y={y} fill={palette.paper} stroke={colour} />}
          {drawn.completed && !drawn.review && <Done x={right} y={y} palette={palette} />}
        </g>
      );
    }
    case 'arrow': {
      const left = scale.xOf(drawn.from);
      return (
        <g>
          <rect
            x={left}
            y={y - barHeight / 2}
            width={Math.max(0, scale.right - left)}
            height={barHeight}
            fill={fill}
            stroke={colour}
            stroke-width="1"
          />
          <path d={`M${scale.right} ${y - 8}l11 8l-11 8Z`} fill={colour} />
        </g>
      );
    }
    case 'due':
      return drawn.completed ? (
        <Done x={scale.xOf(endOf(drawn.day))} y={y} palette={palette} />
      ) : (
        <Diamond x={scale.xOf(endOf(drawn.day))} y={y} fill={colour} stroke={colour} />
      );
    case 'review':
      return <Diamond x={scale.xOf(endOf(drawn.day))} y={y} fill={palette.paper} stroke={colour} />;
    default:
      return (
        <text
          x={scale.left + 4}
          y={y + 4}
          font-size="11"
          fill={drawn.completed ? palette.quiet : palette.alarm}
          font-weight={drawn.completed ? '400' : '700'}
        >
          {drawn.completed ? 'completed, no date' : 'no date'}
        </text>
      );
  }
}

/** A point in time: filled when something is due by it, open when it is looked at again. */
export function Diamond(props: { x: number; y: number; fill: string; stroke: string }): JSX.Element {
  const { x, y, fill, stroke } = props;
  return (
    <path d={`M${x} ${y - 6.5}l6.5 6.5l-6.5 6.5l-6.5 -6.5Z`} fill={fill} stroke={stroke} stroke-width="1.8" />
  );
}

/** Completed, by the lead's word: the half-filled circle that means so everywhere. */
function Done({ x, y, palette }: { x: number; y: number; palette: ChartPalette }): JSX.Element {
  return <StateShape state="complete-unproven" x={x} y={y} size={15} paper={palette.paper} />;
}

function PastTheEdge(props: {
  scale: TimeScale;
  from: PlainDay;
  to: PlainDay;
  y: number;
  colour: string;
}): JSX.Element {
  const { scale, from, to, y, colour } = props;
  return (
    <>
      {from < scale.from && <path d={`M${scale.left} ${y - 8}l-11 8l11 8Z`} fill={colour} />}
      {to > scale.to && <path d={`M${scale.right} ${y - 8}l11 8l-11 8Z`} fill={colour} />}
    </>
  );
}
