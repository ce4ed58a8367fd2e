import { ChainReader } from './chain-reader.rule.ts';
import { CheckpointWatch } from './checkpoint-watch.rule.ts';
import type { TrailToVerify, Verdict } from './verdict.shape.ts';

/**
 * Verifies a trail from its first event to its last in one pass, and stops at the first that is not as it was recorded.
 * Holds no more than a page of events, the names and the checkpoint that is due next.
 *
 * @param checkpointLines the lines of the checkpoint file; undefined where there is none to hold the trail against
 * @param trustedKey a public key that the reader kept elsewhere; checkpoints of another key are then a finding
 */
export async function verifyTrail(
  trail: TrailToVerify,
  checkpointLines: AsyncIterable<string> | undefined,
  trustedKey?: string,
): Promise<Verdict> {
  const chain = new ChainReader(trail);
  const watch = new CheckpointWatch(trail, checkpointLines, trustedKey);
  for await (const page of trail.events) {
    for (const event of page) {
      const finding =
        typeof event === 'string'
          ? { sequence: chain.next, sentence: event }
          : (chain.read(event) ?? (watch.isDue(event) ? await watch.see(event) : undefined));
      if (finding !== undefined) return { kind: 'tampered', finding };
    }
  }
  const finding =
    (await chain.checkEnd()) ?? (await watch.checkEnd(chain.last?.sequence ?? 0)) ?? chain.checkErasures();
  if (finding !== undefined) return { kind: 'tampered', finding };
  return {
    kind: 'sound',
    events: chain.count,
    whole: trail.whole,
    first: chain.first,
    last: chain.last,
    lastAsked: chain.lastAsked,
    erasedNames: chain.erasedNames,
    clockPutBack: chain.clockPutBack,
    checkpoints: { expected: watch.expected, agree: watch.agree, last: watch.last },
  };
}
