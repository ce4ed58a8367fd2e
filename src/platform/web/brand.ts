import { contrast, mix, parseHex, type Rgb, toHex } from './colour.ts';

/** Contrast that white text needs on the brand colour: WCAG 2.2 success criterion 1.4.3, level AA. */
const ON_BRAND = 4.5;
/** Contrast that text in the brand colour needs on paper: WCAG 2.2 success criterion 1.4.6, level AAA. */
const AS_TEXT = 7;

const WHITE: Rgb = { red: 255, green: 255, blue: 255 };
const BLACK: Rgb = { red: 0, green: 0, blue: 0 };

/** The paper a page is printed on: a warm white. The stylesheet and the shapes of states assume it. */
export const PAPER = '#fbf9f4';
const paper = parseHex(PAPER) ?? WHITE;

/** The colour of a council that has not chosen one. */
export const DEFAULT_BRAND = '#15324f';

export type BrandCheck =
  | { kind: 'ok'; colour: string; ratio: number }
  | { kind: 'too-light'; colour: string; ratio: number; nearest: string }
  | { kind: 'not-a-colour' };

/**
 * Says whether white text can be read on a colour (4.5 to 1 or more), and if not which shade of it is the nearest
 * that white text can be read on.
 * @param hex six hex digits, like #1d3d6f
 */
export function checkBrandColour(hex: string): BrandCheck {
  const colour = parseHex(hex);
  if (colour === null) return { kind: 'not-a-colour' };
  const ratio = contrast(colour, WHITE);
  return ratio >= ON_BRAND
    ? { kind: 'ok', colour: toHex(colour), ratio }
    : { kind: 'too-light', colour: toHex(colour), ratio, nearest: toHex(darkened(colour, WHITE, ON_BRAND)) };
}

/** The sentence for a person who chose a colour, or undefined where it will do. */
export function brandColourProblem(hex: string): string | undefined {
  const check = checkBrandColour(hex);
  if (check.kind === 'ok') return undefined;
  if (check.kind === 'not-a-colour') return 'Enter a colour of six hex digits, like #1d3d6f.';
  const ratio = check.ratio.toFixed(1);
  return `White text on ${check.colour} is too hard to read (${ratio} to 1; it needs 4.5 to 1). The nearest shade that works is ${check.nearest}.`;
}

/**
 * The council's colours as a stylesheet, since pages may carry no style of their own. A colour that is too light is
 * replaced by its nearest shade that will do, so that no setting can make a page unreadable.
 */
export function brandStylesheet(hex: string): string {
  const check = checkBrandColour(hex);
  const brand =
    check.kind === 'ok' ? check.colour : check.kind === 'too-light' ? check.nearest : DEFAULT_BRAND;
  const colour = parseHex(brand) ?? BLACK;
  const text = darkened(colour, paper, AS_TEXT);
  const values: Readonly<Record<string, string>> = {
    '--tl-brand': brand,
    '--tl-brand-text': toHex(text),
    '--tl-brand-deep': toHex(mix(text, BLACK, 0.35)),
    '--tl-brand-wash': toHex(mix(colour, paper, 0.93)),
    '--tl-brand-line': toHex(mix(colour, paper, 0.72)),
    '--govuk-brand-colour': brand,
    '--govuk-link-colour': toHex(text),
    '--govuk-link-hover-colour': toHex(mix(text, BLACK, 0.35)),
    '--govuk-surface-background-colour': toHex(mix(colour, paper, 0.93)),
    '--govuk-surface-border-colour': toHex(mix(colour, paper, 0.72)),
  };
  return `:root{${Object.entries(values)
    .map(([name, value]) => `${name}:${value}`)
    .join(';')}}`;
}

/** The lightest shade of a colour, no lighter than itself, that keeps a contrast against a background. */
function darkened(colour: Rgb, background: Rgb, ratio: number): Rgb {
  for (let step = 0; step < 256; step += 1) {
    const shade = mix(colour, BLACK, step / 256);
    if (contrast(shade, background) >= ratio) return shade;
  }
  return BLACK;
}
