import type { JSX } from 'preact';
import { formatDayOrMonth, type PlainDay } from '../../../platform/time/plain-day.ts';
import { plainPalette, type ChartPalette } from '../../../platform/charts/chart-palette.ts';
import {
  ChartLink,
  ChartRoot,
  FocusArea,
  Hatch,
  type ChartProps,
} from '../../../platform/charts/chart-root.tsx';
import { fitText, textWidth } from '../../../platform/charts/chart-text.ts';
import { AsAtFlag, AsAtLine, MonthAxis, MonthGrid, timeScale, type TimeScale } from './month-axis.view.tsx';
import { RoadmapKey, roadmapKeyHeight } from './roadmap-key.view.tsx';
import {
  placeSpans,
  roadmapExtent,
  type RoadmapExtent,
  type RoadmapLane,
  type RoadmapRow,
  type RoadmapSpan,
} from './roadmap-layout.rule.ts';
import { SpanMark } from './roadmap-marks.view.tsx';
import { StateShape } from '../../../platform/charts/state-shape.tsx';
import { type State, stateLooks } from '../../../platform/charts/state-shapes.ts';

export interface RoadmapChartProps extends ChartProps {
  readonly lanes: readonly RoadmapLane[];
  readonly asAt: PlainDay;
  /** The days shown, where several charts must share them: see `roadmapExtent`. Those of the lanes unless said. */
  readonly extent?: RoadmapExtent;
  /** In pixels. 1,100 fills a page of the site, 720 an A4 page, 340 a phone. */
  readonly width?: number;
}

/** Widths below which the words stand over the bars instead of beside them. */
const stackedBelow = 560;

const trackHeight = 16;

interface Layout {
  readonly width: number;
  readonly stacked: boolean;
  /** Height of the head of a lane: its name, the as-at flag, the years and the months. */
  readonly laneHead: number;
  /** Where the words of a row begin, clear of the longest reference. */
  readonly textAt: number;
  readonly scale: TimeScale;
  readonly palette: ChartPalette;
  readonly chart: RoadmapChartProps;
}

/**
 * Every action as a line in time, under its priority: bars from start to end, arrows for what has no end, filled
 * diamonds for a lone due date, open ones for a review, hatching and a half-filled circle for what is completed. Each
 * line is a link. The months are written again at the head of each priority, and the as-at day runs through all.
 */
export function RoadmapChart(props: RoadmapChartProps): JSX.Element {
  const layout = layOut(props);
  const { width, palette, scale } = layout;
  const lanes = placeLanes(props.lanes, roadmapKeyHeight(width), layout);
  const height = lanes.at(-1)?.bottom ?? roadmapKeyHeight(width);
  return (
    <ChartRoot chart={props} palette={palette} width={width} height={height + 6} kind="roadmap" linked>
      <defs>
        <Hatch name={`${props.id}-done`} colour={palette.quiet} paper={palette.paper} />
      </defs>
      <RoadmapKey width={width} palette={palette} hatch={`url(#${props.id}-done)`} />
      {lanes.map(({ lane, top, bottom, rows }) => (
        <g class="tl-drawing__lane">
          <MonthGrid scale={scale} top={top + layout.laneHead} bottom={bottom} palette={palette} />
          {rows.map(({ row, y, height: rowHeight }) => (
            <Line row={row} y={y} height={rowHeight} layout={layout} />
          ))}
          <LaneHead lane={lane} top={top} bottom={bottom} layout={layout} />
        </g>
      ))}
    </ChartRoot>
  );
}

function layOut(chart: RoadmapChartProps): Layout {
  const width = chart.width ?? 1100;
  const stacked = width < stackedBelow;
  const { from, to } = chart.extent ?? roadmapExtent(chart.lanes, chart.asAt);
  const left = stacked ? 12 : Math.round(Math.min(400, width * 0.38));
  const rows = chart.lanes.flatMap((lane) => lane.rows);
  return {
    width,
    stacked,
    laneHead: stacked ? 70 : 50,
    textAt: refAt(rows) + Math.max(34, ...rows.map(({ ref }) => textWidth(ref, 12, 'bold') + 8)),
    scale: timeScale(from, to, left, width - 16),
    palette: chart.palette ?? plainPalette,
    chart,
  };
}

/** References stand clear of the shapes of state, where any row has one. */
function refAt(rows: readonly RoadmapRow[]): number {
  return rows.some(({ state }) => state !== undefined) ? 26 : 8;
}

