import type { Mutant } from './mutant.ts';

/** What became of one mutant. */
export type Fate =
  | 'caught'
  | 'lived'
  /** The program no longer came to an end, which somebody would notice. */
  | 'without end'
  /** No test runs the code it is in. */
  | 'not reached';

export interface Judged {
  /** From the root of the project. */
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly mutant: Mutant;
  readonly fate: Fate;
}

/** Where a place of a text is, both counted from 1. */
export function placeOf(text: string, at: number): { readonly line: number; readonly column: number } {
  const before = text.slice(0, at).split('\n');
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
}

/** A survivor on a line of its own: "src/…/seats.ts:12:5 `<=` became `<`". */
export function survivorInWords({ file, line, column, mutant, fate }: Judged): string {
  return `${file}:${line}:${column} ${mutant.what}${fate === 'not reached' ? ' (no test runs this)' : ''}`;
}

/** The score in a sentence. What no test reaches counts as alive. */
export function scoreInWords(judged: readonly Judged[]): string {
  const count = (fate: Fate) => judged.filter((one) => one.fate === fate).length;
  const dead = count('caught') + count('without end');
  if (judged.length === 0) return 'nothing to make wrong';
  const share = Math.floor((dead / judged.length) * 100);
  const parts = [
    `${dead} of ${judged.length} caught (${share}%)`,
    ...(count('without end') === 0 ? [] : [`${count('without end')} of them without end`]),
    ...(count('lived') === 0 ? [] : [`${count('lived')} lived`]),
    ...(count('not reached') === 0 ? [] : [`${count('not reached')} reached by no test`]),
  ];
  return parts.join(', ');
}
