import { isPiece, type Piece, partOf, syntaxOf, walk } from './syntax.ts';

/** A function of a file: what is made wrong within it is reached by whoever calls it. Number 0 is the file itself. */
export interface Stretch {
  readonly number: number;
  readonly start: number;
  readonly end: number;
}

/** The functions of a file, from 1 in the order of the text. */
export function stretchesOf(fileName: string, text: string): readonly Stretch[] {
  return functionsOf(fileName, text).map(({ start, end }, index) => ({ number: index + 1, start, end }));
}

/** The innermost function that a place of the text is in; 0 for none. */
export function stretchAt(stretches: readonly Stretch[], at: number): number {
  return stretches.findLast(({ start, end }) => start <= at && at < end)?.number ?? 0;
}

/**
 * So many rounds of the loops of one file in one test file are more than any takes: it has no end. Rounds are counted and
 * not seconds, so that a busy machine finds the same.
 */
const MOST_ROUNDS = 2_000_000;

/**
 * The text with a mark in each function that writes down which test file reaches it. Lines stay where they are.
 *
 * @param notes the file to which each test file's path and the number of the function are added, a line each as JSON
 */
export function markReach(fileName: string, text: string, notes: string): string {
  const marks = functionsOf(fileName, text).flatMap((piece, index) => markIn(piece, `__reach(${index + 1})`));
  return `import { appendFileSync as __note } from 'node:fs'; const __reached = new Set(); function __reach(n) { const test = globalThis.__vitest_worker__?.filepath ?? ''; const key = n + test; if (__reached.has(key)) return; __reached.add(key); __note(${JSON.stringify(notes)}, JSON.stringify([test, ${JSON.stringify(fileName)}, n]) + '\\n'); } __reach(0); ${inserted(text, marks)}`;
}

/** The text with a count of the rounds of its loops, so that one without end throws instead of running for ever. */
export function markRounds(fileName: string, text: string): string {
  const loops = [...walk(syntaxOf(fileName, text))]
    .filter(({ piece: { type } }) => /^(For|ForIn|ForOf|While|DoWhile)Statement$/.test(type))
    .map(({ piece }) => partOf(piece, 'body'))
    .filter((body) => body !== undefined);
  const marks = loops.flatMap((body) =>
    body.type === 'BlockStatement'
      ? [{ at: body.start + 1, text: '__round();' }]
      : [
          { at: body.start, text: '{ __round(); ' },
          { at: body.end, text: ' }' },
        ],
  );
  return `let __rounds = 0; function __round() { __rounds += 1; if (__rounds > ${MOST_ROUNDS}) throw new Error('A loop has no end'); } ${inserted(text, marks)}`;
}

interface Mark {
  readonly at: number;
  readonly text: string;
}

function functionsOf(fileName: string, text: string): readonly Piece[] {
  return [...walk(syntaxOf(fileName, text))]
    .map(({ piece }) => piece)
    .filter(
      (piece) =>
        /^(FunctionDeclaration|FunctionExpression|ArrowFunctionExpression)$/.test(piece.type) &&
        isPiece(piece['body']),
    );
}

function markIn(piece: Piece, call: string): readonly Mark[] {
  const body = partOf(piece, 'body');
  if (body === undefined) return [];
  return body.type === 'BlockStatement' || body.type === 'FunctionBody'
    ? [{ at: body.start + 1, text: `${call};` }]
    : [
        { at: body.start, text: `(${call}, ` },
        { at: body.end, text: ')' },
      ];
}

/** Marks at one place stand in the order given, but what closes comes before what opens. */
function inserted(text: string, marks: readonly Mark[]): string {
  const order = marks
    .map((mark, index) => ({ ...mark, index, closes: /^ ?[)}]/.test(mark.text) }))
    .toSorted((a, b) => a.at - b.at || Number(b.closes) - Number(a.closes) || a.index - b.index);
  let done = 0;
  let marked = '';
  for (const { at, text: mark } of order) {
    marked += text.slice(done, at) + mark;
    done = at;
  }
  return marked + text.slice(done);
}
