import slugify from '@sindresorhus/slugify';
import type { Tx } from '../../../platform/db/index.ts';
import type { PlainDay } from '../../../platform/time/plain-day.ts';
import { type Actor, recordEvent } from '../../audit/index.ts';
import type { OptionChange } from './options.rule.ts';
import { optionAdded, optionsTakenIn } from '../events.ts';

export interface OptionsPaperToAdd {
  readonly title: string;
  readonly question: string;
  /** The day today's structure is read as at. */
  readonly asAt: PlainDay;
  readonly source: string;
  readonly statedOn: PlainDay;
}

export interface OptionToAdd {
  readonly title: string;
  readonly words: string;
  /** Which number each place of a paper gives it. */
  readonly numbers: readonly { readonly place: string; readonly number: number }[];
  readonly changes: readonly OptionChange[];
}

/** Begins a paper of options; returns its name in addresses. */
export async function addOptionsPaper(tx: Tx, actor: Actor, paper: OptionsPaperToAdd): Promise<string> {
  const wanted = slugify(paper.title).slice(0, 80).replace(/-+$/, '') || 'options';
  const taken = new Set(
    (await tx.selectFrom('bodies.options_paper').select('slug').execute()).map(({ slug }) => slug),
  ).add('new');
  let slug = wanted;
  for (let number = 2; taken.has(slug); number += 1) slug = `${wanted}-${number}`;
  await tx
    .insertInto('bodies.options_paper')
    .values({
      slug,
      title: paper.title,
      question: paper.question,
      as_at: paper.asAt,
      source: paper.source,
      stated_on: paper.statedOn,
      recorded_by: actor.name,
    })
    .execute();
  await recordEvent(tx, actor, optionsTakenIn(slug, { title: paper.title }));
  return slug;
}

/** Adds an option to a paper, after those it has. False where there is no such paper. */
export async function addOption(tx: Tx, actor: Actor, slug: string, option: OptionToAdd): Promise<boolean> {
  const paper = await tx
    .selectFrom('bodies.options_paper')
    .select('id')
    .where('slug', '=', slug)
    .forUpdate()
    .executeTakeFirst();
  if (paper === undefined) return false;
  const before = await tx
    .selectFrom('bodies.option')
    .select('position')
    .where('paper_id', '=', paper.id)
    .orderBy('position', 'desc')
    .limit(1)
    .executeTakeFirst();
  const { id } = await tx
    .insertInto('bodies.option')
    .values({
      paper_id: paper.id,
      position: (before?.position ?? 0) + 1,
      title: option.title,
      words: option.words,
      numbers: JSON.stringify(option.numbers),
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  for (const change of option.changes)
    await tx
      .insertInto('bodies.option_change')
      .values({
        option_id: id,
        kind: change.kind,
        body_id: change.bodyId,
        to_body_id: change.toBodyId,
        new_name: change.newName,
        relation: change.relation,
        words: change.words,
      })
      .execute();
  await recordEvent(tx, actor, optionAdded(slug, { title: option.title, changes: option.changes.length }));
  return true;
}
