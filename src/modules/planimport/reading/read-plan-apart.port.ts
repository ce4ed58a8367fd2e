import { readApart } from '../../../platform/intake/read-apart.ts';
import type { SourceDocument } from '../../../platform/intake/source-document.ts';
import { withPlainCharacters } from './plain-characters.rule.ts';
import type { ColumnRole, PlanReading } from '../../improvement/index.ts';
import { readPlan } from './read-plan.rule.ts';

/** A document as it is kept, and what its columns hold where a person said so. */
export interface PlanToRead {
  readonly fileName: string;
  /** A `SourceDocument` as JSON. */
  readonly document: string;
  readonly columns: Readonly<Record<string, ColumnRole>>;
}

export type ReadPlanApart =
  | { readonly kind: 'read'; readonly reading: PlanReading }
  /** What happened, where, and what to do. */
  | { readonly kind: 'unreadable'; readonly sentence: string };

/** How to make a file smaller that costs too much to read. */
export const KEEP_LESS =
  'Keep only the pages or the sheet with the plan, save that as a new file, and try again.';

/**
 * Reads the plan in a document again in a process of its own, so that a long or a hostile one keeps nobody else waiting. Never
 * throws; a document that was stopped comes back as a sentence that says so.
 */
export async function readPlanApart({ fileName, document, columns }: PlanToRead): Promise<ReadPlanApart> {
  const read = await readApart({
    from: import.meta.url,
    work: planInDocument,
    job: { columns },
    file: { fileName, bytes: Buffer.from(document, 'utf8') },
    mostBytes: Infinity,
    keepLess: KEEP_LESS,
  });
  return read.kind === 'answered'
    ? { kind: 'read', reading: read.answer }
    : { kind: 'unreadable', sentence: read.sentence };
}

/** The plan in a document that was opened before. Called in the process that reads, and nowhere else. */
export function planInDocument({ columns }: Pick<PlanToRead, 'columns'>, bytes: Uint8Array): PlanReading {
  const document = JSON.parse(Buffer.from(bytes).toString('utf8')) as SourceDocument;
  return withPlainCharacters(readPlan(document, { columns }));
}
