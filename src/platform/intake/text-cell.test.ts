import { describe, expect, it } from 'vitest';
import type { Part } from './source-document.ts';
import { readCell } from './text-cell.ts';

const text = (words: string): Part => ({ kind: 'text', text: words });
const bullet = (words: string): Part => ({ kind: 'bullet', text: words });

describe('a cell', () => {
  it.each<[string, readonly Part[]]>([
    ['Plain words', [text('Plain words')]],
    ['  folded \u00A0 white\tspace ', [text('folded white space')]],
    ['<p>One</p> <p>Two</p>', [text('One'), text('Two')]],
    ['<ul style="list-style-type: none"> • One • Two', [bullet('One'), bullet('Two')]],
    ['<ul> Lost bullets One after another', [text('Lost bullets One after another')]],
    ['implemented <ul> • Released', [text('implemented'), bullet('Released')]],
    ['<ul> • One <p>(See 1.2.3)</p>', [bullet('One'), text('(See 1.2.3)')]],
    ['<ul><li>One</li><li>Two</li></ul>', [bullet('One'), bullet('Two')]],
    ['Single <u>panel</u> for <i>all</i>', [text('Single panel for all')]],
    ['Heads &amp; teams &lt; 5', [text('Heads & teams < 5')]],
    ['under <200 cases & more', [text('under <200 cases & more')]],
    ['one<br>two', [text('one'), text('two')]],
    ['<script>alert(1)</script>safe<style>p{}</style>', [text('safe')]],
    ['▪ One ▪ Two', [bullet('One'), bullet('Two')]],
    ['', []],
  ])('%s', (raw, parts) => {
    expect(readCell(raw).parts).toEqual(parts);
  });

  it('keeps the sign of a bullet in its text, as printed', () => {
    expect(readCell('including: <ul> • One • Two').text).toBe('including: • One • Two');
  });

  it('of tags nested without end is still read', () => {
    expect(readCell(`${'<div>'.repeat(20_000)}deep`).text).toBe('deep');
  });
});
