import { createHash } from 'node:crypto';
import slugify from '@sindresorhus/slugify';
import { sql } from 'kysely';
import type { Tx } from '../../../platform/db/index.ts';
import type { PlainDay } from '../../../platform/time/plain-day.ts';
import { type Actor, recordEvent } from '../../audit/index.ts';
import { applyChoices } from '../domain/apply-choices.ts';
import { countReading } from '../domain/count-reading.ts';
import { importChangedNothing, planAccepted } from '../events.ts';
import { draftForChange, forgetDraft, type ImportDraft } from '../queries/import-draft.ts';
import type { PlanReading } from '../reading/plan-reading.ts';
import { storeVersion } from './store-version.ts';

export interface PlanToAccept {
  readonly draftId: string;
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

export type AcceptPlan =
  | { kind: 'accepted'; slug: string; version: number; actions: number }
  | { kind: 'nothing-changed'; slug: string; version: number }
  | { kind: 'already-ended'; ended: 'accepted' | 'dropped' }
  | { kind: 'plan-has-moved-on'; slug: string; version: number }
  | { kind: 'title-taken'; slug: string }
  | { kind: 'earlier-than-current'; inForceFrom: PlainDay }
  | { kind: 'opens-before-in-force' }
  | { kind: 'nothing-to-accept' }
  | { kind: 'no-such-draft' }
  | { kind: 'no-such-plan' };

/**
 * Makes a draft, as the person decided it, the next version of a plan. Accepting the same reading again changes
 * nothing. Where somebody else's version came first, nothing is stored and the person is told which.
 */
export async function acceptPlan(tx: Tx, actor: Actor, accept: PlanToAccept): Promise<AcceptPlan> {
  const draft = await draftForChange(tx, accept.draftId);
  if (draft === null) return { kind: 'no-such-draft' };
  if (draft.ended !== null) return { kind: 'already-ended', ended: draft.ended };
  const reading = applyChoices(draft.reading, draft.choices);
  const counts = countReading(reading);
  if (counts.actions === 0) return { kind: 'nothing-to-accept' };

  const plan = await planFor(tx, accept);
  if ('kind' in plan) return plan;
  const current = await tx
    .selectFrom('improvement.plan_version')
    .select(['id', 'number', 'in_force_from', 'reading_sha256'])
    .where('plan_id', '=', plan.id)
    .orderBy('number', 'desc')
    .executeTakeFirst();
  const digest = digestOf(reading);
  if (current?.reading_sha256 === digest) {
    await endDraft(tx, draft, current.id);
    await recordEvent(
      tx,
      actor,
      importChangedNothing(draft.id, {
        fileName: draft.fileName,
        title: plan.title,
        version: current.number,
      }),
    );
    return { kind: 'nothing-changed', slug: plan.slug, version: current.number };
  }
  if (accept.comparedWith !== 'whichever' && (current?.number ?? null) !== accept.comparedWith)
    return { kind: 'plan-has-moved-on', slug: plan.slug, version: current?.number ?? 0 };
  if (current !== undefined && accept.inForceFrom < current.in_force_from)
    return { kind: 'earlier-than-current', inForceFrom: current.in_force_from as PlainDay };

  const number = (current?.number ?? 0) + 1;
  const version = await tx
    .insertInto('improvement.plan_version')
    .values({
      plan_id: plan.id,
      number,
      in_force_from: accept.inForceFrom,
      accepted_by: actor.name,
      source_name: draft.fileName,
      source_sha256: draft.fileSha256,
      reading_sha256: digest,
      reading: JSON.stringify(reading),
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  await storeVersion(
    tx,
    { versionId: version.id, inForceFrom: accept.inForceFrom, sourceName: draft.fileName },
    reading,
  );
  await endDraft(tx, draft, version.id);
  await recordEvent(
    tx,
    actor,
    planAccepted(plan.slug, {
      title: plan.title,
      version: number,
      inForceFrom: accept.inForceFrom,
      fileName: draft.fileName,
      fileSha256: draft.fileSha256,
      actions: counts.actions,
      milestones: counts.milestones,
      measures: counts.measures,
      requirements: counts.requirements,
    }),
  );
  return { kind: 'accepted', slug: plan.slug, version: number, actions: counts.actions };
}

interface PlanRow {
  readonly id: number;
  readonly slug: string;
  readonly title: string;
}

/** The plan, locked so that two people's acceptances come one after the other; a new one is made where asked for. */
async function planFor(
  tx: Tx,
  accept: PlanToAccept,
): Promise<
  PlanRow | Extract<AcceptPlan, { kind: 'title-taken' | 'no-such-plan' | 'opens-before-in-force' }>
> {
  if ('slug' in accept.plan) {
    const plan = await tx
      .selectFrom('improvement.plan')
      .select(['id', 'slug', 'title'])
      .where('slug', '=', accept.plan.slug)
      .forUpdate()
      .executeTakeFirst();
    return plan ?? { kind: 'no-such-plan' };
  }
  const { newTitle, programme, shortName } = accept.plan;
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
    return existing.title === newTitle && accept.comparedWith !== 'whichever'
      ? existing
      : { kind: 'title-taken', slug };
  // Everything that can refuse a new plan comes before its first row.
  if (typeof accept.comparedWith === 'number') return { kind: 'no-such-plan' };
  if (accept.opensOn !== null && accept.opensOn < accept.inForceFrom)
    return { kind: 'opens-before-in-force' };
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
    .values({ programme_id: programmeId, slug, title: newTitle, opens_on: accept.opensOn })
    .returning(['id', 'slug', 'title'])
    .executeTakeFirstOrThrow();
}

/** The plan's part of an address: `/plan/import` is where plans are brought in, so no plan can be called that there. */
function slugOf(title: string): string {
  const slug = slugify(title);
  return slug === '' || slug === 'import' ? `plan-${slug}`.replace(/-$/, '') : slug;
}

/**
 * Ends a draft that became a version. The reading and the decisions stay, to say how the version came to be; the file's
 * own words go, since no page shows them any more: each action keeps those it was read from.
 */
async function endDraft(tx: Tx, draft: ImportDraft, versionId: number): Promise<void> {
  await tx
    .updateTable('improvement.import_draft')
    .set({ ended: 'accepted', version_id: versionId, document: null })
    .where('id', '=', draft.id)
    .execute();
  forgetDraft(draft.id, draft.columns);
}

/** A plan is the same wherever it stands in its file and however its reading was remarked on. */
function digestOf(reading: PlanReading): string {
  const { title, priorities, requirementSets, people } = reading;
  const plan = { title, priorities, requirementSets, people };
  const withoutPlaces = JSON.stringify(plan, (key, value: unknown) => (key === 'source' ? undefined : value));
  return createHash('sha256').update(withoutPlaces).digest('hex');
}
