import type { JSX } from 'preact';
import { type StopKind, StopShape } from './stop-shape.tsx';

export type { StopKind } from './stop-shape.tsx';

/** A stop on the line of sight. */
export interface Stop {
  kind: StopKind;
  /** What stands here: "requirements", "IN 3", "No measure". */
  label: string;
  /** How many there are, where the stop is of several. */
  count?: number | undefined;
  href?: string | undefined;
  /** The page's own place. */
  current?: boolean | undefined;
  /** How the line is broken after this stop, in words: "28 without a measure". Left out where it holds. */
  break?: string | undefined;
  /** Where the breaks are listed. */
  breakHref?: string | undefined;
}

/**
 * The mark of the product: one line that carries requirement, action, measure, figure, body, decision and report, with
 * this page's place filled and every break drawn as a gap with its word. A list to those who hear it; upright on a phone.
 */
export function Thread(props: {
  stops: readonly Stop[];
  /** What it is called where it is heard; "Line of sight" unless set. */ label?: string | undefined;
}): JSX.Element {
  return (
    <nav class="tl-thread" aria-label={props.label ?? 'Line of sight'}>
      <ol class="tl-thread__line">
        {props.stops.map((stop, index) => (
          <ThreadStop stop={stop} last={index === props.stops.length - 1} />
        ))}
      </ol>
    </nav>
  );
}

function ThreadStop(props: { stop: Stop; last: boolean }): JSX.Element {
  const { stop, last } = props;
  const words = (
    <>
      {stop.count !== undefined && <span class="tl-thread__count">{stop.count.toLocaleString('en-GB')}</span>}{' '}
      <span class="tl-thread__label">{stop.label}</span>
    </>
  );
  const state = [
    stop.current && 'tl-thread__stop--current',
    stop.break && 'tl-thread__stop--broken',
    last && 'tl-thread__stop--last',
  ];
  return (
    <li
      class={['tl-thread__stop', ...state.filter(Boolean)].join(' ')}
      aria-current={stop.current ? 'true' : undefined}
    >
      <span class="tl-thread__shape">
        <StopShape kind={stop.kind} />
      </span>
      <span class="tl-thread__words">
        {stop.href === undefined || stop.current ? words : <a href={stop.href}>{words}</a>}
      </span>
      <span class="tl-thread__segment">
        {stop.break && (
          <span class="tl-thread__break">
            <span class="govuk-visually-hidden">The line breaks here: </span>
            {stop.breakHref === undefined ? stop.break : <a href={stop.breakHref}>{stop.break}</a>}
          </span>
        )}
      </span>
    </li>
  );
}
