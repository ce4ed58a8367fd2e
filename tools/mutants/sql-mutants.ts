import type { Mutant } from './mutant.ts';
import { isPiece, type Piece } from './syntax.ts';

/** What is made wrong in SQL, the longer sign before the shorter that begins like it. */
const SQL: readonly (readonly [pattern: string, instead: string])[] = [
  ['<=', '<'],
  ['>=', '>'],
  ['<>', '='],
  ['->>', '->>'],
  ['->', '->'],
  ['=>', '=>'],
  [':=', ':='],
  ['&&', '&&'],
  ['<', '<='],
  ['>', '>='],
  ['=', '<>'],
  [String.raw`\+ 1\b`, '+ 2'],
  [String.raw`- 1\b`, '- 2'],
  [String.raw`\bis not null\b`, 'is null'],
  [String.raw`\bis null\b`, 'is not null'],
  [String.raw`\bnot exists\b`, 'exists'],
  [String.raw`\bexists\b`, 'not exists'],
  [String.raw`\bmax\(`, 'min('],
  [String.raw`\bmin\(`, 'max('],
  [String.raw`\bbool_or\(`, 'bool_and('],
  [String.raw`\band\b`, 'or'],
  [String.raw`\bor\b`, 'and'],
  [String.raw`\bdesc\b`, 'asc'],
  [String.raw`\basc\b`, 'desc'],
];

const ANY = new RegExp(SQL.map(([pattern]) => `(${pattern})`).join('|'), 'g');

/** The statement of a tagged template, one sign of it made wrong at a time. */
export function sqlMutants(template: Piece, text: string): readonly Mutant[] {
  const quasis = Array.isArray(template['quasis']) ? template['quasis'].filter(isPiece) : [];
  return quasis.flatMap(({ start, end }) =>
    [...text.slice(start, end).matchAll(ANY)].flatMap((match): readonly Mutant[] => {
      const [found] = match;
      const instead = SQL[match.slice(1).findIndex((group) => group !== undefined)]?.[1] ?? found;
      const at = start + match.index;
      return instead === found
        ? []
        : [
            {
              start: at,
              end: at + found.length,
              instead,
              what: `\`${found}\` became \`${instead}\` in the statement`,
            },
          ];
    }),
  );
}
