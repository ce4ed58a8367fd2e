import { z } from 'zod';
import { defineEvent } from '../audit/index.ts';
import { formatDay, parsePlainDay } from '../../platform/time/plain-day.ts';

/** What the improvement module writes in the audit trail. Old rows are read with this: raise `version` to change it. */
export const planAccepted = defineEvent('plan-accepted', {
  subject: 'plan',
  detail: z.object({
    title: z.string(),
    version: z.int(),
    inForceFrom: z.string(),
    fileName: z.string(),
    fileSha256: z.string(),
    actions: z.int(),
    milestones: z.int(),
    measures: z.int(),
    requirements: z.int(),
  }),
  sentence: ({ title, version, inForceFrom, actions }) => {
    const day = parsePlainDay(inForceFrom);
    return `Accepted version ${version} of ${title}, ${actions} actions, in force from ${day === null ? inForceFrom : formatDay(day)}`;
  },
});

/** For whoever reads the trail. */
export const improvementEvents = [planAccepted];
