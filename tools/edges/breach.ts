import type { RuleName } from './table.ts';

/** One place where the tree does not keep to the table. */
export interface Breach {
  readonly rule: RuleName;
  readonly file: string;
  /** Counted from 1. */
  readonly line: number;
  /** What is there: `imports src/…`. */
  readonly what: string;
  /** The rule in words. */
  readonly why: string;
}

/** `src/app.ts:3 imports src/…: the rule in words` */
export function printBreach({ file, line, what, why }: Breach): string {
  return `${file}:${line} ${what}: ${why}`;
}
