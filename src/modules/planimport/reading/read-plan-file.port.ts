import { createHash } from 'node:crypto';
import { openFileSafely } from '../../../platform/intake/open-file-safely.ts';
import type { SourceDocument } from '../../../platform/intake/source-document.ts';
import { readingLimits, readPlanApart } from './read-plan-apart.port.ts';
import { type Column, PlanReading } from '../../improvement/index.ts';

export type ReadPlanFile =
  | {
      readonly kind: 'read';
      readonly fileName: string;
      readonly fileSha256: string;
      readonly document: SourceDocument | null;
      readonly reading: PlanReading;
    }
  | { readonly kind: 'unreadable'; readonly sentence: string };

/**
 * Opens a file a person gave and reads the plan in it. A `.json` file is taken to be a reading, as `--json` prints it:
 * what one person checked can be handed to another, and the sample comes in by the same door as anybody's plan.
 */
export async function readPlanFile(
  file: { readonly fileName: string; readonly bytes: Uint8Array },
  columns: Readonly<Record<string, Column['role']>> = {},
): Promise<ReadPlanFile> {
  const fileSha256 = createHash('sha256').update(file.bytes).digest('hex');
  if (file.fileName.toLowerCase().endsWith('.json')) {
    const reading = readingFrom(file.bytes);
    return typeof reading === 'string'
      ? { kind: 'unreadable', sentence: `${file.fileName} is not a plan’s reading: ${reading}` }
      : { kind: 'read', fileName: file.fileName, fileSha256, document: null, reading };
  }
  const begun = performance.now();
  const opened = await openFileSafely(file);
  if (opened.kind === 'unreadable') return { kind: 'unreadable', sentence: opened.sentence };
  const { document } = opened;
  const read = await readPlanApart({ document, columns }, readingLimits(performance.now() - begun));
  return read.kind === 'unreadable'
    ? read
    : { kind: 'read', fileName: file.fileName, fileSha256, document, reading: read.reading };
}

/** Far more than a plan a hundred times Kent's. */
const READING_AT_MOST = 64 * 1024 * 1024;

function readingFrom(bytes: Uint8Array): PlanReading | string {
  if (bytes.byteLength > READING_AT_MOST) return 'it is larger than 64 MB.';
  let json: unknown;
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    if (/\0|\\u0000/.test(text)) return 'it holds a character (NUL) that no text can hold.';
    json = JSON.parse(text);
  } catch {
    return 'it is not JSON text. Print one with throughline import plan FILE --dry-run --json.';
  }
  const parsed = PlanReading.safeParse(json);
  if (parsed.success) return parsed.data;
  const first = parsed.error.issues[0];
  return `${parsed.error.issues.length} places do not fit docs/plan-reading.schema.json; the first is ${first?.path.join('.') ?? 'the whole'}.`;
}
