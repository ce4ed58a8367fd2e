import type { Db } from '../../../platform/db/index.ts';
import type { PlainDay } from '../../../platform/time/plain-day.ts';
import { namesOn, readJoined } from '../../identity/index.ts';
import { nameOnDay, valueOn } from '../sayings/facts.rule.ts';
import { lifeOn, isThere } from '../life/life.rule.ts';
import { isOfficeAmongMembers, seatsOn } from '../seats/seats.rule.ts';
import { readBodies } from '../life/read-bodies.read.ts';
import { readSeats } from '../seats/read-seats.read.ts';

export interface GroupMember {
  readonly personId: number;
  readonly name: string;
}

export interface GroupOnDay {
  readonly id: number;
  readonly name: string;
  readonly members: readonly GroupMember[];
}

export interface Belonging {
  readonly who: string;
  readonly where: string;
  readonly from: PlainDay | null;
  readonly until: PlainDay | null;
}

export interface ChamberOnDay {
  readonly groups: readonly GroupOnDay[];
  /** Everybody in a seat of the council that day; null where no council is recorded. */
  readonly council: readonly GroupMember[] | null;
  /** Members of the council who are in no group. */
  readonly ungrouped: readonly GroupMember[];
  /** In a group and in no seat of the council. */
  readonly notOnCouncil: readonly GroupMember[];
  /** Every belonging to a group or to the council ever recorded, for what changed since a day. */
  readonly belongings: readonly Belonging[];
  /** Bodies that follow political balance, with their seats where they are known. */
  readonly balanced: readonly {
    readonly slug: string;
    readonly name: string;
    readonly seats: number | null;
  }[];
  readonly setAside: readonly {
    readonly slug: string;
    readonly name: string;
    readonly seats: number | null;
  }[];
}

/** The groups of the council on a day, who is in none, and the bodies whose seats follow them. */
export async function chamberOn(db: Db, day: PlainDay): Promise<ChamberOnDay> {
  const groups = await db.selectFrom('bodies.political_group').select(['id', 'name']).orderBy('id').execute();
  const rows = await db
    .selectFrom('bodies.group_membership')
    .selectAll()
    .where('replaced_at', 'is', null)
    .where('change', '<>', 'withdrawn')
    .orderBy('id')
    .execute();
  const nameOf = await namesOn(
    db,
    rows.map(({ person_id: id }) => id),
    day,
  );
  const joined = await readJoined(db);
  const inGroups = rows.filter((row) => row.from_day <= day && (row.until === null || day <= row.until));
  const bodies = (await readBodies(db, { on: day })).filter(
    (body) => body.shownTo === 'everybody' && isThere(lifeOn(body, day)),
  );
  const council = bodies.find((body) => valueOn(body.facts, 'kind', day) === 'council');
  const ruled = bodies.filter(({ facts }) => valueOn(facts, 'composition', day) !== undefined);
  const seats = await readSeats(
    db,
    { bodyIds: [...ruled.map(({ id }) => id), ...(council === undefined ? [] : [council.id])] },
    day,
  );
  const members =
    council === undefined
      ? null
      : once(
          seatsOn(seats.get(council.id) ?? [], day)
            .flatMap(({ holders }) => holders)
            .map(({ leadId, personName }) => ({ personId: leadId, name: personName })),
        );
  // A by-election, a resignation, a death: whoever came to or left the council since seats were shared out.
  const onTheCouncil = (council === undefined ? [] : (seats.get(council.id) ?? [])).flatMap((seat) =>
    isOfficeAmongMembers(seat)
      ? []
      : seat.sittings
          .filter(({ byPaper, byPost }) => !byPaper && !byPost)
          .map(({ personName, from, until }) => ({
            who: personName,
            where: 'the council',
            from,
            until,
          })),
  );
  const grouped = new Set(inGroups.map(({ person_id: id }) => joined.lead(id)));
  const onCouncil = new Set(members?.map(({ personId }) => personId));
  const withSeats = (rule: string) =>
    ruled
      .filter(({ facts }) => valueOn(facts, 'composition', day) === rule)
      .map((body) => ({
        slug: body.slug,
        name: nameOnDay(body.facts, day),
        seats: seatsOf(seatsOn(seats.get(body.id) ?? [], day), valueOn(body.facts, 'size', day)),
      }));
  return {
    groups: groups.map(({ id, name }) => ({
      id,
      name,
      members: inGroups
        .filter(({ group_id: group }) => group === id)
        .map(({ person_id: person }) => ({ personId: joined.lead(person), name: nameOf(person) })),
    })),
    council: members,
    ungrouped: members?.filter(({ personId }) => !grouped.has(personId)) ?? [],
    notOnCouncil:
      members === null
        ? []
        : inGroups
            .map(({ person_id: id }) => ({ personId: joined.lead(id), name: nameOf(id) }))
            .filter(({ personId }) => !onCouncil.has(personId)),
    belongings: [
      ...rows.map((row) => ({
        who: nameOf(row.person_id),
        where: groups.find(({ id }) => id === row.group_id)?.name ?? '',
        from: row.from_day as PlainDay,
        until: row.until as PlainDay | null,
      })),
      ...onTheCouncil,
    ],
    balanced: withSeats('balance'),
    setAside: withSeats('every-group'),
  };
}

function seatsOf(seats: ReturnType<typeof seatsOn>, size: string | undefined): number | null {
  if (size !== undefined) return Number(size);
  const filled = seats.filter(
    (seat) => (seat.capacity === 'group' || seat.capacity === 'member') && !isOfficeAmongMembers(seat),
  );
  if (filled.length === 0 || filled.some(({ places }) => places === null)) return null;
  return filled.reduce((sum, { places }) => sum + (places ?? 0), 0);
}

function once(people: readonly GroupMember[]): readonly GroupMember[] {
  return [...new Map(people.map((person) => [person.personId, person])).values()];
}
