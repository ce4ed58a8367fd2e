import { parse } from 'csv-parse/sync';
import type { Delimiter } from './read-csv.ts';

const DELIMITERS: readonly Delimiter[] = [',', ';', '\t'];
const SAMPLE_CHARACTERS = 64 * 1024;
const SAMPLE_ROWS = 50;

export interface DelimiterGuess {
  readonly delimiter: Delimiter;
  /** Columns that most of the sampled rows have. */
  readonly columns: number;
  /** Whether every sampled row has that many. */
  readonly regular: boolean;
  /** How many rows were looked at. */
  readonly rows: number;
}

/** Which character splits the columns of this text: the one that makes most rows equally wide, then the wider. */
export function guessDelimiter(text: string): DelimiterGuess {
  const sample = text.slice(0, SAMPLE_CHARACTERS);
  const guesses = DELIMITERS.map((delimiter) => tryDelimiter(sample, delimiter));
  return guesses.reduce((best, guess) => (score(guess) > score(best) ? guess : best));
}

function tryDelimiter(sample: string, delimiter: Delimiter): DelimiterGuess {
  const widths = rowsOf(sample, delimiter);
  const counts = new Map<number, number>();
  for (const width of widths) counts.set(width, (counts.get(width) ?? 0) + 1);
  let columns = 1;
  let most = 0;
  for (const [width, count] of counts) {
    if (width > 1 && count > most) [columns, most] = [width, count];
  }
  return { delimiter, columns, regular: most === widths.length && most > 0, rows: widths.length };
}

function rowsOf(sample: string, delimiter: Delimiter): number[] {
  const widths: number[] = [];
  try {
    parse(sample, {
      delimiter,
      relax_column_count: true,
      relax_quotes: true,
      record_delimiter: ['\n'],
      to: SAMPLE_ROWS,
      on_record: (record: string[]) => {
        if (record.some((value) => value !== '')) widths.push(record.length);
        return null;
      },
    });
  } catch {
    // The sample may be cut inside quotation marks: the rows before the cut are enough to judge by.
  }
  return widths;
}

function score(guess: DelimiterGuess): number {
  if (guess.columns === 1) return 0;
  return (guess.regular ? 1_000_000 : 0) + guess.columns;
}
