import type { Target } from './plan-reading.ts';

export function readTargets(text: string, subItems: readonly string[]): readonly Target[] {
  return text === '' && subItems.length === 0 ? [] : [];
}
