import type { PlanReading } from '../../src/modules/improvement/reading/plan-reading.ts';

export const TOO_MANY_WORDS: number;
export function proseOf(plan: PlanReading): [place: string, text: string][];
export function copiedRuns(plan: PlanReading, source: string): string[];
