import type { PlainDay } from '../../../platform/time/plain-day.ts';
import { byAuthority, holdsOn, type Said, type Span } from '../sayings/said.rule.ts';
import type { Relation } from '../sayings/body-words.shape.ts';

/** From one body to another. */
export interface Line extends Said, Span {
  readonly id: number;
  readonly fromId: number;
  readonly toId: number;
  readonly relation: Relation;
  readonly detail: string | null;
}

/** The lines that hold on a day, each once: where several papers say it, the firmest. */
export function linesOn(lines: readonly Line[], day: PlainDay): readonly Line[] {
  const once = new Map<string, Line>();
  for (const line of lines.filter((one) => holdsOn(one, day)).toSorted(byAuthority)) {
    const key = `${line.fromId} ${line.relation} ${line.toId}`;
    const before = once.get(key);
    if (before === undefined) once.set(key, line);
    else if (before.detail === null && line.detail !== null)
      once.set(key, { ...before, detail: line.detail });
  }
  return [...once.values()];
}

/**
 * The bodies of a circle that a new line would close, in order, or null where it closes none. Peers may report to each
 * other; nothing can be a part of its own part.
 */
export function circleClosedBy(
  lines: readonly Pick<Line, 'fromId' | 'toId' | 'relation'>[],
  added: Pick<Line, 'fromId' | 'toId' | 'relation'>,
): readonly number[] | null {
  const next = new Map<number, number[]>();
  for (const { fromId, toId, relation } of lines)
    if (relation === added.relation) next.set(fromId, [...(next.get(fromId) ?? []), toId]);
  const seen = new Set<number>();
  const walk = (at: number, way: readonly number[]): readonly number[] | null => {
    if (at === added.fromId) return way;
    if (seen.has(at)) return null;
    seen.add(at);
    for (const to of next.get(at) ?? []) {
      const found = walk(to, [...way, to]);
      if (found !== null) return found;
    }
    return null;
  };
  return walk(added.toId, [added.fromId, added.toId]);
}
