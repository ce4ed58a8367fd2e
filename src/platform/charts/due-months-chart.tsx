import { scaleBand, scaleLinear } from 'd3-scale';
import type { JSX } from 'preact';
import { formatDay, formatMonth, monthNames, monthOf, type PlainDay } from '../time/plain-day.ts';
import { plainPalette, type ChartPalette } from './chart-palette.ts';
import { ChartLink, ChartRoot, FocusArea, Hatch, type ChartProps } from './chart-root.tsx';
import { counted, textWidth } from './chart-text.ts';

/** What ends in one month. The three counts are of different things and add up to what ends in it. */
export interface DueMonth {
  /** ISO month: `2011-05`. */
  readonly month: string;
  readonly completed: number;
  /** Past its day and not completed. */
  readonly late: number;
  /** Still to come, or its day not yet past. */
  readonly toCome: number;
  readonly href?: string;
}

export interface DueMonthsChartProps extends ChartProps {
  /** In order, months without anything among them. */
  readonly months: readonly DueMonth[];
  readonly asAt: PlainDay;
  /** `milestone` unless said. */
  readonly counting?: string;
  readonly width?: number;
}

const top = 60;
const plotHeight = 180;
const axisHeight = 50;

/**
 * How much ends in each month: a column a month from a zero line, late in solid under a square, completed hatched,
 * to come in outline. The numbers stand on the columns, and a line marks the as-at month.
 */
export function DueMonthsChart(props: DueMonthsChartProps): JSX.Element {
  const palette = props.palette ?? plainPalette;
  const width = props.width ?? 900;
  const bands = scaleBand(
    props.months.map(({ month }) => month),
    [8, width - 8],
  ).padding(0.18);
  const heights = scaleLinear([0, Math.max(1, ...props.months.map(totalOf))], [0, plotHeight]);
  const base = top + plotHeight;
  const asAtX = bands(monthOf(props.asAt));
  return (
    <ChartRoot
      chart={props}
      palette={palette}
      width={width}
      height={base + axisHeight}
      kind="due-months"
      linked
    >
      <defs>
        <Hatch name={`${props.id}-done`} colour={palette.quiet} paper={palette.paper} />
      </defs>
      <Key palette={palette} hatch={`url(#${props.id}-done)`} />
      {props.months.map((month, index) => (
        <MonthColumn
          month={month}
          x={bands(month.month) ?? 0}
          width={bands.bandwidth()}
          base={base}
          heightOf={heights}
          palette={palette}
          hatch={`url(#${props.id}-done)`}
          counting={props.counting ?? 'milestone'}
          letters={bands.bandwidth() >= 19 ? 3 : 1}
          withYear={index === 0 || month.month.endsWith('-01')}
        />
      ))}
      <path d={`M0 ${base}H${width}`} stroke={palette.ink} stroke-width="1.2" fill="none" />
      {asAtX !== undefined && (
        <AsAtMonth
          asAt={props.asAt}
          x={asAtX}
          width={bands.bandwidth()}
          base={base}
          right={width}
          palette={palette}
        />
      )}
    </ChartRoot>
  );
}

interface MonthColumnProps {
  readonly month: DueMonth;
  readonly x: number;
  readonly width: number;
  readonly base: number;
  readonly heightOf: (count: number) => number;
  readonly palette: ChartPalette;
  readonly hatch: string;
  readonly counting: string;
  /** How many letters of the month's name fit. */
  readonly letters: 1 | 3;
  readonly withYear: boolean;
}

function MonthColumn(props: MonthColumnProps): JSX.Element {
  const { month, x, width, base, heightOf, palette, hatch } = props;
  const middle = x + width / 2;
  const [late, done, toCome] = [month.late, month.completed, month.toCome].map(heightOf) as [
    number,
    number,
    number,
  ];
  const total = totalOf(month);
  const crown = base - late - done - toCome;
  return (
    <ChartLink href={month.href} label={spoken(month, props.counting)}>
      <title>{spoken(month, props.counting)}</title>
      <FocusArea x={x - 1} y={crown - 20} width={width + 2} height={base - crown + 52} />
      <rect x={x} y={base - late} width={width} height={late} fill={palette.alarm} />
      <rect
        x={x}
        y={base - late - done}
        width={width}
        height={done}
        fill={hatch}
        stroke={palette.quiet}
        stroke-width="0.8"
      />
      <rect
        x={x}
        y={crown}
        width={width}
        height={toCome}
        fill={palette.band}
        stroke={palette.quiet}
        stroke-width="0.8"
      />
      {late >= 15 && (
        <text
          x={middle}
          y={base - late + 12}
          text-anchor="middle"
          font-size="11"
          font-weight="700"
          fill={palette.paper}
        >
          {month.late}
        </text>
      )}
      {total > 0 && (
        <text x={middle} y={crown - 5} text-anchor="middle" font-weight="700">
          {total}
        </text>
      )}
      <text x={middle} y={base + 15} text-anchor="middle" font-size="11" fill={palette.quiet}>
        {(monthNames[Number(month.month.slice(5)) - 1] ?? '').slice(0, props.letters)}
      </text>
      {props.withYear && (
        <text x={x} y={base + 43} font-size="11" font-weight="700" fill={palette.quiet}>
          {month.month.slice(0, 4)}
        </text>
      )}
      {month.late > 0 && <rect x={middle - 4} y={base + 20} width="8" height="8" fill={palette.alarm} />}
    </ChartLink>
  );
}

function AsAtMonth(props: {
  asAt: PlainDay;
  x: number;
  width: number;
  base: number;
  right: number;
  palette: ChartPalette;
}): JSX.Element {
  const { asAt, x, width, base, right, palette } = props;
  const words = `As at ${formatDay(asAt)}`;
  const room = Math.round(textWidth(words, 11)) + 10;
  const left = Math.min(x, right - room);
  return (
    <g class="tl-drawing__as-at" aria-hidden="true">
      <rect x={left} y="22" width={room} height="16" fill={palette.ink} />
      <text x={left + 5} y="34" font-size="11" fill={palette.paper}>
        {words}
      </text>
      <path
        d={`M${x} 38V${base + 18}M${x + width} ${base}V${base + 18}M${x} ${base + 18}H${x + width}`}
        stroke={palette.ink}
        stroke-width="1.2"
        fill="none"
      />
    </g>
  );
}

function Key({ palette, hatch }: { palette: ChartPalette; hatch: string }): JSX.Element {
  const entries = [
    ['late', palette.alarm, palette.alarm],
    ['completed', hatch, palette.quiet],
    ['to come', palette.band, palette.quiet],
  ] as const;
  return (
    <g class="tl-drawing__key" aria-hidden="true" fill={palette.quiet} font-size="11">
      {entries.map(([words, fill, stroke], index) => (
        <g>
          <rect
            x={8 + index * 92}
            y="4"
            width="14"
            height="12"
            fill={fill}
            stroke={stroke}
            stroke-width="0.8"
          />
          <text x={28 + index * 92} y="14">
            {words}
          </text>
        </g>
      ))}
    </g>
  );
}

function totalOf({ late, completed, toCome }: DueMonth): number {
  return late + completed + toCome;
}

/** `May 2011: 31 milestones, 5 late, 4 completed` */
function spoken(month: DueMonth, counting: string): string {
  const parts = [
    counted(totalOf(month), counting),
    ...(month.late > 0 ? [`${month.late} late`] : []),
    ...(month.completed > 0 ? [`${month.completed} completed`] : []),
  ];
  return `${formatMonth(month.month)}: ${parts.join(', ')}`;
}
