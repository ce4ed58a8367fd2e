import { sql } from 'kysely';
import type { Db } from '../../../platform/db/index.ts';
import type { PlainDay } from '../../../platform/time/plain-day.ts';
import { foldName } from '../names/name.rule.ts';
import { groupedBy } from '../../../platform/grouped-by.ts';
import { nameOn } from '../names/name-on.rule.ts';
import { printName } from '../names/print-name.rule.ts';
import { type Holder, holdingsOfPeople } from '../holdings/holders-on.read.ts';
import { readJoined } from '../same-person/read-joined.read.ts';
import { readNames, type RecordedName } from '../names/read-names.read.ts';

export interface PersonRow {
  readonly id: number;
  readonly name: string;
  /** What they held on the day. */
  readonly holds: readonly Holder[];
  /** How many records are joined in this one; 1 where none is. */
  readonly records: number;
}

export interface PeopleWanted {
  /** Words that all stand in one of a person's names, or in the title of a post papers name them in. */
  readonly search: string;
  readonly day: PlainDay;
  /** Only those of whom a council publishes anything: a post they hold or held, a paper that names them. */
  readonly publishedOnly?: boolean;
}

/** Everybody who fits, each once by the name they had on the day, in the order of surnames; posts come with `holdsOf`. */
export async function findPeople(
  db: Db,
  { search, day, publishedOnly = false }: PeopleWanted,
): Promise<readonly { readonly id: number; readonly name: string; readonly records: number }[]> {
  const words = foldName(search).split(' ').filter(Boolean);
  const { rows } = await sql<{ id: number }>`
    select id from identity.person where ${
      words.length === 0
        ? sql`true`
        : sql.join(
            words.map((word) => {
              const like = `%${word.replaceAll(/[%_\\]/g, String.raw`\$&`)}%`;
              return sql`(exists (select from identity.person_name as name
                where name.person_id = person.id and name.replaced_at is null and name.search like ${like}
                  and ${publishedOnly ? isNameOn(day) : sql`true`})
                or exists (select from identity.holding
                  join identity.post on post.id = holding.post_id
                  where holding.person_id = person.id and lower(post.title) like ${like}))`;
            }),
            sql` and `,
          )
    } and ${publishedOnly ? IS_PUBLISHED : sql`true`} order by id`.execute(db);
  const joined = await readJoined(db);
  const leads = [...new Set(rows.map(({ id }) => joined.lead(id)))];
  const names = groupedBy(
    (await readNames(db, leads)).filter(({ isReplaced }) => !isReplaced),
    ({ personId }) => personId,
  );
  return leads
    .flatMap((id) => {
      const name = nameOn(names.get(id) ?? [], day);
      return name === undefined ? [] : [{ id, name, records: joined.recordsOf(id).length }];
    })
    .toSorted((a, b) => sortKey(a.name).localeCompare(sortKey(b.name), 'en-GB'))
    .map((row) => ({ ...row, name: printName(row.name, 'full') }));
}

/** Whoever may not read former names finds nobody by one: only by the name of the day, which their page shows. */
function isNameOn(day: PlainDay) {
  return sql`not exists (select from identity.person_name as later
    where later.person_id = name.person_id and later.replaced_at is null and later.from_day <= ${day}::date
      and (name.from_day is null or later.from_day > name.from_day))
    and (name.from_day is null or name.from_day <= ${day}::date or not exists (
      select from identity.person_name as earlier where earlier.person_id = name.person_id and earlier.replaced_at is null
        and (earlier.from_day is null or earlier.from_day < name.from_day)))`;
}

const IS_PUBLISHED = sql`(exists (select from identity.holding
    where holding.person_id = person.id and holding.change <> 'withdrawn' and holding.replaced_at is null)
  or exists (select from identity.statement where statement.person_id = person.id))`;

/** The same people with what they held on the day; ask for one page of them. */
export async function withPosts(
  db: Db,
  people: readonly { readonly id: number; readonly name: string; readonly records: number }[],
  day: PlainDay,
): Promise<readonly PersonRow[]> {
  const holders = await holdingsOfPeople(
    db,
    people.map(({ id }) => id),
    day,
  );
  const byLead = groupedBy(holders, ({ leadId }) => leadId);
  return people.map((person) => ({ ...person, holds: byLead.get(person.id) ?? [] }));
}

function sortKey(name: RecordedName): string {
  return foldName([name.surname, ...name.forenames].join(' '));
}
