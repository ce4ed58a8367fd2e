import { type Reader, READERS, type Viewport, WIDTHS } from './looking.ts';

/** One look at a page, as one reader, at one width. */
export interface Look {
  readonly route: string;
  readonly reader: Reader;
  readonly width: string;
  readonly viewport: Viewport;
}

/** Every page as everybody who may open it at every width, so that nothing is looked at by nobody. */
export function everyLook(
  routes: readonly string[],
  mayOpen: (route: string) => readonly Reader[],
): readonly Look[] {
  return routes.flatMap((route) =>
    READERS.filter((reader) => mayOpen(route).includes(reader)).flatMap((reader) =>
      WIDTHS.map(([width, viewport]) => ({ route, reader, width, viewport })),
    ),
  );
}

/** In how many days the whole run has looked at everything. */
export const DAYS = 56;

const MILLISECONDS_OF_A_DAY = 24 * 60 * 60 * 1000;

/** Which part is the day's, from 0: every part has its day, whatever the month. */
export function partOf(day: Date): number {
  return Math.floor(day.getTime() / MILLISECONDS_OF_A_DAY) % DAYS;
}

/** The looks of a part: every look is in one, and the looks of one page are in many, so that no part is of long pages alone. */
export function looksOfPart(looks: readonly Look[], part: number): readonly Look[] {
  return looks.filter((_, index) => index % DAYS === part);
}
