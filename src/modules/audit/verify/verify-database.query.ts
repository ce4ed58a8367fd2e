import { existsSync } from 'node:fs';
import type { Db } from '../../../platform/db/index.ts';
import { checkpointLines } from './read-checkpoints.port.ts';
import { trailOfDatabase } from './read-database.read.ts';
import type { Verdict } from './verdict.shape.ts';
import { verifyTrail } from './verify-trail.rule.ts';

/**
 * Verifies the trail of a living database against the checkpoint file that is kept beside it. A file that is gone though
 * the trail says that checkpoints were signed is a finding: taking it away is how a trail written anew would be hidden.
 *
 * @param kept where the checkpoint file is kept
 * @param named another copy to hold the trail against, that somebody named
 * @param trustedKey a public key that the reader kept elsewhere
 */
export async function verifyDatabase(
  db: Db,
  { kept, named }: { readonly kept: string; readonly named?: string | undefined },
  trustedKey?: string,
): Promise<Verdict> {
  const file = named ?? (existsSync(kept) ? kept : undefined);
  const lines = file === undefined ? undefined : checkpointLines(file);
  const verdict = await verifyTrail(await trailOfDatabase(db), lines, trustedKey);
  if (file !== undefined || verdict.kind === 'tampered' || !verdict.checkpoints.expected) return verdict;
  const sentence = `The trail says that checkpoints were signed, and there is no checkpoint file ${kept}. Put it back, or name a copy with --checkpoints.`;
  return { kind: 'tampered', finding: { sequence: undefined, sentence } };
}
