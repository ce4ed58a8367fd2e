import { addPerson, type Role, type Thing } from '../../src/modules/identity/index.ts';
import type { Db } from '../../src/platform/db/index.ts';

/** Rows as they came to stand in the record, at moments of a test's own choosing; days as 'YYYY-MM-DD'. */

const operator = { kind: 'operator', name: 'Test' } as const;

interface Recorded {
  readonly from?: string;
  readonly to?: string | null;
  /** When it was recorded; now when left out. */
  readonly at?: string;
}

export async function addSomebody(db: Db, name: string): Promise<number> {
  const [surname = name, ...forenames] = name.split(' ').toReversed();
  return db.transaction().execute((tx) =>
    addPerson(tx, operator, {
      name: {
        title: null,
        forenames: forenames.toReversed(),
        knownAs: null,
        surname,
        suffix: null,
        honours: [],
      },
      source: 'A test',
    }),
  );
}

export async function addAPost(db: Db, title: string): Promise<number> {
  const { id } = await db
    .insertInto('identity.post')
    .values({ title })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

/** Somebody was put in a post; `stated` where only a paper says so. */
export async function recordHolding(
  db: Db,
  given: Recorded & {
    readonly personId: number;
    readonly postId: number;
    readonly change?: 'stated' | 'appointed';
    readonly replaced?: string;
  },
): Promise<number> {
  const { personId, postId, from = '2026-01-01', to = null, change = 'appointed', at, replaced } = given;
  const { id } = await db
    .insertInto('identity.holding')
    .values({
      person_id: personId,
      post_id: postId,
      since: from,
      until: to,
      stated_on: from,
      source: 'A test',
      end_source: to === null ? null : 'A test',
      manner: 'substantive',
      job_share: false,
      one_at_a_time: false,
      change,
      recorded_by: 'Test',
      ...(at === undefined ? {} : { recorded_at: at }),
      ...(replaced === undefined ? {} : { replaced_at: replaced }),
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

/** A role was given; `stopped` is the moment at which it was taken away again. */
export async function recordRole(
  db: Db,
  given: Recorded & {
    readonly role: Role;
    readonly personId?: number;
    readonly postId?: number;
    readonly stopped?: string;
  },
): Promise<void> {
  const { role, personId = null, postId = null, from = '2026-01-01', to = null, at, stopped } = given;
  const row = {
    role,
    person_id: personId,
    post_id: postId,
    from_day: from,
    to_day: to,
    source: 'A test',
    given_by: 'person',
    recorded_by: 'Test',
  };
  const { id } = await db
    .insertInto('access.role_grant')
    .values({
      ...row,
      ...(at === undefined ? {} : { recorded_at: at }),
      ...(stopped === undefined ? {} : { replaced_at: stopped }),
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  if (stopped !== undefined)
    await db
      .insertInto('access.role_grant')
      .values({ ...row, recorded_at: stopped, stopped_at: stopped, replaces: id, ended_by: 'person' })
      .execute();
}

/** One thing was opened to somebody, or shut to them. */
export async function recordJudgement(
  db: Db,
  ground: 'need-to-know' | 'interest',
  given: Recorded & { readonly personId: number; readonly thing: Thing; readonly stopped?: string },
): Promise<void> {
  const table = ground === 'interest' ? 'access.interest' : 'access.need_to_know';
  const { personId, thing, from = '2026-01-01', to = null, at, stopped } = given;
  const row = {
    person_id: personId,
    thing_kind: thing.kind,
    thing_ref: thing.ref,
    from_day: from,
    to_day: to,
    reason: 'A test',
    recorded_by: 'Test',
  };
  const { id } = await db
    .insertInto(table)
    .values({
      ...row,
      ...(at === undefined ? {} : { recorded_at: at }),
      ...(stopped === undefined ? {} : { replaced_at: stopped }),
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  if (stopped !== undefined)
    await db
      .insertInto(table)
      .values({ ...row, recorded_at: stopped, stopped_at: stopped, replaces: id })
      .execute();
}
