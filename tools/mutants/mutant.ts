/** One small thing made wrong in a file: a text from one place to another with something else in its stead. */
export interface Mutant {
  readonly start: number;
  readonly end: number;
  readonly instead: string;
  /** What was changed, for whoever reads of a survivor: "`<=` became `<`". */
  readonly what: string;
}
