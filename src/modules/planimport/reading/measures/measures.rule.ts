import type { Part } from '../../../../platform/intake/source-document.ts';
import { isCrossReferenceNote, withoutCrossReferenceNote } from '../marks/cross-references.rule.ts';
import { splitLostBullets } from './lost-bullets.rule.ts';
import type { HowRead, Source } from '../../../improvement/index.ts';
import type { ProperNames } from './proper-names.rule.ts';

/** What one printed row holds of a measures cell; `continues` where the row goes on with the row above. */
export interface MeasureCell {
  readonly parts: readonly Part[];
  readonly source: Source;
  readonly continues: boolean;
}

export interface ReadMeasure {
  readonly text: string;
  readonly asPrinted: string;
  readonly source: Source;
  /** inferred where the bullets were lost and had to be put back. */
  readonly reading: HowRead;
}

interface Piece {
  text: string;
  source: Source;
  readonly bullet: boolean;
}

/**
 * Reads the measures of one milestone. A bullet is one measure, and so is a paragraph of its own; a list whose bullets
 * were lost is cut where each one begins; what a page break cut is joined again. Notes that name other actions
 * ("Link to 3.1.5") are not measures.
 */
export function readMeasures(cells: readonly MeasureCell[], names: ProperNames): readonly ReadMeasure[] {
  const pieces = joinPieces(cells);
  return pieces.flatMap((piece): ReadMeasure[] => {
    if (isCrossReferenceNote(piece.text)) return [];
    const text = withoutCrossReferenceNote(piece.text).trim();
    const split = piece.bullet ? [text] : splitLostBullets(text, names).flatMap(splitAtSemicolons);
    // A full stop or a semicolon is a mark; only where there was none did the reading have to guess.
    const guessed = split.some(
      (one, index) => index < split.length - 1 && !/[.;!?]["'”’)]?$/.test(one.trim()),
    );
    return split
      .map((one) => one.replace(/\s*;\s*$/, '').trim())
      .filter((one) => /[\p{L}\p{N}]/u.test(one))
      .map((one) => ({
        text: one,
        asPrinted: split.length === 1 ? piece.text : one,
        source: piece.source,
        reading: guessed ? 'inferred' : 'stated',
      }));
  });
}

function joinPieces(cells: readonly MeasureCell[]): readonly Piece[] {
  const pieces: Piece[] = [];
  for (const cell of cells) {
    cell.parts.forEach((part, index) => {
      const last = pieces.at(-1);
      if (
        index === 0 &&
        cell.continues &&
        part.kind === 'text' &&
        last !== undefined &&
        goesOn(last.text, part.text)
      ) {
        last.text = `${last.text} ${part.text}`;
        last.source = {
          ...last.source,
          ...(cell.source.line === undefined ? {} : { endLine: cell.source.endLine ?? cell.source.line }),
        };
        return;
      }
      pieces.push({ text: part.text, source: cell.source, bullet: part.kind === 'bullet' });
    });
  }
  return pieces;
}

/** Whether words on the next row go on with a measure: it has no end yet, or they begin in small letters. */
function goesOn(before: string, after: string): boolean {
  return /^[\p{Ll}\d(]/u.test(after) || !/[.;!?]$/.test(before);
}

function splitAtSemicolons(text: string): readonly string[] {
  return text.split(/(?<=;)\s+(?=[A-Z])/);
}
