import { z } from 'zod';
import { formatDay, parsePlainDay } from '../../platform/time/plain-day.ts';
import { defineEvent } from '../audit/index.ts';

/** What the balance module writes in the audit trail. Old rows are read with this: raise `version` to change it. */
export const seatsShared = defineEvent('seats-shared-out', {
  subject: 'determination',
  detail: z.object({ day: z.string(), bodies: z.int(), seats: z.int() }),
  sentence: ({ day, bodies, seats }) =>
    `Recorded how the council shared out ${seats} seats of ${bodies} bodies on ${inWords(day)}`,
});

export const balanceEvents = [seatsShared];

function inWords(day: string): string {
  const read = parsePlainDay(day);
  return read === null ? day : formatDay(read);
}
