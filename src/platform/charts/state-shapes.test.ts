import { describe, expect, it } from 'vitest';
import { stateLooks, stateShapeSvg, states } from './state-shapes.ts';

/** Contrast of two colours by the formula of WCAG 2.2. */
function contrast(a: string, b: string): number {
  const [light = 0, dark = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (light + 0.05) / (dark + 0.05);
}

function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const channel = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

describe('state shapes', () => {
  it('knows black on white', () => {
    expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 5);
  });

  it.each(states)('%s has a colour that can be read as text on white and on warm paper-white', (state) => {
    expect(contrast(stateLooks[state].colour, '#ffffff')).toBeGreaterThanOrEqual(4.5);
    expect(contrast(stateLooks[state].colour, '#fbf9f4')).toBeGreaterThanOrEqual(4.5);
  });

  it('gives each state a word and a geometry of its own, so that colour is never the only difference', () => {
    expect(new Set(states.map((state) => stateLooks[state].word)).size).toBe(states.length);
    expect(new Set(states.map((state) => JSON.stringify(stateLooks[state].parts))).size).toBe(states.length);
  });

  it('draws with attributes alone, because the page allows no inline style', () => {
    const svg = stateShapeSvg('verified', 16, { mark: '#123456', paper: '#fedcba' });
    expect(svg).not.toMatch(/style|class/);
    expect(svg).toContain('fill="#123456"');
    expect(svg).toContain('stroke="#fedcba"');
  });
});
