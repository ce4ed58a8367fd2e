import { z } from 'zod';
import { defineEvent } from '../audit/index.ts';

/** What bringing a plan in writes in the audit trail. Old rows are read with these: raise `version` to change one. */
export const planRead = defineEvent('plan-read', {
  subject: 'import',
  detail: z.object({ fileName: z.string(), fileSha256: z.string(), actions: z.int(), problems: z.int() }),
  sentence: ({ fileName, actions, problems }) =>
    `Read ${fileName}: ${actions} actions and ${problems} things to look at. Nothing stored yet.`,
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
  detail: z.object({ columns: z.record(z.string(), z.string()) }),
  sentence: ({ columns }) =>
    `Read the file again with ${Object.entries(columns)
      .map(([heading, role]) => `${heading} as ${role}`)
      .join(', ')}`,
});

export const importDropped = defineEvent('import-dropped', {
  subject: 'import',
  detail: z.object({ fileName: z.string() }),
  sentence: ({ fileName }) => `Dropped the import of ${fileName}. Nothing of it was stored.`,
});

export const importChangedNothing = defineEvent('import-changed-nothing', {
  subject: 'import',
  detail: z.object({ fileName: z.string(), title: z.string(), version: z.int() }),
  sentence: ({ fileName, title, version }) =>
    `Accepted ${fileName}, which says the same as version ${version} of ${title}. Nothing changed.`,
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
