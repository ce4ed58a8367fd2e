import type { AsAt } from './as-at.ts';
import type { Access } from './access.ts';
import type { Assets } from './assets.ts';

/** What is the same on every page of one council's Throughline. */
export interface Site {
  /** As it stands at the top of every page, such as "Kent County Council". */
  councilName: string;
  version: string;
  /** Where the source can be had, where it is published. */
  sourceUrl?: string | undefined;
  /** The main places, in order. Each reader is shown those they may use. */
  navigation: readonly MainPlace[];
  assets: Assets;
}

export interface Place {
  text: string;
  href: string;
}

export interface MainPlace extends Place {
  /** Who may use it; anybody when left out. */
  access?: Access | undefined;
}

/** Said once at the top of the next page, after something was done. */
export interface Notice {
  text: string;
  kind: 'success' | 'important';
}

/** What a page's surroundings need to know: plain facts, so that a view stays a pure function. */
export interface Frame {
  site: Site;
  /** The page's path without its query. */
  path: string;
  query: URLSearchParams;
  asAt: AsAt;
  notice?: Notice | undefined;
  /** The main places this reader may use. The one the page belongs to is marked by its address. */
  places: readonly Place[];
  /** The reader's own: their name, or the way to sign in. */
  account: readonly Place[];
}
