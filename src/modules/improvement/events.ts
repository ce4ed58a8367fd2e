import { z } from 'zod';
import { defineEvent } from '../audit/index.ts';

/** What the improvement module writes in the audit trail. Readers parse old rows with these: add, never change. */
export const planRead = defineEvent(
  'plan-read',
  z.object({ fileName: z.string(), fileSha256: z.string(), actions: z.number(), problems: z.number() }),
);

export const importChoiceMade = defineEvent(
  'import-choice-made',
  z.object({ subject: z.string(), choice: z.enum(['accept', 'correct', 'drop']) }),
);

export const columnsChosen = defineEvent(
  'import-columns-chosen',
  z.object({ columns: z.record(z.string(), z.string()) }),
);

export const planAccepted = defineEvent(
  'plan-accepted',
  z.object({
    title: z.string(),
    version: z.number(),
    inForceFrom: z.string(),
    fileName: z.string(),
    fileSha256: z.string(),
    actions: z.number(),
    milestones: z.number(),
    measures: z.number(),
    requirements: z.number(),
  }),
);

export const importDropped = defineEvent('import-dropped', z.object({ fileName: z.string() }));
