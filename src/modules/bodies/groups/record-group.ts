import { sql } from 'kysely';
import type { Tx } from '../../../platform/db/index.ts';
import { addDays, formatDay, type PlainDay } from '../../../platform/time/plain-day.ts';
import { type Actor, recordEvent } from '../../audit/index.ts';
import { type PrintedNameMatch, peopleByPrintedName, readJoined } from '../../identity/index.ts';
import { groupRecorded } from '../events.ts';

export interface GroupToRecord {
  readonly name: string;
  /** Everybody in it from the day, as printed. */
  readonly members: readonly string[];
  readonly from: PlainDay;
  readonly source: string;
  readonly statedOn: PlainDay;
}

/** A line of the list of members that cannot be taken as it is. */
export interface LineProblem {
  readonly line: number;
  readonly sentence: string;
}

export type RecordGroup =
  | { readonly kind: 'recorded'; readonly joined: number; readonly left: number; readonly moved: number }
  | { readonly kind: 'lines'; readonly problems: readonly LineProblem[] }
  /** The record has later changes of this group: they would be undone. */
  | { readonly kind: 'later-changes'; readonly day: PlainDay };

interface MembershipRow {
  readonly id: number;
  readonly group_id: number;
  readonly person_id: number;
  readonly from_day: string;
  readonly until: string | null;
  readonly source: string;
  readonly stated_on: string;
}

/**
 * Records who is in a political group from a day: whoever was and is not on the list leaves the day before, whoever is new
 * joins, and leaves another group they were in (one group at a time, SI 1990/1553 regs 9 to 11).
 */
export async function recordGroup(tx: Tx, actor: Actor, group: GroupToRecord): Promise<RecordGroup> {
  const matches = await peopleByPrintedName(tx, group.members, group.from);
  const problems = lineProblems(group.members, matches);
  if (problems.length > 0) return { kind: 'lines', problems };
  const joined = await readJoined(tx);
  const listed = matches.flatMap((match) => (match.kind === 'one' ? [match.personId] : []));
  // Two lists of one council come one after the other.
  await sql`select pg_advisory_xact_lock(hashtext('bodies.group_membership'))`.execute(tx);
  const known = await groupNamed(tx, group.name);
  const rows: readonly MembershipRow[] = await tx
    .selectFrom('bodies.group_membership')
    .selectAll()
    .where('replaced_at', 'is', null)
    .where('change', '<>', 'withdrawn')
    .execute();
  const concerned = rows.filter(
    (row) => row.group_id === known || listed.some((id) => joined.areOne(id, row.person_id)),
  );
  const later = concerned.map((row) => row.from_day).filter((day) => day > group.from);
  const [laterDay] = later.toSorted();
  if (laterDay !== undefined) return { kind: 'later-changes', day: laterDay as PlainDay };
  const groupId = known ?? (await addGroup(tx, actor, group.name));
  const holding = concerned.filter((row) => row.until === null || row.until >= group.from);
  const isListed = (row: MembershipRow) => listed.some((id) => joined.areOne(id, row.person_id));
  const staying = holding.filter((row) => row.group_id === groupId && isListed(row));
  const leaving = holding.filter((row) => row.group_id === groupId && !isListed(row));
  const moving = holding.filter((row) => row.group_id !== groupId);
  for (const row of [...leaving, ...moving]) await endMembership(tx, actor, row, group);
  const joining = listed.filter((id) => !staying.some((row) => joined.areOne(id, row.person_id)));
  if (joining.length > 0)
    await tx
      .insertInto('bodies.group_membership')
      .values(
        joining.map((personId) => ({
          group_id: groupId,
          person_id: personId,
          from_day: group.from,
          source: group.source,
          stated_on: group.statedOn,
          change: 'recorded',
          recorded_by: actor.name,
        })),
      )
      .execute();
  await recordEvent(
    tx,
    actor,
    groupRecorded(group.name, { joined: joining.length, left: leaving.length, day: group.from }),
  );
  return { kind: 'recorded', joined: joining.length, left: leaving.length, moved: moving.length };
}

/** What a person must put right in a list of names: a name nobody has, several people have, or that stands there twice. */
export function lineProblems(
  names: readonly string[],
  matches: readonly PrintedNameMatch[],
): readonly LineProblem[] {
  const seen = new Map<number, number>();
  return matches.flatMap((match, index): LineProblem[] => {
    const line = index + 1;
    const name = names[index] ?? '';
    if (match.kind === 'one') {
      const before = seen.get(match.personId);
      seen.set(match.personId, line);
      return before === undefined
        ? []
        : [{ line, sentence: `Line ${line}: ${match.name} stands on line ${before} already` }];
    }
    const likely = match.likely.map((person) => person.name).join(' or ');
    if (match.kind === 'several')
      return [
        {
          line,
          sentence: `Line ${line}: several people are called “${name}”. Join their records first, or write the name in full`,
        },
      ];
    return [
      {
        line,
        sentence:
          likely === ''
            ? `Line ${line}: nobody in the record is called “${name}”. Add the person first, or correct the name`
            : `Line ${line}: nobody in the record is called “${name}”. Did you mean ${likely}?`,
      },
    ];
  });
}

async function endMembership(
  tx: Tx,
  actor: Actor,
  row: MembershipRow,
  { from, source, statedOn }: GroupToRecord,
): Promise<void> {
  await tx
    .updateTable('bodies.group_membership')
    .set({ replaced_at: sql`clock_timestamp()` })
    .where('id', '=', row.id)
    .execute();
  // Whoever joined on that very day never was in it.
  const never = row.from_day === from;
  await tx
    .insertInto('bodies.group_membership')
    .values({
      group_id: row.group_id,
      person_id: row.person_id,
      from_day: row.from_day,
      until: never ? row.until : addDays(from, -1),
      source,
      stated_on: statedOn,
      change: never ? 'withdrawn' : 'ended',
      reason: `Not in the group from ${formatDay(from)}`,
      replaces: row.id,
      recorded_by: actor.name,
    })
    .execute();
}

async function groupNamed(tx: Tx, name: string): Promise<number | undefined> {
  const known = await tx
    .selectFrom('bodies.political_group')
    .select('id')
    .where(sql`lower(name)`, '=', name.toLowerCase())
    .executeTakeFirst();
  return known?.id;
}

async function addGroup(tx: Tx, actor: Actor, name: string): Promise<number> {
  const made = await tx
    .insertInto('bodies.political_group')
    .values({ name, recorded_by: actor.name })
    .returning('id')
    .executeTakeFirstOrThrow();
  return made.id;
}
