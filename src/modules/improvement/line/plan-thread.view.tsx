import type { Stop, StopKind } from '../../../platform/web/thread.tsx';

/** One stop of the line as a page knows it: how many things stand there, where they are, and what to say of none. */
export interface ThreadStop {
  readonly kind: StopKind;
  readonly count: number;
  readonly one: string;
  readonly many?: string;
  /** For a single thing, its own name: "IN 3". */
  readonly name?: string | undefined;
  readonly href?: string | undefined;
  readonly current?: boolean | undefined;
  /** Where nothing stands here, what to say; "no measure" unless set. */
  readonly none?: string;
}

/**
 * The thread of a page. Where nothing stands at a stop the line breaks on the way to it, and says so; at the first stop,
 * on the way from it.
 */
export function threadOf(stops: readonly ThreadStop[]): Stop[] {
  const missing = stops.map((stop) => (stop.count === 0 ? (stop.none ?? `no ${stop.one}`) : undefined));
  return stops.map((stop, index) => {
    const { kind, count, one, many = `${one}s`, name, href, current } = stop;
    const broken = (index === 0 ? missing[0] : undefined) ?? missing[index + 1];
    if (count === 0) return { kind, label: many, count: 0, current, break: broken };
    return name === undefined
      ? { kind, label: count === 1 ? one : many, count, href, current, break: broken }
      : { kind, label: name, href, current, break: broken };
  });
}
