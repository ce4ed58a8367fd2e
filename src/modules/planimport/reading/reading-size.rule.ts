import type { PlanReading } from '../../improvement/index.ts';

/**
 * A reading is checked and kept by the process that serves pages, so it may be no larger than that does in passing: some
 * twelve times Kent’s plan.
 */
export const READING_AT_MOST = { values: 250_000, textBytes: 6 * 1024 * 1024 };

/** Whether a reading is no larger than one may be. Names and values count alike, as in a JSON text; text is counted in UTF-8. */
export function isOfTakenSize(reading: PlanReading, most = READING_AT_MOST): boolean {
  let [values, textBytes] = [0, 0];
  const waiting: unknown[] = [reading];
  while (waiting.length > 0) {
    const value = waiting.pop();
    values += 1;
    if (typeof value === 'string') textBytes += utf8Length(value);
    else if (Array.isArray(value)) for (const item of value as readonly unknown[]) waiting.push(item);
    else if (typeof value === 'object' && value !== null)
      for (const [name, item] of Object.entries(value)) {
        values += 1;
        textBytes += utf8Length(name);
        waiting.push(item);
      }
    if (values > most.values || textBytes > most.textBytes) return false;
  }
  return true;
}

const encoder = new TextEncoder();

function utf8Length(text: string): number {
  return encoder.encode(text).length;
}
