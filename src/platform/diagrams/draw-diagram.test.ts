import * as fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { rounds } from '../../../test/support/rounds.ts';
import type { Diagram, DiagramNode } from './diagram.ts';
import { openDrawer } from './draw-diagram.ts';

const drawer = openDrawer();
afterAll(() => drawer.close());

function twoBodies(node: Partial<DiagramNode> = {}): Diagram {
  return {
    title: 'Two bodies',
    alt: 'A panel reports to a council.',
    nodes: [
      { id: 'panel', text: 'Scrutiny Panel', shape: 'round-box', href: '/bodies/panel', ...node },
      { id: 'council', text: 'Loamshire County Council', shape: 'hall' },
    ],
    edges: [{ from: 'panel', to: 'council', text: 'reports to', stroke: 'plain', head: 'arrow' }],
  };
}

describe('drawing a diagram', () => {
  it('draws names, lines and links, with no style that the policy of a page forbids', async () => {
    const { svg, width, height } = await drawer.draw(twoBodies());
    expect(svg).toMatch(/^<svg xmlns/);
    expect(svg).toContain('Scrutiny Panel');
    expect(svg).toContain('reports to');
    expect(svg).toContain('href="/bodies/panel"');
    expect(svg).toContain('aria-label="Two bodies. A panel reports to a council."');
    expect(svg).not.toMatch(/ style=|<script|<style|xlink|<!--/);
    expect(width).toBeGreaterThan(80);
    expect(height).toBeGreaterThan(80);
  });

  it('draws the same diagram once', async () => {
    const [one, again] = await Promise.all([drawer.draw(twoBodies()), drawer.draw(twoBodies())]);
    expect(again).toBe(one);
    const other = await drawer.draw(twoBodies({ text: 'Audit Panel' }));
    expect(other.svg).toContain('Audit Panel');
  });

  it('gives a PNG', async () => {
    const png = await drawer.drawPng(twoBodies());
    expect(Buffer.from(png.subarray(0, 8)).toString('latin1')).toBe('\u0089PNG\r\n\u001A\n');
  });

  it('never lets what people typed become markup or another part of the drawing', async () => {
    const hostile = fc.oneof(
      fc.string({ maxLength: 40, unit: 'binary' }),
      fc.constantFrom(
        '"]; evil [label="x',
        String.raw`\N \G \" ]`,
        '<script>alert(1)</script>',
        '&lt;b&gt; &amp; &#x41;',
        '</title><a href="javascript:alert(1)">x</a>',
      ),
    );
    await fc.assert(
      fc.asyncProperty(hostile, async (text) => {
        const { svg } = await drawer.draw(twoBodies({ text, small: text }));
        expect(svg).not.toMatch(/<script|javascript:.*"[^>]*>x|<!--/i);
        expect(svg.match(/<g class="node">/g)?.length).toBe(2);
        expect(svg.match(/<a /g)?.length).toBe(1);
      }),
      { numRuns: rounds(60) },
    );
  });
});
