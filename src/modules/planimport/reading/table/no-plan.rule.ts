import type { Problem } from '../../../improvement/index.ts';
import { problem, sourceOf } from '../checks/problems.rule.ts';
import type { UnreadTable } from './unread-table.rule.ts';

const NEEDED =
  'A plan needs a column for what is to be done (such as “Action” or “Task”) and one for when, who or how anyone will know (such as “Timescale”, “Lead” or “Success measure”).';

/** Says why nothing was read: which columns the file has, and which a plan needs. */
export function noPlanProblem(table: UnreadTable | null): Problem {
  const about = { thing: 'Document', ref: null } as const;
  if (table === null) {
    return problem(
      'no-table-recognised',
      about,
      {},
      `This file holds no table. ${NEEDED}`,
      'Choose the file that holds the table of actions.',
    );
  }
  const found = table.columns
    .slice(0, 12)
    .map(({ heading }) => `“${heading}”`)
    .join(', ');
  return problem(
    'no-table-recognised',
    about,
    sourceOf(table.place),
    `No table of actions was recognised. The columns found were ${found}. ${NEEDED}`,
    'Say what each column is for, or give the table those headings.',
  );
}
