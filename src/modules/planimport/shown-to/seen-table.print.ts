import { momentInWords } from '../../../platform/time/moment-words.ts';
import { formatDay, type PlainDay } from '../../../platform/time/plain-day.ts';
import type { Table } from '../../../platform/tables/table.ts';
import type { DraftRead } from './draft-in-trail.read.ts';
import type { DraftReader } from './draft-readers.read.ts';

/** Who could see a draft on a day, and who did, a row each. */
export function seenTable(day: PlainDay, could: readonly DraftReader[], reads: readonly DraftRead[]): Table {
  return {
    title: `Who could see the draft on ${formatDay(day)}, and who did`,
    columns: [
      { heading: 'Day', kind: 'day' },
      { heading: 'Person', kind: 'text' },
      { heading: 'What', kind: 'text' },
      { heading: 'Ground', kind: 'text' },
      { heading: 'When', kind: 'text' },
      { heading: 'Event', kind: 'number' },
    ],
    rows: [
      ...could.map(({ name, grounds, mayChange }) => [
        day,
        name,
        mayChange ? 'Could read it and decide about it' : 'Could read it',
        grounds.join('; '),
        null,
        null,
      ]),
      ...reads.map(({ by, ground, at, sequence }) => [
        day,
        by,
        'Read it',
        ground,
        momentInWords(at),
        sequence,
      ]),
    ],
  };
}
