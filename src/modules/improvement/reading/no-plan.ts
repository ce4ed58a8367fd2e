import type { SourceDocument } from '../../../platform/intake/source-document.ts';
import { roleOfHeading } from './heading-roles.ts';
import type { Problem } from './plan-reading.ts';
import { problem, sourceOf } from './problems.ts';

const NEEDED =
  'A plan needs a column for what is to be done (such as “Action” or “Task”) and one for when, who or how anyone will know (such as “Timescale”, “Lead” or “Success measure”).';

/** Says why nothing was read: which columns the file has, and which a plan needs. */
export function noPlanProblem(document: SourceDocument): Problem {
  let best: { score: number; headings: readonly string[]; source: Problem['source'] } | null = null;
  for (const block of document.blocks) {
    if (block.kind !== 'row') continue;
    const headings = block.cells.map(({ text }) => text).filter((text) => text !== '' && text.length <= 60);
    const score =
      headings.filter((heading) => roleOfHeading(heading) !== null).length * 10 +
      Math.min(headings.length, 9);
    if (headings.length >= 2 && (best === null || score > best.score))
      best = { score, headings, source: sourceOf(block.place) };
  }
  const about = { thing: 'Document', ref: null } as const;
  if (best === null) {
    return problem(
      'no-table-recognised',
      about,
      {},
      `This file holds no table. ${NEEDED}`,
      'Choose the file that holds the table of actions.',
    );
  }
  const found = best.headings
    .slice(0, 12)
    .map((heading) => `“${heading}”`)
    .join(', ');
  return problem(
    'no-table-recognised',
    about,
    best.source,
    `No table of actions was recognised. The columns found were ${found}. ${NEEDED}`,
    'Say what each column is for, or give the table those headings.',
  );
}
