import type { Tx } from '../../../platform/db/index.ts';
import { addDays, type PlainDay } from '../../../platform/time/plain-day.ts';
import { type Actor, recordEvent } from '../../audit/index.ts';
import type { Clause } from './terms.rule.ts';
import { termsWritten } from '../events.ts';
import { readTerms } from './read-terms.read.ts';
import { lockBody } from '../life/lock-body.write.ts';
import { type Entered, recordedBy, replaceRow } from '../sayings/write-change.write.ts';

export interface TermsToWrite extends Entered {
  readonly slug: string;
  readonly title: string;
  readonly clauses: readonly Pick<Clause, 'number' | 'text'>[];
  /** The day from which they are in force; needs an authority. Null for a draft. */
  readonly inForceFrom: PlainDay | null;
}

export type WriteTerms =
  | { readonly kind: 'written'; readonly version: number }
  | { readonly kind: 'no-such-body' }
  /** Terms come into force by a resolution or a decision. */
  | { readonly kind: 'no-authority' }
  /** A later version is in force from this day. */
  | { readonly kind: 'later-version'; readonly from: PlainDay };

/** Writes a new version of a body's terms of reference. The version in force before ends the day before this one begins. */
export async function writeTerms(tx: Tx, actor: Actor, terms: TermsToWrite): Promise<WriteTerms> {
  if (terms.inForceFrom !== null && terms.authority === null) return { kind: 'no-authority' };
  const body = await lockBody(tx, terms.slug, terms.statedOn);
  if (body === null) return { kind: 'no-such-body' };
  const versions = await readTerms(tx, body.id);
  const from = terms.inForceFrom;
  if (from !== null) {
    // Everything is looked at before anything is written: a refusal leaves the record as it was.
    const later = versions.find(({ inForceFrom }) => inForceFrom !== null && inForceFrom >= from);
    if (later?.inForceFrom) return { kind: 'later-version', from: later.inForceFrom };
    for (const before of versions) {
      if (before.inForceFrom === null || (before.until !== null && before.until < from)) continue;
      const id = await replaceRow(tx, 'bodies.terms', before.id, {
        until: addDays(from, -1),
        change: 'ended',
        reason: 'A new version is in force from the day after',
        recordedBy: actor.name,
      });
      await copyClauses(tx, before.id, id);
    }
  }
  const version = Math.max(0, ...versions.map((one) => one.version)) + 1;
  const { id } = await tx
    .insertInto('bodies.terms')
    .values({
      ...recordedBy(actor, terms),
      body_id: body.id,
      version,
      title: terms.title,
      in_force_from: from,
      authority: terms.authority,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  await tx
    .insertInto('bodies.clause')
    .values(
      terms.clauses.map(({ number, text }, index) => ({ terms_id: id, position: index + 1, number, text })),
    )
    .execute();
  await recordEvent(
    tx,
    actor,
    termsWritten(body.slug, { version, clauses: terms.clauses.length, inForceFrom: from }),
  );
  return { kind: 'written', version };
}

/** A row that replaces another has the same clauses. */
async function copyClauses(tx: Tx, from: number, to: number): Promise<void> {
  await tx
    .insertInto('bodies.clause')
    .columns(['terms_id', 'position', 'number', 'text', 'place'])
    .expression((select) =>
      select
        .selectFrom('bodies.clause')
        .select((columns) => [columns.val(to).as('terms_id'), 'position', 'number', 'text', 'place'])
        .where('terms_id', '=', from),
    )
    .execute();
}
