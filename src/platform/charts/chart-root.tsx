import type { ComponentChildren, JSX } from 'preact';
import type { ChartPalette } from './chart-palette.ts';

/** What every chart of ours is given. */
export interface ChartProps {
  /** Letters, digits and hyphens, once on the page: the chart's patterns and labels are named after it. */
  readonly id: string;
  /** The finding, as a sentence: `13 of 129 actions are late`. */
  readonly title: string;
  /** What the chart shows and how to read it, for someone who cannot see it. */
  readonly description: string;
  readonly palette?: ChartPalette;
}

export interface ChartRootProps {
  readonly chart: ChartProps;
  readonly palette: ChartPalette;
  readonly width: number;
  readonly height: number;
  /** Name of the kind of chart, for the style sheet: `roadmap`. */
  readonly kind: string;
  /** Whether parts of it are links; it is then a group to a screen reader, not one picture. */
  readonly linked: boolean;
  readonly children: ComponentChildren;
}

/** The outermost element of a chart: its size, its name, its description, its type and its paper. */
export function ChartRoot({
  chart,
  palette,
  width,
  height,
  kind,
  linked,
  children,
}: ChartRootProps): JSX.Element {
  return (
    <svg
      xmlns="http://www.w3.org/2000/svg"
      class={`tl-drawing tl-drawing--${kind}`}
      viewBox={`0 0 ${width} ${height}`}
      width={width}
      height={height}
      role={linked ? 'group' : 'img'}
      aria-labelledby={`${chart.id}-title ${chart.id}-desc`}
      font-family="Atkinson Hyperlegible Next, sans-serif"
      font-size="12"
      fill={palette.ink}
    >
      <title id={`${chart.id}-title`}>{chart.title}</title>
      <desc id={`${chart.id}-desc`}>{chart.description}</desc>
      {children}
    </svg>
  );
}

/** Diagonal lines in one colour on paper, to tell a surface from a solid one without colour. Fill with `url(#name)`. */
export function Hatch({ name, colour, paper }: { name: string; colour: string; paper: string }): JSX.Element {
  return (
    <pattern id={name} width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
      <rect width="5" height="5" fill={paper} />
      <rect width="2" height="5" fill={colour} />
    </pattern>
  );
}

/**
 * Part of a chart that leads somewhere, or the same part plain where it leads nowhere. The first child should be a
 * `FocusArea`, which the style sheet outlines when the link has the focus.
 */
export function ChartLink(props: {
  readonly href: string | undefined;
  readonly label: string;
  readonly children: ComponentChildren;
}): JSX.Element {
  if (props.href === undefined) return <g>{props.children}</g>;
  return (
    <a href={props.href} class="tl-drawing__link" aria-label={props.label}>
      {props.children}
    </a>
  );
}

/** The surface of a link: takes the pointer, and shows the focus. */
export function FocusArea(props: { x: number; y: number; width: number; height: number }): JSX.Element {
  return <rect class="tl-drawing__focus" {...props} fill="#ffffff" fill-opacity="0" />;
}
