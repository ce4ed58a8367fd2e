import type { Place } from '../../../platform/web/frame.ts';
import type { Asker } from '../asking/asker.rule.ts';

/** A page of another module about one person or one post. */
export interface FurtherPage {
  readonly text: string;
  readonly href: (id: number) => string;
  readonly may: (asker: Asker) => boolean;
}

/** The further pages that whoever asks may use. */
export function furtherPages(pages: readonly FurtherPage[], asker: Asker, id: number): readonly Place[] {
  return pages.filter(({ may }) => may(asker)).map(({ text, href }) => ({ text, href: href(id) }));
}
