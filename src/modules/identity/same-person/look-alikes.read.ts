import type { Db } from '../../../platform/db/index.ts';
import { groupedBy } from '../../../platform/grouped-by.ts';
import type { Proposal } from '../names/match-names.rule.ts';
import { byStrength, type KnownPerson, matchPeople } from '../names/match-people.rule.ts';
import { parseName } from '../names/parse-name.rule.ts';
import { printName } from '../names/print-name.rule.ts';
import { readJoined } from './read-joined.read.ts';

/** Another record that may be of the same person, and what speaks for it. */
export interface LookAlike extends Proposal {
  readonly personId: number;
  readonly name: string;
  /** Posts papers name the other record in. */
  readonly posts: readonly string[];
}

/**
 * Records that may be of the same person, the likeliest first, without those already joined to them or found to be
 * somebody else's. A proposal and no more: a person decides.
 */
export async function lookAlikes(db: Db, personId: number): Promise<readonly LookAlike[]> {
  const [joined, known] = [await readJoined(db), await knownPeople(db)];
  const own = joined.recordsOf(personId).flatMap((id) => known.get(id) ?? []);
  const merged: KnownPerson = {
    names: own.flatMap(({ names }) => names),
    posts: new Map(own.flatMap(({ posts }) => [...posts])),
  };
  return [...known]
    .flatMap(([id, other]): LookAlike[] => {
      if (joined.areOne(id, personId) || joined.keptApart(id, personId) !== undefined) return [];
      const proposal = matchPeople(merged, other);
      const [name] = other.names;
      if (proposal === null || name === undefined) return [];
      return [{ ...proposal, personId: id, name: printName(name, 'full'), posts: [...other.posts.values()] }];
    })
    .toSorted((a, b) => byStrength(a, b) || a.name.localeCompare(b.name, 'en-GB'));
}

/** Everybody by all their names, as recorded, former and printed, and the posts papers name them in. */
async function knownPeople(db: Db): Promise<ReadonlyMap<number, KnownPerson>> {
  const names = await db
    .selectFrom('identity.person_name')
    .select([
      'person_id as personId',
      'title',
      'forenames',
      'known_as as knownAs',
      'surname',
      'suffix',
      'honours',
    ])
    .where('replaced_at', 'is', null)
    .orderBy('from_day', (order) => order.desc().nullsLast())
    .execute();
  const statements = await db
    .selectFrom('identity.statement as statement')
    .innerJoin('identity.post as post', 'post.id', 'statement.post_id')
    .select([
      'statement.person_id as personId',
      'name_as_printed as printed',
      'post.id as postId',
      'post.title',
    ])
    .orderBy('statement.id')
    .execute();
  const printed = groupedBy(statements, ({ personId }) => personId);
  return new Map(
    [...groupedBy(names, ({ personId }) => personId)].map(([id, rows]): [number, KnownPerson] => {
      const said = printed.get(id) ?? [];
      return [
        id,
        {
          names: [
            ...rows.map(({ forenames, ...name }) => ({
              ...name,
              forenames: forenames === '' ? [] : forenames.split(' '),
            })),
            ...[...new Set(said.map((one) => one.printed))].flatMap((one) => parseName(one) ?? []),
          ],
          posts: new Map(said.map(({ postId, title }) => [postId, title])),
        },
      ];
    }),
  );
}
