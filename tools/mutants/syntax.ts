import { parseAst } from 'vitest/node';

/** A piece of a program's syntax: what kind it is, where it stands in the text, and its parts under their names. */
export interface Piece {
  readonly type: string;
  readonly start: number;
  readonly end: number;
  readonly [part: string]: unknown;
}

/** A piece with what it is part of, the nearest first. */
export interface Placed {
  readonly piece: Piece;
  /** Under which name it stands in the piece around it. */
  readonly as: string;
  readonly around: readonly Piece[];
}

/** The syntax of a TypeScript file, with or without markup. */
export function syntaxOf(fileName: string, text: string): Piece {
  const lang = fileName.endsWith('x') ? 'tsx' : 'ts';
  return parseAst(text, { lang }) as unknown as Piece;
}

/** What is only there for the compiler and gone when the program runs. */
const OF_TYPES = /^TS(?!AsExpression|NonNullExpression|SatisfiesExpression)/;

/** Every piece that runs, in the order of the text; types, imports and what is only said to the compiler left out. */
export function* walk(piece: Piece, as = '', around: readonly Piece[] = []): Generator<Placed> {
  if (OF_TYPES.test(piece.type) || piece.type === 'ImportDeclaration') return;
  yield { piece, as, around };
  for (const [name, part] of Object.entries(piece))
    for (const one of Array.isArray(part) ? part : [part])
      if (isPiece(one)) yield* walk(one, name, [piece, ...around]);
}

export function isPiece(part: unknown): part is Piece {
  return typeof part === 'object' && part !== null && 'type' in part && 'start' in part;
}

/** The part of a piece by its name; undefined where it has none. */
export function partOf(piece: Piece | undefined, name: string): Piece | undefined {
  const part = piece?.[name];
  return isPiece(part) ? part : undefined;
}
