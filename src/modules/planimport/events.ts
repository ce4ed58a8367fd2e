import { z } from 'zod';
import { defineEvent } from '../audit/index.ts';

/**
 * What bringing a plan in writes in the audit trail. Old rows are read with these: raise `version` to change one.
 *
 * The trail is read by people who may not see a draft, so it holds nothing that is in one: not what its file is called,
 * which says what is planned as well as a title does, nor a heading of it. A file is known again by its SHA-256, and a
 * draft by its number (docs/decisions/0008).
 */
export const planRead = defineEvent('plan-read', {
  subject: 'import',
  version: 2,
  detail: z.object({ fileSha256: z.string(), actions: z.int(), problems: z.int() }),
  sentence: ({ actions, problems }) =>
    `Read a file: ${actions} actions and ${problems} things to look at. Nothing stored yet.`,
});

export const importChoiceMade = defineEvent('import-choice-made', {
  subject: 'import',
  // The place in words, as whoever decided saw it: the number of a problem in its draft is shown nowhere.
  detail: z.object({ place: z.string(), choice: z.enum(['accept', 'correct', 'drop']) }),
  sentence: ({ place, choice }) =>
    `${{ accept: 'Took as read', correct: 'Put right', drop: 'Dropped' }[choice]}: ${place}`,
});

export const importChoicesMade = defineEvent('import-choices-made', {
  subject: 'import',
  detail: z.object({ accept: z.int(), correct: z.int(), drop: z.int() }),
  sentence: ({ accept, correct, drop }) =>
    `Decided about ${(accept + correct + drop).toLocaleString('en-GB')} things at once: ${accept.toLocaleString('en-GB')} taken as read, ${correct.toLocaleString('en-GB')} corrected, ${drop.toLocaleString('en-GB')} dropped`,
});

export const columnsChosen = defineEvent('import-columns-chosen', {
  subject: 'import',
  version: 2,
  detail: z.object({ columns: z.array(z.string()) }),
  sentence: ({ columns }) => `Read the file again with its columns as ${columns.join(', ')}`,
});

export const importDropped = defineEvent('import-dropped', {
  subject: 'import',
  version: 2,
  detail: z.object({}),
  sentence: () => 'Dropped an import. Nothing of it was stored.',
});

export const importChangedNothing = defineEvent('import-changed-nothing', {
  subject: 'import',
  version: 2,
  detail: z.object({ fileSha256: z.string(), title: z.string(), version: z.int() }),
  sentence: ({ title, version }) =>
    `Accepted a file that says the same as version ${version} of ${title}. Nothing changed.`,
});

/** For whoever reads the trail. */
export const planImportEvents = [
  planRead,
  importChoiceMade,
  importChoicesMade,
  columnsChosen,
  importChangedNothing,
  importDropped,
];
