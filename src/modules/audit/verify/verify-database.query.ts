import { existsSync } from 'node:fs';
import type { Db } from '../../../platform/db/index.ts';
import { checkpointLines } from './read-checkpoints.port.ts';
import { trailOfDatabase } from './read-database.read.ts';
import type { Sound, Verdict } from './verdict.shape.ts';
import { verifyTrail } from './verify-trail.rule.ts';

/**
 * After an event that a page brought about, a checkpoint is due within 75 seconds while Throughline is served, and when it is
 * stopped or started again. Longer than that, for a disk that was slow and clocks that differ.
 */
const DUE_WITHIN = 5 * 60_000;

/**
 * Verifies the trail of a living database against the checkpoint file that is kept beside it. A file that is gone though
 * the trail says that checkpoints were signed is a finding: taking it away is how a trail written anew would be hidden. So is
 * one that was emptied, and one that lacks its end: events of pages that are older than a checkpoint takes, and without one.
 *
 * Lines that are gone from its beginning or middle leave no mark, since a machine that stopped leaves the same gaps; what is
 * left vouches for all events before it.
 *
 * @param kept where the checkpoint file is kept
 * @param named another copy to hold the trail against, that somebody named
 * @param trustedKey a public key that the reader kept elsewhere
 */
export async function verifyDatabase(
  db: Db,
  { kept, named }: { readonly kept: string; readonly named?: string | undefined },
  trustedKey?: string,
  now: Date = new Date(),
): Promise<Verdict> {
  const file = named ?? (existsSync(kept) ? kept : undefined);
  const lines = file === undefined ? undefined : checkpointLines(file);
  const verdict = await verifyTrail(await trailOfDatabase(db), lines, trustedKey);
  if (verdict.kind === 'tampered' || !verdict.checkpoints.expected) return verdict;
  const lacking =
    file === undefined
      ? `The trail says that checkpoints were signed, and there is no checkpoint file ${kept}. A trail written anew, or cut off at its end, would look the same. Put it back, or name a copy with --checkpoints.`
      : named === undefined
        ? endIsLacking(verdict, now)
        : undefined;
  if (lacking === undefined) return verdict;
  return { kind: 'tampered', finding: { sequence: undefined, isLacking: true, sentence: lacking } };
}

/** What to say where the kept file ends before it should; a copy that somebody kept elsewhere may end anywhere. */
function endIsLacking({ lastAsked, checkpoints }: Sound, now: Date): string | undefined {
  const covered = checkpoints.last?.sequence ?? 0;
  if (lastAsked === undefined || lastAsked.sequence <= covered) return undefined;
  const at = lastAsked.at / 1000;
  if (now.getTime() - at <= DUE_WITHIN) return undefined;
  return `The last checkpoint is of event ${covered}, and one is lacking for event ${lastAsked.sequence}, which a page brought about on ${new Date(at).toISOString().slice(0, 19).replace('T', ' ')} UTC: the end of the checkpoint file was cut off, or Throughline was killed, or could not write the file, and has not been started since. What follows event ${covered} may have been written anew. Start Throughline and verify again; where a copy of the file is longer, name it with --checkpoints.`;
}
