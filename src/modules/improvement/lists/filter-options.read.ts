import { sql } from 'kysely';
import type { Db } from '../../../platform/db/index.ts';
import { keepPerVersion } from '../plan/keep-per-version.read.ts';

interface Options {
  readonly priorities: readonly { readonly number: number; readonly title: string }[];
  readonly leads: readonly { readonly slug: string; readonly name: string }[];
  readonly partners: readonly string[];
  readonly requirements: readonly { readonly ref: string; readonly text: string }[];
  readonly sets: readonly { readonly code: string; readonly title: string }[];
  readonly months: readonly string[];
}

/** What the lists of a version can be narrowed by. */
export const filterOptions = keepPerVersion(async (db: Db, versionId: number): Promise<Options> => {
  const { rows } = await sql<Options>`select
    coalesce((select json_agg(json_build_object('number', number, 'title', title) order by number)
      from improvement.priority where version_id = ${versionId}), '[]') as priorities,
    coalesce((select json_agg(json_build_object('slug', slug, 'name', name) order by name)
      from improvement.lead where version_id = ${versionId}
        and exists (select from improvement.milestone_lead
          where milestone_lead.version_id = lead.version_id and milestone_lead.lead_slug = lead.slug)), '[]') as leads,
    coalesce((select array_agg(distinct partner order by partner) from (
      select unnest(joint_with) as partner from improvement.action where version_id = ${versionId}
      union select unnest(joint_with) from improvement.outcome where version_id = ${versionId}) as joint), '{}') as partners,
    coalesce((select json_agg(json_build_object('ref', ref, 'text', text) order by position)
      from improvement.requirement where version_id = ${versionId}), '[]') as requirements,
    coalesce((select json_agg(json_build_object('code', code, 'title', title) order by position)
      from improvement.requirement_set where version_id = ${versionId}), '[]') as sets,
    coalesce((select array_agg(distinct to_char(ends_on, 'YYYY-MM') order by to_char(ends_on, 'YYYY-MM'))
      from improvement.milestone where version_id = ${versionId} and ends_on is not null), '{}') as months`.execute(
    db,
  );
  return rows[0] ?? { priorities: [], leads: [], partners: [], requirements: [], sets: [], months: [] };
});
