import { renderToString } from 'preact-render-to-string';
import { PrintedPaper } from '../../../platform/print/print-html.tsx';
import type { ReportMaterial } from './material/material.shape.ts';
import { planReport, type ReportWishes } from './plan-report.print.ts';

/**
 * A report as one HTML file that needs nothing beside it: to send, or to put where a site has no Throughline. Its
 * references lead within the file.
 */
export function standaloneReport(material: ReportMaterial, wishes: Omit<ReportWishes, 'edition'>): string {
  const report = planReport(material, { ...wishes, edition: 'paper' });
  const page = renderToString(
    <html lang={report.language}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{`${report.cover.subject} – ${report.cover.council}`}</title>
        {/* Ours, and nothing of anybody else's in it. */}
        <style dangerouslySetInnerHTML={{ __html: STYLE }} />
      </head>
      <body>
        <main>
          <PrintedPaper document={report} />
        </main>
      </body>
    </html>,
  );
  return `<!doctype html>\n${page}\n`;
}

const STYLE = `
body { margin: 0; color: #16191b; background: #fff; font: 1.0625rem/1.5 'Atkinson Hyperlegible Next', arial, sans-serif; }
main { max-width: 60rem; margin: 0 auto; padding: 2rem 1rem 4rem; }
h1, h2, h3, h4 { color: #12504b; line-height: 1.25; margin: 1.6em 0 0.6em; }
h1 { margin-top: 0.2em; }
a { color: #0b4f8a; }
p, li { max-width: 44rem; }
dl { border-block: 2px solid #12504b; padding: 0.75rem 0; }
dl > div { display: flex; flex-wrap: wrap; gap: 0 1rem; padding: 0.2rem 0; }
dt { width: 9rem; font-weight: 700; }
dd { margin: 0; flex: 1 1 18rem; }
nav ol { list-style: none; padding: 0; }
nav li[class] { margin-left: 1.5rem; }
[role='region'] { overflow-x: auto; margin-bottom: 1.5rem; }
table { width: 100%; min-width: 36rem; border-collapse: collapse; font-size: 0.9375rem; line-height: 1.35; font-variant-numeric: tabular-nums; }
caption { text-align: left; font-weight: 700; padding: 0.75rem 0 0.4rem; }
th, td { text-align: left; vertical-align: top; padding: 0.4rem 0.75rem 0.4rem 0; border-bottom: 1px solid #8a9297; }
thead th { vertical-align: bottom; border-bottom: 2px solid #12504b; }
[class*='--numeric'] { text-align: right; }
td ul { margin: 0; padding-left: 1.1rem; }
figure { margin: 1.5rem 0; }
figcaption { font-weight: 700; margin-bottom: 0.5rem; }
svg { max-width: 100%; height: auto; vertical-align: -0.1em; }
[class*='inset'] { border-left: 4px solid #12504b; padding: 0.5rem 1rem; }
@media print {
  body { font-size: 10pt; }
  a { color: inherit; text-decoration: none; }
  h1, h2, h3, h4, caption { break-after: avoid; }
  tr, figure { break-inside: avoid; }
  thead { display: table-header-group; }
}
`;
