/**
 * The colours of a chart. They are written as attributes, so that a chart prints in a PDF where no style sheet
 * reaches; a page's style sheet may still override them by class. No meaning rests on colour alone.
 */
export interface ChartPalette {
  readonly ink: string;
  /** Secondary text: 7 to 1 on paper. */
  readonly quiet: string;
  readonly line: string;
  /** What the chart lies on. */
  readonly paper: string;
  /** A band behind headings and every other group. */
  readonly band: string;
  /** The council's own colour. */
  readonly accent: string;
  /** For gaps and lateness; always with a word or a shape. */
  readonly alarm: string;
}

export const plainPalette: ChartPalette = {
  ink: '#16191b',
  quiet: '#4a5257',
  line: '#c5cbce',
  paper: '#ffffff',
  band: '#eef1f0',
  accent: '#12504b',
  alarm: '#a8132b',
};
