import { createHash } from 'node:crypto';
import slugify from '@sindresorhus/slugify';
import { sql } from 'kysely';
import type { Tx } from '../../../platform/db/index.ts';
import type { PlainDay } from '../../../platform/time/plain-day.ts';
import { type Actor, recordEvent } from '../../audit/index.ts';
import { countReading } from '../plan/count-reading.rule.ts';
import { planAccepted } from '../events.ts';
import type { PlanReading } from '../plan/plan-reading.shape.ts';
import { storeVersion } from './store-version.write.ts';

/** Which plan a version is of, and from when: what whoever accepts it says. */
export interface PlaceOfVersion {
  /** The plan this is a version of, or the title of a new one, with its name in addresses where that should be shorter. */
  readonly plan:
    | { readonly slug: string }
    | { readonly newTitle: string; readonly programme: string; readonly shortName?: string };
  /** The day from which this version is the plan. */
  readonly inForceFrom: PlainDay;
  /** For a new plan: the day its pages open at when a reader names none, not before the first version; null is today. */
  readonly opensOn: PlainDay | null;
  /** The version whose difference the person was shown; null when there was none; 'whichever' for a machine. */
  readonly comparedWith: number | null | 'whichever';
}

export interface VersionToAdd extends PlaceOfVersion {
  /** What the plan says, with references that are unique. */
  readonly reading: PlanReading;
  /** The file it was read from. */
  readonly fileName: string;
  readonly fileSha256: string;
}

export type VersionRefused =
  | { kind: 'plan-has-moved-on'; slug: string; version: number }
  | { kind: 'title-taken'; slug: string }
  | { kind: 'earlier-than-current'; inForceFrom: PlainDay }
  | { kind: 'opens-before-in-force' }
  | { kind: 'nothing-to-accept' }
  | { kind: 'no-such-plan' };

export type AddVersion =
  | { kind: 'added'; versionId: number; slug: string; version: number; actions: number }
  | { kind: 'nothing-changed'; versionId: number; slug: string; title: string; version: number }
  | VersionRefused;

/**
 * Makes what was read the next version of a plan, and of a new plan the first. The same reading again changes nothing.
 * Where somebody else's version came first, nothing is stored and the answer says which.
 */
export async function addVersion(tx: Tx, actor: Actor, add: VersionToAdd): Promise<AddVersion> {
  const { reading, fileName, fileSha256, inForceFrom } = add;
  const counts = countReading(reading);
  if (counts.actions === 0) return { kind: 'nothing-to-accept' };

  const plan = await planFor(tx, add);
  if ('kind' in plan) return plan;
  const { slug, title } = plan;
  const current = await tx
    .selectFrom('improvement.plan_version')
    .select(['id', 'number', 'in_force_from', 'reading_sha256'])
    .where('plan_id', '=', plan.id)
    .orderBy('number', 'desc')
    .executeTakeFirst();
  const digest = digestOf(reading);
  if (current?.reading_sha256 === digest)
    return { kind: 'nothing-changed', versionId: current.id, slug, title, version: current.number };
  if (add.comparedWith !== 'whichever' && (current?.number ?? null) !== add.comparedWith)
    return { kind: 'plan-has-moved-on', slug, version: current?.number ?? 0 };
  if (current !== undefined && inForceFrom < current.in_force_from)
    return { kind: 'earlier-than-current', inForceFrom: current.in_force_from as PlainDay };

  const number = (current?.number ?? 0) + 1;
  const { id: versionId } = await tx
    .insertInto('improvement.plan_version')
    .values({
      plan_id: plan.id,
      number,
      in_force_from: inForceFrom,
      accepted_by: actor.name,
      source_name: fileName,
      source_sha256: fileSha256,
      reading_sha256: digest,
      reading: JSON.stringify(reading),
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  await storeVersion(tx, { versionId, inForceFrom, sourceName: fileName }, reading);
  const { actions, milestones, measures, requirements } = counts;
  await recordEvent(
    tx,
    actor,
    planAccepted(slug, {
      title,
      version: number,
      inForceFrom,
      fileName,
      fileSha256,
      actions,
      milestones,
      measures,
      requirements,
    }),
  );
  return { kind: 'added', versionId, slug, version: number, actions };
}

interface PlanRow {
  readonly id: number;
  readonly slug: string;
  readonly title: string;
}

/** The plan, locked so that two people's acceptances come one after the other; a new one is made where asked for. */
async function planFor(
  tx: Tx,
  place: PlaceOfVersion,
): Promise<
  PlanRow | Extract<VersionRefused, { kind: 'title-taken' | 'no-such-plan' | 'opens-before-in-force' }>
> {
  if ('slug' in place.plan) {
    const plan = await tx
      .selectFrom('improvement.plan')
      .select(['id', 'slug', 'title'])
      .where('slug', '=', place.plan.slug)
      .forUpdate()
      .executeTakeFirst();
    return plan ?? { kind: 'no-such-plan' };
  }
  const { newTitle, programme, shortName } = place.plan;
  const slug = slugOf(shortName ?? newTitle);
  // New plans are made one at a time: two people bringing in the same new plan must meet here, not at a constraint.
  await sql`select pg_advisory_xact_lock(hashtext('improvement.plan'))`.execute(tx);
  const existing = await tx
    .selectFrom('improvement.plan')
    .select(['id', 'slug', 'title'])
    .where('slug', '=', slug)
    .forUpdate()
    .executeTakeFirst();
  // Somebody may have accepted the same new plan a moment ago: then theirs is the one this is compared with. A machine
  // looks at no difference, so what it was told is a new plan must be one.
  if (existing !== undefined)
    return existing.title === newTitle && place.comparedWith !== 'whichever'
      ? existing
      : { kind: 'title-taken', slug };
  // Everything that can refuse a new plan comes before its first row.
  if (typeof place.comparedWith === 'number') return { kind: 'no-such-plan' };
  if (place.opensOn !== null && place.opensOn < place.inForceFrom) return { kind: 'opens-before-in-force' };
  await tx
    .insertInto('improvement.programme')
    .values({ title: programme })
    .onConflict((conflict) => conflict.column('title').doNothing())
    .execute();
  const { id: programmeId } = await tx
    .selectFrom('improvement.programme')
    .select('id')
    .where('title', '=', programme)
    .executeTakeFirstOrThrow();
  return tx
    .insertInto('improvement.plan')
    .values({ programme_id: programmeId, slug, title: newTitle, opens_on: place.opensOn })
    .returning(['id', 'slug', 'title'])
    .executeTakeFirstOrThrow();
}

/** The plan's part of an address: `/plan/import` is where plans are brought in, so no plan can be called that there. */
function slugOf(title: string): string {
  const slug = slugify(title);
  return slug === '' || slug === 'import' ? `plan-${slug}`.replace(/-$/, '') : slug;
}

/** A plan is the same wherever it stands in its file and however its reading was remarked on. */
function digestOf(reading: PlanReading): string {
  const { title, priorities, requirementSets, people } = reading;
  const plan = { title, priorities, requirementSets, people };
  const withoutPlaces = JSON.stringify(plan, (key, value: unknown) => (key === 'source' ? undefined : value));
  return createHash('sha256').update(withoutPlaces).digest('hex');
}
