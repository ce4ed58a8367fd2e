import type { HowRead, Source } from '../plan/plan-reading.shape.ts';

/** Where each thing of a version stands in its source, and how it was read. */
export interface Places {
  readonly action: (ref: string) => Source;
  readonly milestone: (ref: string, ordinal: number) => ReadPlace;
  readonly measure: (ref: string, milestone: number, text: string) => ReadPlace;
  readonly requirement: (ref: string) => Source;
}

export interface ReadPlace {
  readonly source: Source;
  readonly howRead: HowRead;
}
