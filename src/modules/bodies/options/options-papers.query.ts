import { z } from 'zod';
import type { Db } from '../../../platform/db/index.ts';
import type { PlainDay } from '../../../platform/time/plain-day.ts';
import { type Consequences, consequencesOf, type OptionChange } from './options.rule.ts';
import { isThere } from '../life/life.rule.ts';
import { seatsOn } from '../seats/seats.rule.ts';
import { termsOn } from '../terms/terms.rule.ts';
import type { Relation } from '../sayings/body-words.shape.ts';
import { structureOn } from '../structure/structure-on.query.ts';
import { readSeats } from '../seats/read-seats.read.ts';
import { readTermsOf } from '../terms/read-terms.read.ts';

export interface OptionsPaperRow {
  readonly slug: string;
  readonly title: string;
  readonly question: string;
  readonly asAt: PlainDay;
  readonly source: string;
  readonly statedOn: PlainDay;
}

export interface Option {
  readonly id: number;
  readonly title: string;
  readonly words: string;
  readonly numbers: readonly { readonly place: string; readonly number: number }[];
  readonly changes: readonly OptionChange[];
  readonly consequences: Consequences;
}

export interface OptionsPaper extends OptionsPaperRow {
  readonly options: readonly Option[];
}

/** Papers that put future structures beside today's, the newest first. */
export async function optionsPapers(db: Db): Promise<readonly OptionsPaperRow[]> {
  const rows = await db
    .selectFrom('bodies.options_paper')
    .selectAll()
    .orderBy('stated_on', 'desc')
    .orderBy('id', 'desc')
    .execute();
  return rows.map((row) => ({
    slug: row.slug,
    title: row.title,
    question: row.question,
    asAt: row.as_at as PlainDay,
    source: row.source,
    statedOn: row.stated_on as PlainDay,
  }));
}

const Numbers = z.array(z.object({ place: z.string(), number: z.int() }));

/** One such paper with what each option would cost and change, worked out from the record of its day. */
export async function optionsPaper(db: Db, slug: string): Promise<OptionsPaper | null> {
  const found = (await optionsPapers(db)).find((paper) => paper.slug === slug);
  if (found === undefined) return null;
  const rows = await db
    .selectFrom('bodies.option as option')
    .innerJoin('bodies.options_paper as paper', 'paper.id', 'option.paper_id')
    .selectAll('option')
    .where('paper.slug', '=', slug)
    .orderBy('option.position')
    .execute();
  const ids = rows.map(({ id }) => id);
  const changeRows =
    ids.length === 0
      ? []
      : await db
          .selectFrom('bodies.option_change')
          .selectAll()
          .where('option_id', 'in', ids)
          .orderBy('id')
          .execute();
  const today = await structureToday(db, found.asAt);
  return {
    ...found,
    options: rows.map((row): Option => {
      const changes = changeRows
        .filter(({ option_id: id }) => id === row.id)
        .map((change): OptionChange => ({
          kind: change.kind as OptionChange['kind'],
          bodyId: change.body_id,
          toBodyId: change.to_body_id,
          newName: change.new_name,
          relation: change.relation as Relation | null,
          words: change.words,
        }));
      return {
        id: row.id,
        title: row.title,
        words: row.words,
        numbers: Numbers.parse(row.numbers),
        changes,
        consequences: consequencesOf(today, changes),
      };
    }),
  };
}

async function structureToday(db: Db, day: PlainDay) {
  const { bodies: all, lines } = await structureOn(db, day);
  const bodies = all.filter(({ life }) => isThere(life));
  const ids = bodies.map(({ id }) => id);
  const seats = await readSeats(db, { bodyIds: ids }, day);
  const terms = await readTermsOf(db, ids);
  return {
    lines,
    bodies: bodies.map(({ id, slug, name }) => ({
      id,
      slug,
      name,
      seats: seatsOn(seats.get(id) ?? [], day),
      duties: termsOn(terms.get(id) ?? [], day)?.clauses ?? [],
    })),
  };
}
