import { scaleLinear } from 'd3-scale';
import type { JSX } from 'preact';
import {
  addDays,
  addMonths,
  daysBetween,
  firstOfMonth,
  formatDay,
  monthNames,
  partsOf,
  type PlainDay,
} from '../../../platform/time/plain-day.ts';
import type { ChartPalette } from '../../../platform/charts/chart-palette.ts';
import { textWidth } from '../../../platform/charts/chart-text.ts';

/** A stretch of whole months laid out from left to right. */
export interface TimeScale {
  readonly from: PlainDay;
  /** The last day shown. */
  readonly to: PlainDay;
  readonly left: number;
  readonly right: number;
  /** Where a day begins. Days outside are held to the ends. */
  readonly xOf: (day: PlainDay) => number;
}

/** A scale over the days from the first of one month to the last of another. */
export function timeScale(from: PlainDay, to: PlainDay, left: number, right: number): TimeScale {
  const scale = scaleLinear([0, daysBetween(from, to) + 1], [left, right]).clamp(true);
  return { from, to, left, right, xOf: (day) => Math.round(scale(daysBetween(from, day)) * 10) / 10 };
}

interface Tick {
  readonly day: PlainDay;
  readonly x: number;
}

/** The first days of the months of a scale, every so many months, beginning with a quarter where it is more than one. */
function monthTicks(scale: TimeScale, every: number): readonly Tick[] {
  const ticks: Tick[] = [];
  for (let day = firstOfMonth(scale.from); day <= scale.to; day = addMonths(day, 1)) {
    if ((partsOf(day).month - 1) % every === 0 && day >= scale.from) ticks.push({ day, x: scale.xOf(day) });
  }
  return ticks;
}

/** How many months lie between labels so that they do not touch: 1, 3, 6 or 12. */
function labelEvery(scale: TimeScale): number {
  const month = ((scale.right - scale.left) * 30.4) / (daysBetween(scale.from, scale.to) + 1);
  return [1, 3, 6].find((months) => months * month >= 26) ?? 12;
}

/** Years over months, in two lines of 16: drawn again at the head of each group, so that it is never far. */
export function MonthAxis({
  scale,
  y,
  palette,
}: {
  scale: TimeScale;
  y: number;
  palette: ChartPalette;
}): JSX.Element {
  const years = [
    scale.from,
    ...monthTicks(scale, 12)
      .map(({ day }) => day)
      .filter((day) => day > scale.from),
  ];
  // The as-at line runs through the axis: the letters stand clear of it.
  const halo = {
    'paint-order': 'stroke',
    stroke: palette.band,
    'stroke-width': 4,
    'stroke-linejoin': 'round',
  } as const;
  const starts = years.map((day) => ({ day, x: scale.xOf(day) }));
  return (
    <g class="tl-drawing__axis" fill={palette.quiet} aria-hidden="true">
      {starts.map(({ day, x }, index) =>
        (starts[index + 1]?.x ?? scale.right) - x < 30 ? null : (
          <text x={x + 3} y={y + 11} font-weight="700" font-size="11" {...halo}>
            {partsOf(day).year}
          </text>
        ),
      )}
      {monthTicks(scale, labelEvery(scale)).map(({ day, x }) =>
        scale.right - x < 18 ? null : (
          <text x={x + 3} y={y + 25} font-size="10" {...halo}>
            {(monthNames[partsOf(day).month - 1] ?? '').slice(0, 3)}
          </text>
        ),
      )}
    </g>
  );
}

/** Light lines at quarters and darker ones at years, from one height to another. */
export function MonthGrid(props: {
  scale: TimeScale;
  top: number;
  bottom: number;
  palette: ChartPalette;
}): JSX.Element {
  const { scale, top, bottom, palette } = props;
  const path = (every: number): string =>
    monthTicks(scale, every)
      .map(({ x }) => `M${x} ${top}V${bottom}`)
      .join('');
  return (
    <g class="tl-drawing__grid" fill="none" aria-hidden="true">
      <path d={path(3)} stroke={palette.line} stroke-width="0.6" />
      <path d={path(12)} stroke={palette.quiet} stroke-width="0.6" />
    </g>
  );
}

/** The line of the day as at which the chart is true, from one height to another. */
export function AsAtLine(props: {
  scale: TimeScale;
  asAt: PlainDay;
  top: number;
  bottom: number;
  palette: ChartPalette;
}): JSX.Element | null {
  const { scale, asAt, top, bottom, palette } = props;
  if (asAt < scale.from || asAt > scale.to) return null;
  const x = scale.xOf(asAt);
  return (
    <path
      class="tl-drawing__as-at"
      d={`M${x} ${top}V${bottom}`}
      stroke={palette.ink}
      stroke-width="1.4"
      fill="none"
    />
  );
}

/** The words of that day, on a small flag that stays within the scale. */
export function AsAtFlag(props: {
  scale: TimeScale;
  asAt: PlainDay;
  y: number;
  palette: ChartPalette;
}): JSX.Element | null {
  const { scale, asAt, y, palette } = props;
  if (asAt < scale.from || asAt > scale.to) return null;
  const words = `As at ${formatDay(asAt)}`;
  const width = Math.round(textWidth(words, 11)) + 10;
  const left = Math.max(scale.left, Math.min(scale.xOf(asAt) - 1, scale.right - width));
  return (
    <g class="tl-drawing__as-at" aria-hidden="true">
      <rect x={left} y={y} width={width} height="16" fill={palette.ink} />
      <text x={left + 5} y={y + 12} font-size="11" fill={palette.paper}>
        {words}
      </text>
    </g>
  );
}

/** The day after a day that belongs to a span: where its end is drawn. */
export function endOf(day: PlainDay): PlainDay {
  return addDays(day, 1);
}
