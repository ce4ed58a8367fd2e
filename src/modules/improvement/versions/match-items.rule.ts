import type { Source } from '../plan/plan-reading.shape.ts';

export type PlanThing = 'priority' | 'outcome' | 'action' | 'milestone' | 'requirement';

export interface FieldChange {
  /** Name of the field in the reading: "text", "tags", "end". */
  readonly field: string;
  /** Lists are joined by semicolons; nothing is the empty string. */
  readonly from: string;
  readonly to: string;
}

export interface Difference {
  readonly thing: PlanThing;
  readonly kind: 'added' | 'changed' | 'gone' | 'moved';
  /** The reference it has now; for what is gone, the one it had. A row of an action is "2.1.3 row 2". */
  readonly ref: string;
  /** The reference it had, where that is another, or where it is gone. */
  readonly formerRef: string | null;
  /** Its words, to know it by. */
  readonly words: string;
  readonly fields: readonly FieldChange[];
  /** Where it stands: in the later file, or in the earlier for what is gone. */
  readonly source: Source;
}

export interface Matched<T> {
  /** Each with its later self, in the later order. */
  readonly pairs: readonly (readonly [before: T, after: T])[];
  readonly added: readonly T[];
  readonly gone: readonly T[];
}

/**
 * Finds which thing of the later list is which of the earlier: first the same words under the same reference, then the
 * same words under another, then the same reference with other words. What is left was added, or is gone.
 */
export function matchItems<T extends { readonly ref: string }>(
  before: readonly T[],
  after: readonly T[],
  textOf: (item: T) => string,
): Matched<T> {
  const words = (item: T): string => textOf(item).toLowerCase().replace(/\s+/g, ' ').trim();
  const found = new Map<T, T>();
  const free = new Set(before);
  const by = (key: (item: T) => string): void => {
    const waiting = new Map<string, T[]>();
    for (const item of free) {
      const same = waiting.get(key(item));
      if (same === undefined) waiting.set(key(item), [item]);
      else same.push(item);
    }
    for (const item of after) {
      if (found.has(item)) continue;
      const match = waiting.get(key(item))?.shift();
      if (match === undefined) continue;
      found.set(item, match);
      free.delete(match);
    }
  };
  by((item) => `${item.ref}\n${words(item)}`);
  by((item) => (words(item) === '' ? `\n${item.ref}` : words(item)));
  by((item) => item.ref);
  return {
    pairs: after.flatMap((item): (readonly [T, T])[] => {
      const match = found.get(item);
      return match === undefined ? [] : [[match, item]];
    }),
    added: after.filter((item) => !found.has(item)),
    gone: before.filter((item) => free.has(item)),
  };
}

/** The fields whose words differ; white space does not count. */
export function fieldsChanged(
  before: Readonly<Record<string, string>>,
  after: Readonly<Record<string, string>>,
): readonly FieldChange[] {
  return Object.entries(after).flatMap(([field, to]) => {
    const from = before[field] ?? '';
    return from.replace(/\s+/g, ' ').trim() === to.replace(/\s+/g, ' ').trim() ? [] : [{ field, from, to }];
  });
}

/** A list as words. */
export function wordsOf(list: readonly string[]): string {
  return list.join('; ');
}
