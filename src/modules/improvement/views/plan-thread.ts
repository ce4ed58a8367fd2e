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

/** The thread of a page: where nothing stands, the line breaks and says so. */
export function threadOf(stops: readonly ThreadStop[]): Stop[] {
  return stops.map((stop) => {
    const { kind, count, one, many = `${one}s`, name, href, current } = stop;
    if (count === 0) return { kind, label: many, count: 0, current, break: stop.none ?? `no ${one}` };
    return name === undefined
      ? { kind, label: count === 1 ? one : many, count, href, current }
      : { kind, label: name, href, current };
  });
}
