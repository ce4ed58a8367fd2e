import { renderToString } from 'preact-render-to-string';
import { describe, expect, it } from 'vitest';
import { PrintedPaper } from './print-html.tsx';
import { samplePaper } from './sample-paper.ts';

const html = renderToString(<PrintedPaper document={samplePaper()} />);

describe('a paper as part of a page', () => {
  it('has one h1, and sections below it without a gap', () => {
    const levels = [...html.matchAll(/<h([1-6])/g)].map((match) => Number(match[1]));
    expect(levels).toEqual([1, 2, 2, 2, 2, 3, 2]);
  });
  it('leads from its contents to its headings', () => {
    const anchors = [...html.matchAll(/<a class="govuk-link" href="#([^"]+)"/g)].map((match) => match[1]);
    expect(anchors).toContain('exceptions');
    for (const anchor of anchors) expect(html).toContain(`id="${anchor}"`);
  });
  it('keeps links within the site as paths', () => {
    expect(html).toContain('<a class="govuk-link tl-ref" href="/requirements/in-3">IN 3</a>');
  });
  it('heads the columns and the rows of a table', () => {
    expect(html.match(/<th scope="col"/g)).toHaveLength(4);
    expect(html.match(/<th scope="row"/g)).toHaveLength(8);
    expect(html).toContain('govuk-table__cell--numeric');
  });
  it('uses no inline style or script, which the page does not allow', () => {
    expect(html).not.toMatch(/\sstyle=|<script|\son\w+=/);
  });
  it('prints what people type as text and drops links that run scripts', () => {
    const hostile = renderToString(
      <PrintedPaper
        document={samplePaper([
          {
            kind: 'paragraph',
            text: [
              '<img src=x onerror=alert(1)>',
              { kind: 'link', href: 'javascript:alert(1)', text: 'press' },
              { kind: 'link', href: '//elsewhere.example/', text: 'other host' },
              { kind: 'reference', href: '/\\elsewhere.example', text: 'IN 1' },
            ],
          },
        ])}
      />,
    );
    expect(hostile).toContain('&lt;img src=x onerror=alert(1)>press');
    expect(hostile).not.toMatch(/href="javascript|href="\/[/\\]/);
  });
});
