import type { JSX } from 'preact';
import { renderToString } from 'preact-render-to-string';

declare const chartSvgBrand: unique symbol;

/**
 * A picture as SVG markup that one of our own charts drew. Only `chartSvg` makes one, so whatever takes this type can
 * place it in a page or a PDF unescaped: no person's text can stand here as markup.
 */
export type ChartSvg = string & { readonly [chartSvgBrand]: true };

/** A chart as a string, for places that cannot take a component: the PDF, the Word file, a download. */
export function chartSvg(chart: JSX.Element): ChartSvg {
  const svg = renderToString(chart);
  if (!svg.startsWith('<svg ')) throw new RangeError('Not a chart: the outermost element must be <svg>');
  return svg as ChartSvg;
}
