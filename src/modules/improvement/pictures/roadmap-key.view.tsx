import type { JSX } from 'preact';
import type { ChartPalette } from '../../../platform/charts/chart-palette.ts';
import { textWidth } from '../../../platform/charts/chart-text.ts';
import { Diamond } from './roadmap-marks.view.tsx';
import { StateShape } from '../../../platform/charts/state-shape.tsx';

interface KeyEntry {
  readonly words: string;
  readonly draw: (x: number, y: number) => JSX.Element;
}

const lineHeight = 20;
const markWidth = 30;

/** How the marks of a roadmap read, in one line where there is room and more where there is not. */
export function RoadmapKey(props: { width: number; palette: ChartPalette; hatch: string }): JSX.Element {
  const { palette, hatch, width } = props;
  const colour = palette.accent;
  const marks: Readonly<Record<(typeof keyWords)[number], KeyEntry['draw']>> = {
    'from start to end': (x, y) => <rect x={x} y={y - 4.5} width="22" height="9" rx="1.5" fill={colour} />,
    'goes on': (x, y) => (
      <g>
        <rect x={x} y={y - 4.5} width="13" height="9" fill={colour} />
        <path d={`M${x + 12} ${y - 8}l11 8l-11 8Z`} fill={colour} />
      </g>
    ),
    'due by': (x, y) => <Diamond x={x + 15} y={y} fill={colour} stroke={colour} />,
    review: (x, y) => <Diamond x={x + 15} y={y} fill={palette.paper} stroke={colour} />,
    completed: (x, y) => (
      <g>
        <rect x={x} y={y - 4.5} width="17" height="9" fill={hatch} stroke={colour} />
        <StateShape state="complete-unproven" x={x + 18} y={y} size={13} paper={palette.paper} />
      </g>
    ),
  };
  return (
    <g class="tl-drawing__key" aria-hidden="true" fill={palette.quiet}>
      {placed(width).map(({ words, x, y }) => (
        <g>
          {marks[words](x, y)}
          <text x={x + markWidth} y={y + 4} font-size="11">
            {words}
          </text>
        </g>
      ))}
    </g>
  );
}

/** Height the key takes up at a width, with the gap under it. */
export function roadmapKeyHeight(width: number): number {
  return (placed(width).at(-1)?.y ?? 0) + lineHeight;
}

const keyWords = ['from start to end', 'goes on', 'due by', 'review', 'completed'] as const;

function placed(width: number): ReadonlyArray<{ words: (typeof keyWords)[number]; x: number; y: number }> {
  let [x, y] = [8, 12];
  return keyWords.map((words) => {
    const room = markWidth + textWidth(words, 11) + 16;
    if (x + room > width && x > 8) [x, y] = [8, y + lineHeight];
    const at = { words, x: Math.round(x), y };
    x += room;
    return at;
  });
}
