import type { Place, SourceDocument } from '../../../../platform/intake/source-document.ts';
import { headingKey } from './columns.rule.ts';
import { roleOfHeading } from './heading-roles.rule.ts';
import type { Column, ColumnRole } from '../../../improvement/index.ts';

/** A longer cell is a sentence, and heads no column. */
const LONGEST = 60;
/** What a row that the file itself marks as its header counts for, beside its cells. */
const MARKED = 5;

/** The row of a file without a plan that is likeliest to head the columns of one. */
export interface UnreadTable {
  readonly columns: readonly Column[];
  readonly place: Place;
}

/**
 * Finds the row whose cells most look like headings, for a person to say what each column is for. A heading that is
 * known, or that a person spoke of, has its role, any other 'ignore'. Null where the file holds no table.
 */
export function findUnreadTable(
  document: SourceDocument,
  chosen: ReadonlyMap<string, ColumnRole>,
): UnreadTable | null {
  const roleOf = (heading: string): ColumnRole | null =>
    chosen.get(headingKey(heading)) ?? roleOfHeading(heading);
  let best: { score: number; headings: readonly string[]; place: Place } | null = null;
  for (const block of document.blocks) {
    if (block.kind !== 'row') continue;
    const headings = block.cells
      .map(({ text }) => text)
      .filter((text) => text !== '' && text.length <= LONGEST);
    const known = headings.filter((heading) => roleOf(heading) !== null).length;
    const score = known * 10 + Math.min(headings.length, 9) + (block.header ? MARKED : 0);
    if (headings.length >= 2 && (best === null || score > best.score))
      best = { score, headings, place: block.place };
  }
  if (best === null) return null;
  const columns = [...new Set(best.headings)].map((heading): Column => ({
    heading,
    role: roleOf(heading) ?? 'ignore',
  }));
  return { columns, place: best.place };
}
