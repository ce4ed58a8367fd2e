import slugify from '@sindresorhus/slugify';
import type { Tx } from '../../../platform/db/index.ts';
import type { PlainDay } from '../../../platform/time/plain-day.ts';
import { stateHolding } from '../../identity/index.ts';
import { isIntroduced, leadKind } from '../plan/lead-kind.rule.ts';
import type { PlanReading } from '../plan/plan-reading.shape.ts';
import { insertRows } from '../../../platform/db/insert-rows.ts';

export interface VersionToStore {
  readonly versionId: number;
  readonly inForceFrom: PlainDay;
  readonly sourceName: string;
}

/** Writes every name the plan gives work to or introduces; returns the slug each name has in this version. */
export async function storeLeads(
  tx: Tx,
  version: VersionToStore,
  reading: PlanReading,
): Promise<ReadonlyMap<string, string>> {
  const people = new Map(reading.people.map((person) => [person.name, person]));
  const names = new Set([
    ...reading.priorities.flatMap((priority) => [
      ...priority.accountableLeads,
      ...priority.outcomes.flatMap((outcome) =>
        outcome.actions.flatMap((action) => action.milestones.flatMap((milestone) => milestone.leads)),
      ),
    ]),
    ...people.keys(),
    ...reading.people.flatMap((person) => person.holds),
  ]);
  const slugs = slugsFor(names);
  const rows = [];
  for (const [name, slug] of slugs) {
    const person = people.get(name);
    const holding =
      person === undefined || person.jobTitle === null
        ? null
        : await stateHolding(tx, {
            name,
            jobTitle: person.jobTitle,
            interim: person.interim,
            jobShare: person.jobShare,
            statedOn: version.inForceFrom,
            source: version.sourceName,
          });
    rows.push({
      version_id: version.versionId,
      slug,
      name,
      kind: leadKind(name, reading.people),
      job_title: person?.jobTitle ?? null,
      holds: person?.holds ?? [],
      introduced: isIntroduced(name, reading.people),
      person_id: holding?.personId ?? null,
      post_id: holding?.postId ?? null,
    });
  }
  await insertRows(tx, 'improvement.lead', rows);
  return slugs;
}

/** Names to slugs, one to one: two names that would share a slug are numbered in the order they stand. */
function slugsFor(names: ReadonlySet<string>): ReadonlyMap<string, string> {
  const slugs = new Map<string, string>();
  const taken = new Set<string>();
  for (const name of names) {
    const base = slugify(name) || 'lead';
    let slug = base;
    for (let copy = 2; taken.has(slug); copy += 1) slug = `${base}-${copy}`;
    taken.add(slug);
    slugs.set(name, slug);
  }
  return slugs;
}
