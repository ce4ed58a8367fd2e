import { type ChartPalette, plainPalette } from '../charts/chart-palette.ts';
import { DEFAULT_BRAND, PAPER } from './brand.ts';

/** The colours of a chart on a page of the site: on its paper, in its ink. */
export const pagePalette: ChartPalette = {
  ...plainPalette,
  paper: PAPER,
  accent: DEFAULT_BRAND,
  band: '#f0ece2',
};
