import type { JSX } from 'preact';
import { plainPalette, type ChartPalette } from '../../../platform/charts/chart-palette.ts';
import { ChartLink, ChartRoot, FocusArea, Hatch } from '../../../platform/charts/chart-root.tsx';
import { counted } from '../../../platform/counted.ts';
import { fitText, textWidth } from '../../../platform/charts/chart-text.ts';
import type { CoverageMatrixChartProps, MatrixCell } from './coverage-matrix-data.shape.ts';
import { layOutMatrix, type MatrixLayout, type PlacedRow } from './coverage-matrix-layout.rule.ts';

/**
 * Which requirements are carried by which outcomes or actions: a disc for every meeting of the two, its size and
 * number the count of actions. A requirement that nothing carries is a struck-out row with the words "no action"; one
 * that hangs by a single action is marked by a thread with one bead and "one action". The columns are named again at
 * the head of each group.
 */
export function CoverageMatrixChart(props: CoverageMatrixChartProps): JSX.Element {
  const palette = props.palette ?? plainPalette;
  const layout = layOutMatrix(props);
  const counting = props.counting ?? 'action';
  const cells = new Map<string, MatrixCell>(props.cells.map((cell) => [`${cell.row}\n${cell.column}`, cell]));
  return (
    <ChartRoot
      chart={props}
      palette={palette}
      width={layout.width}
      height={layout.height}
      kind="coverage"
      linked
    >
      <defs>
        <Hatch name={`${props.id}-gap`} colour={palette.alarm} paper={palette.paper} />
      </defs>
      {layout.groups.map((group) => (
        <g class="tl-drawing__lane">
          <rect x="0" y={group.top} width={layout.width} height={layout.headHeight} fill={palette.band} />
          <text x="8" y={group.top + layout.headHeight - 9} font-weight="700" font-size="14">
            {fitText(group.label, (layout.labelWidth - 16) / 1.08, 14)}
          </text>
          <ColumnHeads layout={layout} top={group.top} palette={palette} />
          <GroupLines
            layout={layout}
            top={group.top + layout.headHeight}
            bottom={group.bottom}
            palette={palette}
          />
          {group.rows.map((placed) => (
            <Row
              placed={placed}
              layout={layout}
              palette={palette}
              id={props.id}
              counting={counting}
              cells={cells}
            />
          ))}
        </g>
      ))}
    </ChartRoot>
  );
}

function ColumnHeads(props: { layout: MatrixLayout; top: number; palette: ChartPalette }): JSX.Element {
  const { layout, top, palette } = props;
  const bottom = top + layout.headHeight - 7;
  return (
    <g fill={palette.quiet} font-size={layout.headSize}>
      {layout.columns.map(({ column, x }) => (
        <ChartLink href={column.href} label={`${column.ref} ${column.label}`}>
          <title>{`${column.ref} ${column.label}`}</title>
          <FocusArea x={x} y={top + 1} width={layout.pitch} height={layout.headHeight - 3} />
          {layout.upright ? (
            <text transform={`translate(${x + layout.pitch / 2 + 3.5} ${bottom}) rotate(-90)`}>
              {column.ref}
            </text>
          ) : (
            <text x={x + layout.pitch / 2} y={bottom} text-anchor="middle">
              {column.ref}
            </text>
          )}
        </ChartLink>
      ))}
    </g>
  );
}

function GroupLines(props: {
  layout: MatrixLayout;
  top: number;
  bottom: number;
  palette: ChartPalette;
}): JSX.Element {
  const { layout, top, bottom, palette } = props;
  const line = (x: number): string => `M${x} ${top}V${bottom}`;
  const middles = layout.columns.map(({ x }) => line(x + layout.pitch / 2)).join('');
  return (
    <g fill="none" aria-hidden="true">
      <path d={middles} stroke={palette.line} stroke-width="0.5" stroke-dasharray="1 3" />
      <path d={layout.groupStarts.map(line).join('')} stroke={palette.quiet} stroke-width="0.7" />
    </g>
  );
}

interface RowProps {
  readonly placed: PlacedRow;
  readonly layout: MatrixLayout;
  readonly palette: ChartPalette;
  readonly id: string;
  readonly counting: string;
  readonly cells: ReadonlyMap<string, MatrixCell>;
}

