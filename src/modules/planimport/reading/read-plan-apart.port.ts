import { printableFileName } from '../../../platform/intake/file-name.ts';
import { megabytes } from '../../../platform/intake/limits.ts';
import { readApart } from '../../../platform/intake/read-apart.ts';
import type { SourceDocument } from '../../../platform/intake/source-document.ts';
import { withPlainCharacters } from './plain-characters.rule.ts';
import type { ColumnRole, PlanReading } from '../../improvement/index.ts';
import { readPlan } from './read-plan.rule.ts';
import { isOfTakenSize, READING_AT_MOST } from './reading-size.rule.ts';

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
  return read.kind === 'answered' ? read.answer : { kind: 'unreadable', sentence: read.sentence };
}

/** The plan in a document that was opened before. Called in the process that reads, and nowhere else. */
export function planInDocument({ columns }: Pick<PlanToRead, 'columns'>, bytes: Uint8Array): ReadPlanApart {
  return readingOf(JSON.parse(Buffer.from(bytes).toString('utf8')) as SourceDocument, columns);
}

/** The plan in a document, where it is no larger than the process that serves pages takes. */
export function readingOf(document: SourceDocument, columns: PlanToRead['columns']): ReadPlanApart {
  const reading = withPlainCharacters(readPlan(document, { columns }));
  if (isOfTakenSize(reading)) return { kind: 'read', reading };
  const { values, textBytes } = READING_AT_MOST;
  return {
    kind: 'unreadable',
    sentence: `${printableFileName(document.fileName)} reads as a plan of more than ${values.toLocaleString('en-GB')} names and values or ${megabytes(textBytes)} of text, which is more than Throughline takes in at once. ${KEEP_LESS}`,
  };
}
