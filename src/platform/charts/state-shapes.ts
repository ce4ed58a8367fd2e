/**
 * How a state of progress is drawn: a word, a shape and a colour, so that it is read without colour, in greyscale
 * and by a screen reader alike. The same geometry serves the web page, the charts, the PDF and the Word file, and is
 * drawn rather than typed because the text face has no such characters.
 */

/** Every state, in the order from the best proven to the least begun: the order in which a strip or key lists them. */
export const states = [
  'sustained',
  'verified',
  'complete-unproven',
  'on-course',
  'at-risk',
  'late',
  'cannot-be-judged',
  'not-started',
] as const;

export type State = (typeof states)[number];

/** What a part of a shape is painted with: the state's own colour, the paper it lies on, or nothing. */
export type Paint = 'mark' | 'paper' | 'none';

/** One path of a shape, in a box of 20 by 20 units. */
export interface ShapePart {
  readonly d: string;
  readonly fill: Paint;
  readonly stroke: Paint;
  /** Width of the stroke in the units of the box; 0 for none. */
  readonly width: number;
}

/** Side of the square box in which every shape is drawn. */
export const shapeBox = 20;

interface StateLook {
  /** The state in words, as it stands beside the shape: `Complete, not proven`. */
  readonly word: string;
  /** The shape in words, for a key that must be read aloud. */
  readonly shape: string;
  /** A colour that keeps 4.5 to 1 against white and against warm paper-white (#fbf9f4), so it can also be text. */
  readonly colour: string;
  readonly parts: readonly ShapePart[];
}

const solid = (d: string): ShapePart => ({ d, fill: 'mark', stroke: 'none', width: 0 });
const ring = (d: string, width: number): ShapePart => ({ d, fill: 'paper', stroke: 'mark', width });
const tick = (d: string, width: number): ShapePart => ({ d, fill: 'none', stroke: 'paper', width });

/** A full circle round the middle of the box. */
function circle(radius: number): string {
  return `M${10 - radius} 10a${radius} ${radius} 0 1 0 ${2 * radius} 0a${radius} ${radius} 0 1 0 ${-2 * radius} 0Z`;
}

export const stateLooks: Readonly<Record<State, StateLook>> = {
  sustained: {
    word: 'Sustained',
    shape: 'double ring with tick',
    colour: '#00594c',
    parts: [ring(circle(9.1), 1.7), solid(circle(6.7)), tick('M6.9 10.2L9.2 12.4L13.3 7.7', 1.9)],
  },
  verified: {
    word: 'Verified',
    shape: 'circle with tick',
    colour: '#00594c',
    parts: [solid(circle(8.6)), tick('M5.9 10.3L8.9 13.3L14.3 6.9', 2.2)],
  },
  'complete-unproven': {
    word: 'Complete, not proven',
    shape: 'half-filled circle',
    colour: '#1c4e8a',
    parts: [ring(circle(7.5), 2), solid('M10 2.5a7.5 7.5 0 0 0 0 15Z')],
  },
  'on-course': { word: 'On course', shape: 'filled circle', colour: '#2f6b1f', parts: [solid(circle(8))] },
  'at-risk': {
    word: 'At risk',
    shape: 'triangle',
    colour: '#9a4d00',
    parts: [solid('M10 1.6L19 17.8H1Z')],
  },
  late: { word: 'Late', shape: 'square', colour: '#a8132b', parts: [solid('M2.6 2.6H17.4V17.4H2.6Z')] },
  'cannot-be-judged': {
    word: 'Cannot be judged',
    shape: 'dash',
    colour: '#50585e',
    parts: [solid('M3 8.4H17V11.6H3Z')],
  },
  'not-started': {
    word: 'Not started',
    shape: 'open circle',
    colour: '#50585e',
    parts: [ring(circle(7.4), 1.8)],
  },
};

/** Colours for a drawing of states where the council's own, or plain ink, should stand instead of ours. */
export interface StatePaints {
  readonly mark: string;
  readonly paper: string;
}

/** The colours a state is drawn in unless told otherwise. */
export function statePaints(state: State, paper = '#ffffff'): StatePaints {
  return { mark: stateLooks[state].colour, paper };
}

/**
 * A state's shape as a whole SVG picture, for places that take a string (the PDF). Its alternative text is the
 * business of whoever places it: here it is hidden from screen readers, since the word always stands beside it.
 * @param size side of the picture in pixels
 */
export function stateShapeSvg(state: State, size: number, paints: StatePaints = statePaints(state)): string {
  const colour = (paint: Paint): string => (paint === 'none' ? 'none' : paints[paint]);
  const paths = stateLooks[state].parts.map(
    ({ d, fill, stroke, width }) =>
      `<path d="${d}" fill="${colour(fill)}" stroke="${colour(stroke)}" stroke-width="${width}"/>`,
  );
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${shapeBox} ${shapeBox}" ` +
    `width="${size}" height="${size}" aria-hidden="true" focusable="false">${paths.join('')}</svg>`
  );
}
