import type { ComponentChildren, JSX } from 'preact';

export interface ChartFigureProps {
  /** The finding, as a sentence. Give the chart the same. */
  readonly title: string;
  /** Where the figures come from, and as at which day. */
  readonly source: string;
  readonly chart: ComponentChildren;
  /** The same figures as a table. Every chart has one. */
  readonly table: ComponentChildren;
  readonly headingLevel?: 2 | 3 | 4;
}

/**
 * A chart on a page: the finding over it, the chart in a frame that scrolls by itself where the screen is narrower (and
 * can be reached by keyboard to do so), its source under it, and its table for whoever prefers to read.
 */
export function ChartFigure(props: ChartFigureProps): JSX.Element {
  const Title = `h${props.headingLevel ?? 2}` as 'h2';
  return (
    <figure class="tl-chart-figure govuk-!-margin-0 govuk-!-margin-bottom-6">
      <figcaption>
        <Title class="tl-chart__finding">{props.title}</Title>
      </figcaption>
      <div class="tl-chart-scroll" tabIndex={0} role="region" aria-label={`Chart: ${props.title}`}>
        {props.chart}
      </div>
      <p class="tl-source">{props.source}</p>
      <details class="govuk-details">
        <summary class="govuk-details__summary">
          <span class="govuk-details__summary-text">Show these figures as a table</span>
        </summary>
        <div class="govuk-details__text">{props.table}</div>
      </details>
    </figure>
  );
}
