import { createHash } from 'node:crypto';
import { printableFileName } from '../../../platform/intake/file-name.ts';
import { openFile } from '../../../platform/intake/open-file.ts';
import { readApart } from '../../../platform/intake/read-apart.ts';
import { readJson } from '../../../platform/intake/read-json.ts';
import { Refusal } from '../../../platform/intake/refusal.ts';
import { KEEP_LESS, readingOf } from './read-plan-apart.port.ts';
import { withPlainCharacters } from './plain-characters.rule.ts';
import { type Column, PlanReading } from '../../improvement/shapes.ts';
import { READING_AT_MOST } from './reading-size.rule.ts';

export type ReadPlanFile =
  | {
      readonly kind: 'read';
      readonly fileName: string;
      readonly fileSha256: string;
      /** What stands in the file, as JSON, the way it is kept; null where it is a reading. */
      readonly document: string | null;
      readonly reading: PlanReading;
    }
  | { readonly kind: 'unreadable'; readonly sentence: string };

type Columns = Readonly<Record<string, Column['role']>>;

/** What comes back from the process that reads. */
type PlanInFile =
  | {
      readonly kind: 'read';
      readonly fileSha256: string;
      readonly document: string | null;
      readonly reading: PlanReading;
    }
  | { readonly kind: 'unreadable'; readonly sentence: string };

/**
 * Opens a file a person gave and reads the plan in it, in a process of its own. A `.json` file is taken to be a reading, as
 * `--json` prints it: what one person checked can be handed to another, and the sample comes in by the same door as anybody's
 * plan.
 */
export async function readPlanFile(
  file: { readonly fileName: string; readonly bytes: Uint8Array },
  columns: Columns = {},
): Promise<ReadPlanFile> {
  const { fileName } = file;
  const read = await readApart({
    from: import.meta.url,
    work: planInFile,
    job: { fileName, columns },
    file,
    keepLess: KEEP_LESS,
  });
  if (read.kind === 'unreadable') return { kind: 'unreadable', sentence: read.sentence };
  return read.answer.kind === 'unreadable' ? read.answer : { ...read.answer, fileName };
}

/** The plan in a file, or why there is none. Called in the process that reads, and nowhere else. */
export async function planInFile(
  { fileName, columns }: { readonly fileName: string; readonly columns: Columns },
  bytes: Uint8Array,
): Promise<PlanInFile> {
  if (fileName.toLowerCase().endsWith('.json')) return readingInFile(printableFileName(fileName), bytes);
  const opened = await openFile({ fileName, bytes });
  if (opened.kind === 'unreadable') return { kind: 'unreadable', sentence: opened.sentence };
  const { document } = opened;
  const found = readingOf(document, columns);
  return found.kind === 'read'
    ? { ...found, fileSha256: hashOf(bytes), document: JSON.stringify(document) }
    : found;
}

function readingInFile(name: string, bytes: Uint8Array): PlanInFile {
  const unreadable = (sentence: string): PlanInFile => ({ kind: 'unreadable', sentence });
  try {
    const json = readJson(
      name,
      bytes,
      READING_AT_MOST,
      'Bring in the document that the reading was made from instead, or a part of the plan at a time.',
    );
    const parsed = PlanReading.safeParse(json);
    if (parsed.success)
      return {
        kind: 'read',
        fileSha256: hashOf(bytes),
        document: null,
        reading: withPlainCharacters(parsed.data),
      };
    const [first] = parsed.error.issues;
    return unreadable(
      `${name} is not a plan’s reading: ${places(parsed.error.issues.length)} not fit docs/plan-reading.schema.json; the first is ${first?.path.join('.') || 'the whole'}. Print one with throughline import plan FILE --dry-run --json.`,
    );
  } catch (error) {
    if (error instanceof Refusal) return unreadable(error.file.sentence);
    throw error;
  }
}

function places(number: number): string {
  return number === 1 ? '1 place does' : `${number.toLocaleString('en-GB')} places do`;
}

/** Worked out where the file is read, too: 25 MB take a tenth of a second. */
function hashOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
