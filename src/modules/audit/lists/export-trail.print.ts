import { sql } from 'kysely';
import type { Table } from '../../../platform/tables/table.ts';
import { toCsv } from '../../../platform/tables/to-csv.ts';
import type { WantedEvents } from './event-filter.read.ts';
import { type ExportedEvent, exportEvents, type ReadTrail } from './export-events.read.ts';

/** `jsonl` is what `throughline audit verify --export` reads; `csv` is for a spreadsheet. */
export const TRAIL_FORMATS = ['jsonl', 'csv'] as const;
export type TrailFormat = (typeof TRAIL_FORMATS)[number];

/**
 * The trail as text to take away, in pieces, so that a million events need no more memory than a page of them. Oldest
 * event first; where only some are wanted, the file says that it is not the whole.
 *
 * @returns at its end, how many events it wrote
 */
export async function* exportTrail(
  read: ReadTrail,
  wanted: WantedEvents,
  format: TrailFormat,
): AsyncGenerator<string, number> {
  const head = await read(async (db) => {
    const { rows } = await sql<{ installation: string; sequence: number; hash: string }>`
      select installation, sequence, encode(hash, 'hex') as hash from audit.chain`.execute(db);
    return rows[0];
  });
  if (head === undefined) throw new Error('The database does not say where its trail ends');
  const whole = Object.values(wanted).every((value) => value === undefined);
  let events = 0;
  let last: ExportedEvent | undefined;
  if (format === 'jsonl') {
    yield `${JSON.stringify({ format: 'throughline-audit-1', installation: head.installation, whole })}\n`;
  } else yield HEADINGS;
  for await (const page of exportEvents(read, wanted)) {
    events += page.length;
    last = page.at(-1);
    yield format === 'csv' ? linesOf(page) : page.map((event) => `${JSON.stringify(event)}\n`).join('');
  }
  if (format === 'jsonl') {
    yield `${JSON.stringify({ end: { events, ...endOf(whole ? head : { sequence: 0, hash: head.hash }, last) } })}\n`;
  }
  return events;
}

/** Where the file should end: events that the chain says there are, and that were not found, must be missed. */
function endOf(least: { sequence: number; hash: string }, last: ExportedEvent | undefined) {
  const { sequence, hash } = last !== undefined && last.sequence >= least.sequence ? last : least;
  return { sequence, hash };
}

const COLUMNS = [
  ['Number', 'sequence', 'number'],
  ['When (UTC)', 'at', 'text'],
  ['Who', 'name', 'text'],
  ['Kind of actor', 'actorKind', 'text'],
  ['Person', 'personId', 'number'],
  ['Request', 'requestId', 'reference'],
  ['Kind of event', 'type', 'text'],
  ['Kind of thing', 'subjectKind', 'text'],
  ['Thing', 'subjectRef', 'reference'],
  ['Detail', 'detail', 'text'],
  ['Version of detail', 'detailVersion', 'number'],
  ['Hash of the event before', 'previous', 'reference'],
  ['Hash', 'hash', 'reference'],
] as const satisfies readonly (readonly [string, keyof ExportedEvent, Table['columns'][number]['kind']])[];

function csv(page: readonly ExportedEvent[]): string {
  return toCsv({
    title: 'Audit trail',
    columns: COLUMNS.map(([heading, , kind]) => ({ heading, kind })),
    rows: page.map((event) => COLUMNS.map(([, member]) => event[member])),
  });
}

const HEADINGS = csv([]);

/** Without the headings, which stand at the top of the file alone. */
function linesOf(page: readonly ExportedEvent[]): string {
  return csv(page).slice(HEADINGS.length);
}
