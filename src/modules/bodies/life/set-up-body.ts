import slugify from '@sindresorhus/slugify';
import { sql } from 'kysely';
import type { Tx } from '../../../platform/db/index.ts';
import type { PlainDay } from '../../../platform/time/plain-day.ts';
import { type Actor, recordEvent } from '../../audit/index.ts';
import type { Attribute, Kind } from '../sayings/body-words.shape.ts';
import { bodySetUp } from '../events.ts';
import { TAKEN_SLUGS } from '../paths.ts';
import { type Entered, recordedBy } from '../sayings/write-change.write.ts';

export interface BodyToSetUp extends Entered {
  readonly name: string;
  readonly kind: Kind;
  /** The day from which it is there. */
  readonly day: PlainDay;
  readonly shownTo: 'everybody' | 'members';
  /** What else is known of it from the beginning. */
  readonly facts: readonly { readonly attribute: Attribute; readonly value: string }[];
}

export type SetUpBody =
  | { readonly kind: 'set-up'; readonly slug: string }
  | { readonly kind: 'name-taken'; readonly slug: string };

/** Sets a body up, with the resolution or decision behind it; without one it is proposed, and every page says so. */
export async function setUpBody(tx: Tx, actor: Actor, body: BodyToSetUp): Promise<SetUpBody> {
  const taken = await tx
    .selectFrom('bodies.fact as fact')
    .innerJoin('bodies.body as body', 'body.id', 'fact.body_id')
    .select('body.slug')
    .where('fact.attribute', '=', 'name')
    .where('fact.replaced_at', 'is', null)
    .where('fact.change', '<>', 'withdrawn')
    .where(sql`lower(fact.value)`, '=', body.name.toLowerCase())
    .executeTakeFirst();
  if (taken !== undefined) return { kind: 'name-taken', slug: taken.slug };
  const slug = await freeSlug(tx, body.name);
  const { id } = await tx
    .insertInto('bodies.body')
    .values({ slug, shown_to: body.shownTo, recorded_by: actor.name })
    .returning('id')
    .executeTakeFirstOrThrow();
  const row = recordedBy(actor, body);
  await tx
    .insertInto('bodies.fact')
    .values(
      [{ attribute: 'name', value: body.name }, { attribute: 'kind', value: body.kind }, ...body.facts].map(
        (fact) => ({ ...row, ...fact, body_id: id, from_day: body.day }),
      ),
    )
    .execute();
  await tx
    .insertInto('bodies.event')
    .values({
      ...row,
      body_id: id,
      kind: 'set-up',
      day: body.day,
      words: body.authority === null ? 'It is proposed to set it up.' : 'It was set up.',
      authority: body.authority,
    })
    .execute();
  await recordEvent(
    tx,
    actor,
    bodySetUp(slug, { name: body.name, day: body.day, authority: body.authority }),
  );
  return { kind: 'set-up', slug };
}

/** A name in addresses that nothing else has, now or as a page of this module. */
async function freeSlug(tx: Tx, name: string): Promise<string> {
  const wanted = slugify(name).slice(0, 80).replace(/-+$/, '') || 'body';
  for (let number = 1; ; number += 1) {
    const slug = number === 1 ? wanted : `${wanted}-${number}`;
    if (TAKEN_SLUGS.includes(slug)) continue;
    const known = await tx.selectFrom('bodies.body').select('id').where('slug', '=', slug).executeTakeFirst();
    if (known === undefined) return slug;
  }
}
