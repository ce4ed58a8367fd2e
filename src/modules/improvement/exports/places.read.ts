import type { Places, ReadPlace } from './places.shape.ts';
import { sql } from 'kysely';
import type { Db } from '../../../platform/db/index.ts';
import { keepPerVersion } from '../plan/keep-per-version.read.ts';
import type { HowRead, Provenance, Source } from '../plan/plan-reading.shape.ts';

/** The places of a version. Asked once and kept, since a version is never changed. */
export const placesOf = keepPerVersion(async (db: Db, versionId: number): Promise<Places> => {
  const [actions, milestones, requirements] = await Promise.all([
    sql<{ ref: string; source: Source }>`
      select ref, source from improvement.action where version_id = ${versionId}`.execute(db),
    sql<{ ref: string; ordinal: number; source: Source; howRead: HowRead; provenance: Provenance[] }>`
      select action_ref as ref, ordinal, source, how_read as "howRead", provenance
      from improvement.milestone where version_id = ${versionId}`.execute(db),
    sql<{ ref: string; source: Source }>`
      select ref, source from improvement.requirement where version_id = ${versionId}`.execute(db),
  ]);
  const ofAction = new Map(actions.rows.map(({ ref, source }) => [ref, source]));
  const ofRequirement = new Map(requirements.rows.map(({ ref, source }) => [ref, source]));
  const ofMilestone = new Map(milestones.rows.map((row) => [`${row.ref}/${row.ordinal}`, row]));
  const milestone = (ref: string, ordinal: number): ReadPlace => {
    const found = ofMilestone.get(`${ref}/${ordinal}`);
    return { source: found?.source ?? {}, howRead: found?.howRead ?? 'stated' };
  };
  return {
    action: (ref) => ofAction.get(ref) ?? {},
    requirement: (ref) => ofRequirement.get(ref) ?? {},
    milestone,
    measure: (ref, ordinal, text) => {
      const found = ofMilestone
        .get(`${ref}/${ordinal}`)
        ?.provenance.find((one) => one.of === 'measure' && one.value === text);
      return found === undefined
        ? // One that stands in no place of the file was put there by hand, or came in with its row.
          milestone(ref, ordinal)
        : { source: found.source, howRead: found.reading };
    },
  };
});
