import type { Tx } from '../../../platform/db/index.ts';
import type { PlainDay } from '../../../platform/time/plain-day.ts';
import { type Actor, recordEvent } from '../../audit/index.ts';
import { addPost } from '../../identity/index.ts';
import type { Duty } from './statutory-posts.rule.ts';
import { protocolTied, statutoryPostNamed } from '../events.ts';

/** Who says something, and where. */
export interface Sourced {
  readonly source: string;
  readonly statedOn: PlainDay;
  readonly place: string | null;
}

export interface ProtocolToState extends Sourced {
  readonly slug: string;
  readonly title: string;
  readonly words: string;
  readonly origin: string | null;
  readonly points: readonly { readonly title: string; readonly words: string }[];
  readonly ties: readonly (Sourced & {
    readonly body: string | null;
    readonly duty: Duty | null;
    readonly accountability: 'holds' | 'shares' | null;
    readonly words: string;
    readonly day: PlainDay | null;
  })[];
}

/** Takes in a protocol or a set of principles, with its points and what it is tied to. */
export async function stateProtocol(tx: Tx, actor: Actor, protocol: ProtocolToState): Promise<void> {
  const { id } = await tx
    .insertInto('bodies.protocol')
    .values({
      slug: protocol.slug,
      title: protocol.title,
      words: protocol.words,
      origin: protocol.origin,
      source: protocol.source,
      stated_on: protocol.statedOn,
      place: protocol.place,
      recorded_by: actor.name,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  if (protocol.points.length > 0)
    await tx
      .insertInto('bodies.protocol_point')
      .values(protocol.points.map((point, index) => ({ ...point, protocol_id: id, position: index + 1 })))
      .execute();
  for (const tie of protocol.ties) {
    const body =
      tie.body === null
        ? undefined
        : await tx
            .selectFrom('bodies.body')
            .select('id')
            .where('slug', '=', tie.body)
            .executeTakeFirstOrThrow();
    await tx
      .insertInto('bodies.protocol_tie')
      .values({
        protocol_id: id,
        body_id: body?.id ?? null,
        duty: tie.duty,
        accountability: tie.accountability,
        words: tie.words,
        day: tie.day,
        source: tie.source,
        stated_on: tie.statedOn,
        place: tie.place,
      })
      .execute();
  }
  await recordEvent(tx, actor, protocolTied(protocol.slug, { title: protocol.title }));
}

/** Records that a paper names the post which carries a statutory duty. */
export async function stateStatutoryPost(
  tx: Tx,
  actor: Actor,
  { duty, post, source, statedOn, place }: Sourced & { readonly duty: Duty; readonly post: string },
): Promise<void> {
  const { postId } = await addPost(tx, actor, { title: post, organisation: null, holders: 'one' });
  await tx
    .insertInto('bodies.statutory_post')
    .values({
      duty,
      post_id: postId,
      weight: 'stated',
      source,
      stated_on: statedOn,
      place,
      change: 'stated',
      recorded_by: actor.name,
    })
    .execute();
  await recordEvent(tx, actor, statutoryPostNamed(String(postId), { duty, from: statedOn }));
}