function LaneHead(props: { lane: RoadmapLane; top: number; bottom: number; layout: Layout }): JSX.Element {
  const { lane, top, bottom, layout } = props;
  const { palette, scale, stacked, width, laneHead, chart } = layout;
  const flag = top + (stacked ? 24 : 3);
  return (
    <>
      <rect x="0" y={top} width={width} height={laneHead} fill={palette.band} />
      <text x="8" y={top + 17} font-weight="700" font-size="14">
        {fitText(lane.label, ((stacked ? width : scale.left) - 20) / 1.08, 14)}
      </text>
      {!stacked && <AsAtLine scale={scale} asAt={chart.asAt} top={flag} bottom={bottom} palette={palette} />}
      {stacked && (
        <AsAtLine scale={scale} asAt={chart.asAt} top={flag} bottom={top + laneHead} palette={palette} />
      )}
      <MonthAxis scale={scale} y={top + laneHead - 30} palette={palette} />
      <AsAtFlag scale={scale} asAt={chart.asAt} y={flag} palette={palette} />
    </>
  );
}

interface PlacedLane {
  readonly lane: RoadmapLane;
  readonly top: number;
  readonly bottom: number;
  readonly rows: ReadonlyArray<{ readonly row: RoadmapRow; readonly y: number; readonly height: number }>;
}

function placeLanes(lanes: readonly RoadmapLane[], start: number, layout: Layout): readonly PlacedLane[] {
  let y = start;
  return lanes.map((lane) => {
    const top = y;
    y += layout.laneHead + 2;
    const rows = lane.rows.map((row) => {
      const placed = { row, y, height: heightOf(row, layout.stacked) };
      y += placed.height;
      return placed;
    });
    y += 12;
    return { lane, top, bottom: y - 8, rows };
  });
}

function heightOf(row: RoadmapRow, stacked: boolean): number {
  const tracks = 1 + Math.max(0, ...placeSpans(row).map(({ track }) => track));
  return tracks * trackHeight + 6 + (stacked ? 17 : 0);
}

function Line(props: { row: RoadmapRow; y: number; height: number; layout: Layout }): JSX.Element {
  const { row, y, height, layout } = props;
  const { palette, scale, stacked, width, chart, textAt } = layout;
  const room = (stacked ? width : scale.left) - textAt - 10;
  const barsAt = y + (stacked ? 17 : 0);
  const label = fitText(row.label, room, 12);
  return (
    <ChartLink href={row.href} label={spoken(row)}>
      {label !== row.label && <title>{row.label}</title>}
      <FocusArea x={1} y={y} width={width - 2} height={height} />
      {/* On a phone the words stand over the lines of the months, on paper of their own. */}
      {stacked && <rect x="0" y={y + 1} width={width} height={barsAt - y} fill={palette.paper} />}
      <path d={`M0 ${y + height}H${width}`} stroke={palette.line} stroke-width="0.5" />
      {row.state !== undefined && (
        <StateShape state={row.state} x={15} y={y + 11} size={13} paper={palette.paper} />
      )}
      <text x={row.state === undefined ? 8 : 26} y={y + 15} font-weight="600">
        {row.ref}
      </text>
      <text x={textAt} y={y + 15}>
        {label}
      </text>
      {placeSpans(row).map(({ span, drawn, track }) => (
        <SpanMark
          drawn={drawn}
          scale={scale}
          y={barsAt + trackHeight / 2 + 3 + track * trackHeight}
          colour={colourOf(span.state ?? row.state, palette)}
          hatch={`url(#${chart.id}-done)`}
          palette={palette}
        />
      ))}
      {stacked && (
        <AsAtLine scale={scale} asAt={chart.asAt} top={barsAt + 1} bottom={y + height} palette={palette} />
      )}
    </ChartLink>
  );
}

function colourOf(state: State | undefined, palette: ChartPalette): string {
  return state === undefined ? palette.accent : stateLooks[state].colour;
}

/** A row as a screen reader says it: `2.1.3 Recruit team managers. Late. 1 April 2011 to 31 May 2011.` */
function spoken(row: RoadmapRow): string {
  const state = row.state === undefined ? '' : ` ${stateLooks[row.state].word}.`;
  const spans = row.spans.length === 0 ? 'No date' : row.spans.map(spokenSpan).join('; ');
  return `${row.ref} ${row.label}.${state} ${spans}.`;
}

function spokenSpan({ start, end, review, completed }: RoadmapSpan): string {
  const words =
    start !== null && end !== null
      ? `${formatDayOrMonth(start)} to ${formatDayOrMonth(end)}`
      : end !== null
        ? `by ${formatDayOrMonth(end)}`
        : start !== null
          ? `from ${formatDayOrMonth(start)}`
          : 'no date';
  return `${words}${review === true ? ', review' : ''}${completed === true ? ', completed' : ''}`;
}
