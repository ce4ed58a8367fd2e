import type { JSX } from 'preact';

/** What can stand on the line, in its fixed order. */
export const stopKinds = [
  'requirement',
  'action',
  'milestone',
  'lead',
  'measure',
  'figure',
  'body',
  'decision',
  'report',
] as const;

export type StopKind = (typeof stopKinds)[number];

/**
 * Each kind's shape in a box of 24 by 24 units. None is a circle, triangle or square, which are the states' own: a
 * late requirement and a requirement must not look alike.
 */
const shapes: Readonly<Record<StopKind, string>> = {
  // A shield: what must be met.
  requirement: 'M12 2.5l8 2.6v6.4c0 4.8-3.3 8.2-8 10-4.7-1.8-8-5.2-8-10V5.1z',
  // An arrow: what is done.
  action: 'M3 7.5h9V3l9.5 9-9.5 9v-4.5H3z',
  // A pennant: a day to reach.
  milestone: 'M5 2.5h2v1.2l13 4.6-13 4.6v8.6H5z',
  // A head and shoulders: who answers for it.
  lead: 'M12 2.5a4.6 4.6 0 0 1 3.1 8c3.6 1.2 5.9 4.6 5.9 9v2H3v-2c0-4.4 2.3-7.8 5.9-9a4.6 4.6 0 0 1 3.1-8z',
  // A rule: what it is measured by.
  measure: 'M2 8h20v8.5h-3v-4h-1.6v4h-3.2v-4h-1.6v4H9.4v-4H7.8v4H4.6v-4H3v4H2z',
  // Bars: what the figures say.
  figure: 'M3 13h4.6v8.5H3zM9.7 8h4.6v13.5H9.7zM16.4 2.5H21v19h-4.6z',
  // A chamber seen from above: who must act.
  body: 'M2 19.5a10 10 0 0 1 20 0h-6a4 4 0 0 0-8 0z',
  // A voting card held up: what was decided.
  decision: 'M5 2.5h14v12H13.2v7h-2.4v-7H5z',
  // A page with its corner turned: what was reported.
  report: 'M5 2.5h9.5L20 8v13.5H5z',
};

/** The shape of one kind of stop. The word always stands beside it. */
export function StopShape(props: { kind: StopKind }): JSX.Element {
  return (
    <svg class={`tl-stop tl-stop--${props.kind}`} viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      <path d={shapes[props.kind]} />
    </svg>
  );
}
