import type { PlanReading } from '../../src/modules/improvement/plan/plan-reading.shape.ts';

export const TOO_MANY_WORDS: number;
export function proseOf(value: unknown, place?: string): [place: string, text: string][];
export function copiedRuns(plan: PlanReading, source: string, facts?: readonly string[]): string[];
export function factsAsPrinted(plan: PlanReading): string[];
