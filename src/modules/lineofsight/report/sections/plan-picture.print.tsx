import type { JSX } from 'preact';
import { chartSvg, type ChartSvg } from '../../../../platform/charts/chart-svg.ts';
import { plainPalette } from '../../../../platform/charts/chart-palette.ts';
import { ChartRoot } from '../../../../platform/charts/chart-root.tsx';
import { textWidth } from '../../../../platform/charts/chart-text.ts';
import { StateShape } from '../../../../platform/charts/state-shape.tsx';
import { stateLooks } from '../../../../platform/charts/state-shapes.ts';
import { counted } from '../../../../platform/counted.ts';
import { CALENDAR_STATE_LOOKS, CALENDAR_STATES, type CalendarState } from '../../../improvement/index.ts';
import { listed } from '../material/prose.print.ts';
import { countIn } from '../material/state-words.print.ts';

/** What the picture is drawn from: a strip for each priority. */
export interface PicturedPriority {
  readonly number: number;
  readonly title: string;
  /** Of its actions, in the plan's order. */
  readonly states: readonly CalendarState[];
}

interface Strip {
  readonly name: string;
  readonly states: readonly CalendarState[];
}

/** Drawn at this width a phone can still show it, and a page of A4 gives it three quarters of its measure. */
const WIDTH = 480;
const NAMES = 66;
const KEY = 30;
const PITCH = 17;
const SHAPE = 14;
const LINE = 20;
const GAP = 8;
const PER_LINE = Math.floor((WIDTH - NAMES) / PITCH);

/** More shapes than this under one priority are a wall, not a picture: lengths are drawn instead. */
const DRAWN_ONE_BY_ONE = 96;

/** More strips than this do not fit a page: the whole plan is then drawn as one. */
const STRIPS = 16;

/** The plan as strips: a shape for every action, or lengths where there are too many. */
export function planPicture(title: string, priorities: readonly PicturedPriority[]): ChartSvg {
  const strips: readonly Strip[] =
    priorities.length > STRIPS
      ? [{ name: 'All', states: priorities.flatMap(({ states }) => states) }]
      : priorities.map(({ number, states }) => ({ name: `Priority ${number}`, states }));
  const most = Math.max(1, ...strips.map(({ states }) => states.length));
  const oneByOne = most <= DRAWN_ONE_BY_ONE;
  const linesOf = (n: number) => (oneByOne ? Math.max(1, Math.ceil(n / PER_LINE)) : 1);
  let bottom = KEY;
  const placed = strips.map((strip) => {
    const top = bottom;
    bottom += linesOf(strip.states.length) * LINE + GAP;
    return { ...strip, top };
  });
  const used = CALENDAR_STATES.filter((state) => priorities.some(({ states }) => states.includes(state)));
  return chartSvg(
    ChartRoot({
      chart: { id: 'plan-picture', title, description: planPictureInWords(priorities) },
      palette: plainPalette,
      width: WIDTH,
      height: bottom - GAP,
      kind: 'plan-picture',
      linked: false,
      children: (
        <>
          <Key states={used} />
          {placed.map(({ name, states, top }) => (
            <>
              <text x="0" y={top + 11} font-weight="600">
                {name}
              </text>
              {oneByOne ? (
                <Shapes states={states} top={top} />
              ) : (
                <Lengths states={states} most={most} top={top} />
              )}
            </>
          ))}
        </>
      ),
    }),
  );
}

/** The same in words: how many actions of each priority are in each state. */
export function planPictureInWords(priorities: readonly PicturedPriority[]): string {
  if (priorities.length > STRIPS)
    return `The whole plan: ${statesInWords(priorities.flatMap(({ states }) => states))}.`;
  return priorities
    .map(({ number, title, states }) => `Priority ${number}, ${title}: ${statesInWords(states)}.`)
    .join(' ');
}

function statesInWords(states: readonly CalendarState[]): string {
  const counts = CALENDAR_STATES.filter((state) => states.includes(state)).map(
    (state) => `${countIn(states, state)} ${CALENDAR_STATE_LOOKS[state].words.toLowerCase()}`,
  );
  return `${counted(states.length, 'action')}${counts.length === 0 ? '' : `, of which ${listed(counts).join('')}`}`;
}

function Shapes({ states, top }: { states: readonly CalendarState[]; top: number }): JSX.Element {
  return (
    <>
      {states.map((state, index) => (
        <StateShape
          state={CALENDAR_STATE_LOOKS[state].state}
          x={NAMES + SHAPE / 2 + (index % PER_LINE) * PITCH}
          y={top + SHAPE / 2 + Math.floor(index / PER_LINE) * LINE}
          size={SHAPE}
        />
      ))}
    </>
  );
}

/** A bar as long as the priority has actions, cut by state; each part has its shape and number where there is room. */
function Lengths(props: { states: readonly CalendarState[]; most: number; top: number }): JSX.Element {
  const { states, most, top } = props;
  let from = NAMES;
  return (
    <>
      {CALENDAR_STATES.map((state) => {
        const n = countIn(states, state);
        const width = (n / most) * (WIDTH - NAMES - 1);
        const x = rounded(from + 0.5);
        from += width;
        if (n === 0) return null;
        const look = CALENDAR_STATE_LOOKS[state].state;
        const number = n.toLocaleString('en-GB');
        return (
          <>
            <rect
              x={x}
              y={top}
              width={rounded(Math.max(1, width - 2))}
              height={SHAPE + 1}
              fill={plainPalette.band}
              stroke={stateLooks[look].colour}
            />
            {width > textWidth(number, 11) + 26 && (
              <>
                <StateShape state={look} x={x + 10} y={top + 7.5} size={9} paper={plainPalette.band} />
                <text x={x + 18} y={top + 11.5} font-size="11">
                  {number}
                </text>
              </>
            )}
          </>
        );
      })}
    </>
  );
}

function Key({ states }: { states: readonly CalendarState[] }): JSX.Element {
  let x = 0;
  return (
    <>
      {states.map((state) => {
        const { state: look, words } = CALENDAR_STATE_LOOKS[state];
        const from = rounded(x);
        x += 15 + textWidth(words, 12) + 14;
        return (
          <>
            <StateShape state={look} x={from + 5} y={8} size={10} />
            <text x={from + 15} y={12} fill={plainPalette.quiet}>
              {words}
            </text>
          </>
        );
      })}
    </>
  );
}

function rounded(n: number): number {
  return Math.round(n * 10) / 10;
}
