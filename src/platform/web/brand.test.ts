import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { brandColourProblem, brandStylesheet, checkBrandColour, PAPER } from './brand.ts';
import { contrast, parseHex, type Rgb } from './colour.ts';

const hex = fc
  .tuple(fc.nat(255), fc.nat(255), fc.nat(255))
  .map((parts) => `#${parts.map((part) => part.toString(16).padStart(2, '0')).join('')}`);
const rgb = (text: string): Rgb => parseHex(text) ?? { red: -1, green: -1, blue: -1 };
const white = rgb('#ffffff');

describe('contrast', () => {
  it.each([
    ['#000000', '#ffffff', 21],
    ['#ffffff', '#ffffff', 1],
    // The grey either side of AA on white, as commonly published.
    ['#767676', '#ffffff', 4.54],
    ['#777777', '#ffffff', 4.48],
    ['#1d70b8', '#ffffff', 5.17],
  ])('of %s and %s is %f', (one, other, ratio) => {
    expect(contrast(rgb(one), rgb(other))).toBeCloseTo(ratio, 2);
    expect(contrast(rgb(other), rgb(one))).toBeCloseTo(ratio, 2);
  });
});

describe('a brand colour', () => {
  it.each([
    ['#767676', 'ok'],
    ['#777777', 'too-light'],
    ['#15324F', 'ok'],
    ['#ffffff', 'too-light'],
    ['15324f', 'not-a-colour'],
    ['#123', 'not-a-colour'],
    ['#12345g', 'not-a-colour'],
    ['red', 'not-a-colour'],
  ])('%s is %s', (colour, kind) => {
    expect(checkBrandColour(colour).kind).toBe(kind);
  });

  it('that is too light is answered with the nearest shade that will do', () => {
    expect(checkBrandColour('#777777')).toMatchObject({ nearest: '#767676' });
    fc.assert(
      fc.property(hex, (colour) => {
        const check = checkBrandColour(colour);
        if (check.kind !== 'too-light') return;
        expect(contrast(rgb(check.nearest), white)).toBeGreaterThanOrEqual(4.5);
        expect(contrast(rgb(check.nearest), white)).toBeLessThan(5);
      }),
    );
  });

  it('is refused in a sentence with what to do', () => {
    expect(brandColourProblem('#ffdd00')).toMatch(
      /^White text on #ffdd00 is too hard to read \(1\.3 to 1; .* nearest shade that works is #[0-9a-f]{6}\.$/,
    );
    expect(brandColourProblem('blue')).toBe('Enter a colour of six hex digits, like #1d3d6f.');
    expect(brandColourProblem('#15324f')).toBeUndefined();
  });
});

describe('the stylesheet made of it', () => {
  it('keeps every text readable, whatever the colour', () => {
    fc.assert(
      fc.property(hex, (colour) => {
        const values = new Map(
          [...brandStylesheet(colour).matchAll(/(--[a-z-]+):(#[0-9a-f]{6})/g)].map(
            ([, name = '', value = '']) => [name, rgb(value)],
          ),
        );
        const of = (name: string): Rgb => values.get(name) ?? white;
        const paper = rgb(PAPER);
        expect(contrast(of('--tl-brand'), white)).toBeGreaterThanOrEqual(4.5);
        expect(contrast(of('--tl-brand-text'), paper)).toBeGreaterThanOrEqual(7);
        expect(contrast(of('--tl-brand-deep'), paper)).toBeGreaterThanOrEqual(7);
        expect(contrast(of('--govuk-link-hover-colour'), paper)).toBeGreaterThanOrEqual(7);
        expect(contrast(rgb('#1c1a16'), of('--tl-brand-wash'))).toBeGreaterThanOrEqual(7);
      }),
    );
  });

  it('is the product’s own colour where the setting is none', () => {
    expect(brandStylesheet('#nothex')).toContain('--tl-brand:#15324f');
    expect(brandStylesheet('};body{display:none')).not.toContain('body');
  });
});
