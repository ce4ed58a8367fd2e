import { createHash } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import { sql } from 'kysely';
import type { Db, Tx } from '../../../platform/db/index.ts';
import type { SourceDocument } from '../../../platform/intake/source-document.ts';
import type { Choice } from './apply-choices.rule.ts';
import { SourceLines } from './source-lines.rule.ts';
import { PlanReading, type KnownVersion, versionById } from '../../improvement/index.ts';

export interface ImportDraft {
  readonly id: string;
  readonly fileName: string;
  readonly fileSha256: string;
  readonly createdAt: Date;
  readonly createdBy: string;
  readonly columns: Readonly<Record<string, string>>;
  /** Changes whenever the file is read again: decisions about one reading must not be taken for another's. */
  readonly readingKey: string;
  readonly reading: PlanReading;
  /** What was decided, oldest first: the newest about a subject counts. */
  readonly choices: readonly Choice[];
  readonly ended: 'accepted' | 'dropped' | null;
  /** The version it became. */
  readonly became: KnownVersion | null;
  /** Whether the file's own words are kept, or only a reading was brought in. */
  readonly hasDocument: boolean;
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Whether a text can be the number of a draft at all: the database refuses to compare any other. */
export function isDraftId(text: string): boolean {
  return UUID.test(text);
}

/** A draft as the review page shows it, or null where there is none by that number. */
export async function importDraft(db: Db | Tx, id: string): Promise<ImportDraft | null> {
  return readDraft(db, id, false);
}

/** The same draft, locked until the transaction ends: two acceptances of one draft come one after the other. */
export async function draftForChange(tx: Tx, id: string): Promise<ImportDraft | null> {
  return readDraft(tx, id, true);
}

/** What was in the file as JSON, for reading it again; null where a reading was brought in. */
export async function draftDocument(db: Db | Tx, id: string): Promise<string | null> {
  if (!isDraftId(id)) return null;
  const row = await db
    .selectFrom('planimport.draft')
    .select(sql<string | null>`document::text`.as('document'))
    .where('id', '=', id)
    .executeTakeFirst();
  return row?.document ?? null;
}

/** What was in the file, for showing beside the reading; null where a reading was brought in. */
export async function draftSource(db: Db | Tx, id: string): Promise<SourceLines | null> {
  const kept = sources.get(id);
  if (kept !== undefined) return kept;
  const found = await draftDocument(db, id);
  if (found === null) return null;
  const lines = new SourceLines(JSON.parse(found) as SourceDocument);
  sources.set(id, lines, { size: found.length });
  return lines;
}

/**
 * A plan a hundred times Kent's is some 50 MB to take out of the database and check, which no page should wait for
 * twice. Neither a draft's document nor the reading of it under some columns ever changes, so both are kept for
 * whoever is looking at them; in characters, so that several small plans fit where one large one does.
 */
const CHARACTERS_KEPT = 64 * 1024 * 1024;
const readings = new LRUCache<string, PlanReading>({ maxSize: CHARACTERS_KEPT });
const sources = new LRUCache<string, SourceLines>({ maxSize: CHARACTERS_KEPT });

/** Lets go of what is kept in memory of a draft that has ended. */
export function forgetDraft(id: string, columns: Readonly<Record<string, string>>): void {
  sources.delete(id);
  readings.delete(keyOf(id, columns));
}

async function readDraft(db: Db | Tx, id: string, lock: boolean): Promise<ImportDraft | null> {
  if (!isDraftId(id)) return null;
  const row = await db
    .selectFrom('planimport.draft')
    .select(['file_name', 'file_sha256', 'created_at', 'created_by', 'columns', 'ended', 'version_id'])
    .select(sql<boolean>`document is not null`.as('hasDocument'))
    .where('id', '=', id)
    .$if(lock, (query) => query.forUpdate())
    .executeTakeFirst();
  if (row === undefined) return null;
  const columns = row.columns as Record<string, string>;
  const { readingKey, reading } = await readingUnder(db, id, columns);
  const choices = await db
    .selectFrom('planimport.choice')
    .select(['subject', 'choice', 'correction'])
    .where('draft_id', '=', id)
    .orderBy('id')
    .execute();
  return {
    id,
    fileName: row.file_name,
    fileSha256: row.file_sha256,
    createdAt: row.created_at,
    createdBy: row.created_by,
    columns,
    readingKey,
    reading,
    choices: choices as Choice[],
    ended: row.ended as 'accepted' | 'dropped' | null,
    became: row.version_id === null ? null : await versionById(db, row.version_id),
    hasDocument: row.hasDocument,
  };
}

/** The reading of a draft under some columns, or, where somebody has just changed them, under those they chose. */
async function readingUnder(db: Db | Tx, id: string, columns: Readonly<Record<string, string>>) {
  const readingKey = keyOf(id, columns);
  const kept = readings.get(readingKey);
  if (kept !== undefined) return { readingKey, reading: kept };
  const row = await db
    .selectFrom('planimport.draft')
    .select(['columns', sql<string>`reading::text`.as('reading')])
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
  const reading = PlanReading.parse(JSON.parse(row.reading));
  const key = keyOf(id, row.columns as Record<string, string>);
  readings.set(key, reading, { size: row.reading.length });
  return { readingKey: key, reading };
}

function keyOf(id: string, columns: Readonly<Record<string, string>>): string {
  const chosen = Object.entries(columns).toSorted(([a], [b]) => (a < b ? -1 : 1));
  return createHash('sha256')
    .update(JSON.stringify([id, chosen]))
    .digest('hex')
    .slice(0, 16);
}
