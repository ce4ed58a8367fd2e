import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { buildAssets, STYLES } from './assets.ts';
import { PAPER } from './brand.ts';
import { contrast, parseHex } from './colour.ts';
import { withoutGovukIdentity } from './govuk-stylesheet.ts';
import { smallCss } from './small-css.ts';
import { tabIcon } from './tab-icon.ts';

const assets = buildAssets();
const text = (path: string): string => assets.files.get(path)?.content.toString() ?? '';
const cssFolder = new URL('../../../assets/css/', import.meta.url);

describe('the stylesheet', () => {
  const css = text(assets.stylesheet);

  it('holds nothing that only GOV.UK may use', () => {
    expect(css).toContain('.govuk-button');
    expect(/GDS Transport|url\([^)]*(?:crest|crown|icon|govuk-logotype)/i.exec(css)).toBeNull();
  });

  it('sets every word in our own face, in print too', () => {
    const families = new Set([...css.matchAll(/font-family:([^;}]*)/g)].map(([, family]) => family));
    expect(
      [...families].filter(
        (family) => !family?.includes('Atkinson Hyperlegible Next') && !family?.includes('monospace'),
      ),
    ).toEqual([]);
  });

  it('draws only on files that are served', () => {
    const urls = [...css.matchAll(/url\(['"]?([^'")]*)['"]?\)/g)].map(([, url = '']) => url);
    expect(urls).toHaveLength(4);
    expect(urls.filter((url) => !assets.files.has(url))).toEqual([]);
  });

  it('is made of every file of ours', () => {
    const files = readdirSync(cssFolder).map((file) => file.replace(/\.css$/, ''));
    expect([...files].sort()).toEqual([...STYLES].sort());
  });

  it('weighs little once packed', () => {
    const packed = assets.files.get(assets.stylesheet)?.brotli?.length ?? Number.POSITIVE_INFINITY;
    expect(packed).toBeLessThan(24_000);
  });

  it.each([
    ['--tl-ink', '--tl-paper', 7],
    ['--tl-ink', '--tl-edge', 7],
    ['--tl-ink-quiet', '--tl-paper', 7],
    ['--tl-ink-quiet', '--tl-edge', 7],
    ['--tl-break', '--tl-paper', 7],
    ['--govuk-error-colour', '--tl-paper', 7],
    ['--govuk-success-colour', '--tl-paper', 7],
    ['--tl-rule-strong', '--tl-paper', 3],
    ['--tl-brass', '--tl-paper', 3],
  ])('%s on %s has a contrast of %i to 1', (ink, paper, ratio) => {
    const source = readFileSync(new URL('paper.css', cssFolder), 'utf8');
    const colourOf = (name: string) =>
      parseHex(new RegExp(`${name}: (#[0-9a-f]{6});`).exec(source)?.[1] ?? '') ?? {
        red: 0,
        green: 0,
        blue: 0,
      };
    expect(contrast(colourOf(ink), colourOf(paper))).toBeGreaterThanOrEqual(ratio);
  });

  it('lies on the same paper as the shapes of states', () => {
    expect(readFileSync(new URL('paper.css', cssFolder), 'utf8')).toContain(`--tl-paper: ${PAPER};`);
  });
});

describe('stripping', () => {
  it('stops where something of GOV.UK would be left', () => {
    expect(() => withoutGovukIdentity('.a{font:1em GDS Transport}')).toThrow('still holds "GDS Transport"');
    expect(() => withoutGovukIdentity('.a{background:url(/assets/fonts/x.woff2)}')).toThrow(
      'not ours to use',
    );
  });
});

describe('shortening', () => {
  it.each([
    ['a {\n  color: red;\n}\n', 'a{color: red}'],
    ['/* why */ a::after { content: "a  b"; }', 'a::after{content: "a b"}'],
    ['a { width: calc(1px + 2px); }', 'a{width: calc(1px + 2px)}'],
    [
      '@media (min-width: 1px) and (max-width: 2px) { a:hover b { c: d } }',
      '@media (min-width: 1px) and (max-width: 2px){a:hover b{c: d}}',
    ],
  ])('%j', (css, small) => {
    expect(smallCss(css)).toBe(small);
  });
});

describe('assets', () => {
  it('change their names with their content, and only then', () => {
    const same = buildAssets();
    const other = buildAssets({ brandColour: '#4a1d4f' });
    expect([same.stylesheet, same.brand]).toEqual([assets.stylesheet, assets.brand]);
    expect(other.stylesheet).toBe(assets.stylesheet);
    expect(other.brand).not.toBe(assets.brand);
  });

  it('load the script they build on by its own name', () => {
    const imported = /from\s*'([^']+)'/.exec(text(assets.script))?.[1] ?? '';
    expect(assets.files.has(imported)).toBe(true);
  });

  it('put no setting into the icon but a colour', () => {
    expect(tabIcon('"/><script>')).not.toContain('script');
  });
});
