/**
 * Typed references (IN 3, O 14, CT 8, 2.1.3) as they stand in running text, found so that they can be links wherever
 * they stand. Only references the plan really has become links: 2.5 in "2.5 per cent" stays a figure.
 */

export type ReferenceKind = 'requirement' | 'outcome' | 'action';

export interface KnownReferences {
  /** Codes of the plan's requirement sets, such as IN, O and CT. */
  readonly codes: readonly string[];
  readonly kindOf: (ref: string) => ReferenceKind | null;
}

export type TextPiece =
  | { readonly kind: 'words'; readonly text: string }
  | {
      readonly kind: 'reference';
      readonly text: string;
      readonly ref: string;
      readonly names: ReferenceKind;
    };

/**
 * The text cut into words and references, in order; joining every `text` gives the text back to the letter.
 * A reference may be written "IN 3", "IN3" or "IN 3."; the full stop stays with the words.
 */
export function splitAtReferences(text: string, known: KnownReferences): TextPiece[] {
  const pieces: TextPiece[] = [];
  let from = 0;
  for (const match of text.matchAll(patternFor(known.codes))) {
    const printed = match[0];
    const ref = match[1] === undefined ? printed : `${match[1]} ${Number(match[2])}`;
    const names = known.kindOf(ref);
    if (names === null) continue;
    if (match.index > from) pieces.push({ kind: 'words', text: text.slice(from, match.index) });
    pieces.push({ kind: 'reference', text: printed, ref, names });
    from = match.index + printed.length;
  }
  if (from < text.length) pieces.push({ kind: 'words', text: text.slice(from) });
  return pieces;
}

const patterns = new WeakMap<readonly string[], RegExp>();

/** The pattern for a plan's codes, made once: a page asks for it for every text it prints. */
function patternFor(codes: readonly string[]): RegExp {
  const made = patterns.get(codes) ?? makePattern(codes);
  patterns.set(codes, made);
  return made;
}

function makePattern(codes: readonly string[]): RegExp {
  const typed = codes
    .map((code) => code.replaceAll(/[^A-Za-z0-9]/g, String.raw`\$&`))
    .toSorted((a, b) => b.length - a.length)
    .join('|');
  const numbered = String.raw`\d{1,2}(?:\.\d{1,3}){1,3}`;
  const notInsideANumber = String.raw`(?<![\d.£])`;
  const notAFigure = String.raw`(?![\d%]|\.\d|\s?(?:%|per cent|million|billion|m\b))`;
  return typed === ''
    ? new RegExp(`${notInsideANumber}${numbered}${notAFigure}`, 'g')
    : new RegExp(`\\b(${typed})\\s?(\\d{1,3})\\b|${notInsideANumber}${numbered}${notAFigure}`, 'g');
}
