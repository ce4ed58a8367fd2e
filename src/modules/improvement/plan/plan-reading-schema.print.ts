import { z } from 'zod';
import { PlanReading } from './plan-reading.shape.ts';

/**
 * The JSON Schema (draft 2020-12) of a plan's reading, as `throughline import plan FILE --dry-run --json` prints it. Made
 * from the same definition the reading is checked with, so the two cannot part.
 */
export function planReadingJsonSchema(): Readonly<Record<string, unknown>> {
  return z.toJSONSchema(PlanReading);
}
