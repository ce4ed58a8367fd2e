/** A list as a person takes it away: into a spreadsheet, a report or another program. */
export interface Table {
  /** What the list is, as a heading: "Actions due in May 2011". */
  readonly title: string;
  readonly columns: readonly TableColumn[];
  /** One value for each column, in the order of the columns; null prints as nothing. */
  readonly rows: readonly (readonly TableValue[])[];
  /** Where the figures come from and the day they were true on, each note a sentence. */
  readonly notes?: readonly string[];
}

export interface TableColumn {
  readonly heading: string;
  /**
   * `day` holds days as `YYYY-MM-DD`, or a month as `YYYY-MM`, which stays text. `reference` holds numbers that are names, such
   * as 1.10, and always stays text.
   */
  readonly kind: 'text' | 'number' | 'day' | 'reference';
}

export type TableValue = string | number | null;
