import type { Tx } from '../../../platform/db/index.ts';
import { type Answer, goSaying } from '../../../platform/web/answer.ts';
import type { PlainDay } from '../../../platform/time/plain-day.ts';
import { bodyPaths } from '../paths.ts';
import type { BodyPart } from '../sayings/body-part.shape.ts';
import { bodyNamed } from '../life/known-bodies.read.ts';
import { isPartReplaced } from './part-replaced.read.ts';

/**
 * Where to look instead of at a form about something that counts no more: it was sent twice, somebody was first, or the
 * page was gone back to. Null where there never was such a thing, or not for whoever asks.
 */
export async function partDoneAlready(
  tx: Tx,
  about: { readonly slug: string; readonly part: BodyPart; readonly id: string; readonly today: PlainDay },
): Promise<Answer | null> {
  const body = await bodyNamed(tx, about.slug, about.today);
  if (body === null || !(await isPartReplaced(tx, body.id, about))) return null;
  return goSaying(
    bodyPaths.record(body.slug),
    'That was ended, corrected or taken out already, so nothing was changed. This is what is recorded now.',
  );
}
