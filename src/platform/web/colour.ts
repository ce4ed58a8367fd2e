/** Colours as six hex digits, and how well they are told apart. Formulas: WCAG 2.2, relative luminance and contrast ratio. */

export interface Rgb {
  red: number;
  green: number;
  blue: number;
}

/** Reads `#1d3d6f`; null for anything else. */
export function parseHex(hex: string): Rgb | null {
  const digits = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i.exec(hex);
  if (digits === null) return null;
  const [, red = '', green = '', blue = ''] = digits;
  return {
    red: Number.parseInt(red, 16),
    green: Number.parseInt(green, 16),
    blue: Number.parseInt(blue, 16),
  };
}

/** Writes a colour as `#1d3d6f`. */
export function toHex({ red, green, blue }: Rgb): string {
  return `#${[red, green, blue].map((part) => part.toString(16).padStart(2, '0')).join('')}`;
}

/**
 * A colour moved towards another, keeping its hue where the other is black or white.
 * @param share how far, from 0 (not at all) to 1 (all the way)
 */
export function mix(colour: Rgb, other: Rgb, share: number): Rgb {
  const part = (from: number, to: number) => Math.round(from + (to - from) * share);
  return {
    red: part(colour.red, other.red),
    green: part(colour.green, other.green),
    blue: part(colour.blue, other.blue),
  };
}

/** Contrast ratio of two colours, from 1 (the same) to 21 (black and white). */
export function contrast(one: Rgb, other: Rgb): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

function luminance({ red, green, blue }: Rgb): number {
  return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
}

function linear(part: number): number {
  const share = part / 255;
  return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
}
