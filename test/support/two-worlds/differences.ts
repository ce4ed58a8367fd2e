import type { NormalAnswer } from './normal-answer.ts';

/** Something by which a reader could tell the two worlds apart. */
export interface Difference {
  readonly who: string;
  readonly request: string;
  /** Where in the answer: `status`, `header x-total`, `body at 1204`. */
  readonly place: string;
  readonly inA: string;
  readonly inB: string;
}

/** Everything in which two answers differ; of their bodies the first byte, with what stands around it. */
export function differences(
  asked: Pick<Difference, 'who' | 'request'>,
  inA: NormalAnswer,
  inB: NormalAnswer,
): readonly Difference[] {
  const found: Difference[] = [];
  if (inA.status !== inB.status)
    found.push({ ...asked, place: 'status', inA: String(inA.status), inB: String(inB.status) });
  for (const name of new Set([...inA.headers.keys(), ...inB.headers.keys()])) {
    const [a, b] = [inA, inB].map(({ headers }) => headers.get(name)?.join('\n') ?? '(none)') as [
      string,
      string,
    ];
    if (a !== b) found.push({ ...asked, place: `header ${name}`, inA: a, inB: b });
  }
  if (inA.body !== inB.body) {
    const at = firstDifference(inA.body, inB.body);
    const around = (body: string) => JSON.stringify(body.slice(Math.max(0, at - 60), at + 80));
    found.push({ ...asked, place: `body at ${at}`, inA: around(inA.body), inB: around(inB.body) });
  }
  return found;
}

function firstDifference(one: string, other: string): number {
  for (let at = 0; ; at += 1) if (one[at] !== other[at]) return at;
}