function Row({ placed, layout, palette, id, counting, cells }: RowProps): JSX.Element {
  const { row, y } = placed;
  const { rowHeight, labelWidth, refWidth, marginAt, width } = layout;
  const middle = y + rowHeight / 2;
  const none = row.total === 0;
  return (
    <g>
      <ChartLink href={row.href} label={`${row.ref} ${row.label}: ${verdict(row.total, counting)}`}>
        <title>{row.label}</title>
        <FocusArea x={1} y={y} width={labelWidth - 4} height={rowHeight} />
        <text x="8" y={middle + 4} font-weight="600" fill={none ? palette.alarm : palette.ink}>
          {row.ref}
        </text>
        <text x={8 + refWidth} y={middle + 4}>
          {fitText(row.label, labelWidth - refWidth - 18, 12)}
        </text>
      </ChartLink>
      <path d={`M0 ${y + rowHeight}H${width}`} stroke={palette.line} stroke-width="0.5" />
      {none && <Gap layout={layout} y={y} id={id} palette={palette} words={`no ${counting}`} />}
      {layout.columns.map(({ column, x }) => {
        const cell = cells.get(`${row.ref}\n${column.ref}`);
        return cell === undefined || cell.count === 0 ? null : (
          <Disc
            cell={cell}
            x={x + layout.pitch / 2}
            y={middle}
            layout={layout}
            counting={counting}
            palette={palette}
          />
        );
      })}
      <Verdict total={row.total} x={marginAt} y={middle} counting={counting} palette={palette} />
    </g>
  );
}

/** An empty row, which shouts: hatched from end to end with its words upon it. */
function Gap(props: {
  layout: MatrixLayout;
  y: number;
  id: string;
  palette: ChartPalette;
  words: string;
}): JSX.Element {
  const { layout, y, id, palette, words } = props;
  const [left, right] = [layout.labelWidth, layout.marginAt - 6];
  const room = textWidth(words, 12, 'bold') + 14;
  const middle = (left + right) / 2;
  return (
    <g class="tl-drawing__gap">
      <rect
        x={left}
        y={y + 4}
        width={right - left}
        height={layout.rowHeight - 8}
        fill={`url(#${id}-gap)`}
        stroke={palette.alarm}
      />
      <rect x={middle - room / 2} y={y + 1} width={room} height={layout.rowHeight - 2} fill={palette.paper} />
      <text
        x={middle}
        y={y + layout.rowHeight / 2 + 4}
        text-anchor="middle"
        font-weight="700"
        fill={palette.alarm}
      >
        {words}
      </text>
    </g>
  );
}

function Disc(props: {
  cell: MatrixCell;
  x: number;
  y: number;
  layout: MatrixLayout;
  counting: string;
  palette: ChartPalette;
}): JSX.Element {
  const { cell, x, y, layout, counting, palette } = props;
  const most = Math.min(layout.pitch, layout.rowHeight) / 2 - 0.5;
  const radius = Math.round(Math.min(most, 5.5 + 1.5 * Math.sqrt(cell.count)) * 10) / 10;
  const numbered = layout.pitch >= 16;
  return (
    <ChartLink href={cell.href} label={`${cell.row} and ${cell.column}: ${counted(cell.count, counting)}`}>
      <FocusArea
        x={x - layout.pitch / 2}
        y={y - layout.rowHeight / 2}
        width={layout.pitch}
        height={layout.rowHeight}
      />
      <circle cx={x} cy={y} r={numbered ? radius : Math.min(4, most)} fill={palette.accent} />
      {numbered && (
        <text x={x} y={y + 3.6} text-anchor="middle" font-size="10" font-weight="700" fill={palette.paper}>
          {cell.count}
        </text>
      )}
    </ChartLink>
  );
}

/** What the row comes to, at its right end. */
function Verdict(props: {
  total: number;
  x: number;
  y: number;
  counting: string;
  palette: ChartPalette;
}): JSX.Element {
  const { total, x, y, counting, palette } = props;
  if (total === 1) {
    return (
      <g class="tl-drawing__single">
        <path d={`M${x - 2} ${y}H${x + 14}`} stroke={palette.ink} stroke-width="1.4" />
        <circle cx={x + 6} cy={y} r="3.6" fill={palette.ink} />
        <text x={x + 18} y={y + 4} font-weight="700">
          one {counting}
        </text>
      </g>
    );
  }
  return (
    <text
      x={x + 18}
      y={y + 4}
      fill={total === 0 ? palette.alarm : palette.quiet}
      font-weight={total === 0 ? '700' : '400'}
    >
      {total === 0 ? 'none' : total}
    </text>
  );
}

function verdict(total: number, counting: string): string {
  if (total === 0) return `no ${counting}`;
  return total === 1 ? `one ${counting} only` : counted(total, counting);
}
