/** One thing that was measured, beside the limit or the peer that it is held against. */
export interface Measured {
  readonly what: string;
  /** As a person reads it: "412 ms", "1,204 a second". */
  readonly figure: string;
  readonly beside: string;
  /** What was measured over what it is held against; null where there is nothing to hold it against. */
  readonly ratio: number | null;
  /** What the ratio should be: at most or at least so much. */
  readonly goal?: { readonly atMost: number } | { readonly atLeast: number };
}

/** The value in the middle; of an even number the lower of the two. Throws where there is none. */
export function middle(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const value = sorted[Math.floor((sorted.length - 1) / 2)];
  if (value === undefined) throw new Error('Nothing was measured');
  return value;
}

/** Whether a ratio keeps its goal; null where it has none. */
export function isMet({ ratio, goal }: Measured): boolean | null {
  if (ratio === null || goal === undefined) return null;
  return 'atMost' in goal ? ratio <= goal.atMost : ratio >= goal.atLeast;
}

/** The results as a table that reads well on a terminal and in a Markdown file. */
export function printTable(results: readonly Measured[]): string {
  const rows = results.map((measured) => [
    measured.what,
    measured.figure,
    measured.beside,
    measured.ratio === null ? '' : measured.ratio.toFixed(2),
    goalInWords(measured),
  ]);
  const table = [['what', 'measured', 'beside', 'ratio', 'goal'], ...rows];
  const widths = [0, 1, 2, 3, 4].map((column) => Math.max(...table.map((row) => (row[column] ?? '').length)));
  const line = (row: readonly string[]) =>
    `| ${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(' | ')} |`;
  const rule = `| ${widths.map((width) => '-'.repeat(width)).join(' | ')} |`;
  const [head, ...body] = table.map(line);
  return [head, rule, ...body].join('\n');
}

function goalInWords(measured: Measured): string {
  const { goal } = measured;
  if (goal === undefined) return '';
  const words = 'atMost' in goal ? `at most ${goal.atMost}` : `at least ${goal.atLeast}`;
  const met = isMet(measured);
  return met === null ? words : `${words}: ${met ? 'kept' : 'MISSED'}`;
}

export function milliseconds(value: number): string {
  return value < 10 ? `${value.toFixed(1)} ms` : `${Math.round(value).toLocaleString('en-GB')} ms`;
}

export function aSecond(value: number): string {
  return `${Math.round(value).toLocaleString('en-GB')} a second`;
}

export function megabytes(bytes: number): string {
  return `${Math.round(bytes / 1024 / 1024)} MB`;
}
