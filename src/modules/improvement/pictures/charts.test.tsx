import { h, type JSX } from 'preact';
import { describe, expect, it } from 'vitest';
import { plainDay } from '../../../platform/time/plain-day.ts';
import { chartSvg } from '../../../platform/charts/chart-svg.ts';
import { CoverageMatrixChart } from './coverage-matrix-chart.view.tsx';
import { RoadmapChart } from './roadmap-chart.view.tsx';

const hostile = '<script>alert(1)</script> "quoted" & \u202E 😀 ' + 'x'.repeat(300);
const named = { id: 'chart', title: 'Three actions are late', description: 'One line for each action' };
const asAt = plainDay(2011, 5, 12);

const roadmap = (width: number): JSX.Element =>
  h(RoadmapChart, {
    ...named,
    width,
    asAt,
    lanes: [
      {
        label: '2 Front-line practice',
        rows: [
          {
            ref: '2.1.3',
            label: 'Recruit team managers',
            href: '/actions/2-1-3',
            state: 'late',
            spans: [
              { start: '2011-03-01', end: '2011-04' },
              { start: null, end: '2011-09-30', review: true },
            ],
          },
          { ref: '2.1.4', label: hostile, spans: [{ start: '2011-06', end: null }] },
          { ref: '2.1.5', label: 'Nothing is known', spans: [{ start: null, end: null }] },
        ],
      },
    ],
  });

const matrix = (width: number): JSX.Element =>
  h(CoverageMatrixChart, {
    ...named,
    width,
    groups: [
      {
        label: 'Notice',
        rows: [
          { ref: 'IN 1', label: 'Reduce unallocated cases', href: '/requirements/in-1', total: 3 },
          { ref: 'IN 2', label: hostile, total: 0 },
          { ref: 'IN 3', label: 'Keep it so', total: 1 },
        ],
      },
    ],
    columns: [
      { ref: '1.1', label: 'Leaders lead', group: '1', href: '/outcomes/1-1' },
      { ref: '2.1', label: hostile, group: '2' },
    ],
    cells: [
      { row: 'IN 1', column: '1.1', count: 3, href: '/actions?requirement=in-1' },
      { row: 'IN 3', column: '2.1', count: 1 },
    ],
  });

describe.each<[string, JSX.Element]>([
  ['roadmap', roadmap(1100)],
  ['roadmap on a phone', roadmap(340)],
  ['coverage matrix', matrix(1100)],
  ['coverage matrix on a phone', matrix(340)],
])('%s', (_, chart) => {
  const svg = chartSvg(chart);

  it('is named and described', () => {
    expect(svg).toMatch(/^<svg [^>]*role="(?:img|group)" aria-labelledby="(\S+)-title \1-desc"/);
    expect(svg).toMatch(/<title id="\S+-title">[^<]+<\/title><desc id="\S+-desc">[^<]+<\/desc>/);
  });
  it('carries its colours as attributes, and no style or script', () => {
    expect(svg).toMatch(/fill="#[0-9a-f]{6}"/);
    expect(svg).not.toMatch(/\sstyle=|<style|<script|\son[a-z]+=/);
  });
  it('places everything at numbers, within a drawing of positive size', () => {
    expect(svg).not.toMatch(/NaN|Infinity|undefined/);
    expect(svg).not.toMatch(/(?:width|height|\sr)="-/);
  });
});

describe('roadmap', () => {
  const svg = chartSvg(roadmap(1100));
  it('says a whole row to whoever hears it, and leads to the action', () => {
    expect(svg).toContain(
      '<a href="/actions/2-1-3" class="tl-drawing__link" aria-label="2.1.3 Recruit team managers. Late. ' +
        '1 March 2011 to April 2011; by 30 September 2011, review."',
    );
  });
  it('says so where there is no date, and names the as-at day', () => {
    expect(svg).toContain('>no date</text>');
    expect(svg).toContain('>As at 12 May 2011</text>');
  });
  it('draws a plan without any rows', () => {
    expect(chartSvg(h(RoadmapChart, { ...named, asAt, lanes: [] }))).toContain('<svg');
  });
});

describe('coverage matrix', () => {
  const svg = chartSvg(matrix(1100));
  it('shouts where nothing carries a requirement, and marks what hangs by one', () => {
    expect(svg.match(/>no action<\/text>/g)).toHaveLength(1);
    expect(svg.match(/>one action<\/text>/g)).toHaveLength(1);
    expect(svg).toContain('aria-label="IN 1 and 1.1: 3 actions"');
  });
  it('grows, to be scrolled, rather than let 129 columns run together', () => {
    const columns = Array.from({ length: 129 }, (_, index) => ({ ref: `${index}`, label: '', group: '1' }));
    const wide = chartSvg(h(CoverageMatrixChart, { ...named, width: 340, groups: [], columns, cells: [] }));
    expect(Number(/width="(\d+)"/.exec(wide)?.[1])).toBeGreaterThan(129 * 9);
  });
});

describe('chartSvg', () => {
  it('takes a chart and nothing else', () => {
    expect(() => chartSvg(h('p', null, 'words'))).toThrow(RangeError);
  });
});
