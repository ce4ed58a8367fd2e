import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import type { Column } from '../modules/improvement/index.ts';
import {
  COLUMN_ROLES,
  importPaths,
  readPlanFile,
  startImport,
  type ReadPlanFile,
} from '../modules/planimport/index.ts';
import { withoutHiddenCharacters } from '../platform/hidden-characters.ts';
import { parsePlainDay, type PlainDay } from '../platform/time/plain-day.ts';
import { acceptFile } from './accept-file.ts';
import { describeReading } from './describe-reading.ts';
import { type ImportWishes, wrongTogether } from './import-wishes.ts';
import { fail, withDatabase } from './open.ts';
import { operator } from './operator.ts';

/** throughline import plan FILE */
export async function importPlan(file: string, wishes: ImportWishes): Promise<void> {
  const wrong = wrongTogether(wishes);
  if (wrong !== null) fail(wrong);
  const columns = columnWishes(wishes.column ?? []);
  const found = await stat(file).catch(() => fail(`There is no file ${file}. Check the name and try again.`));
  if (found.isDirectory()) fail(`${file} is a folder. Name a file in it.`);
  const read = await readPlanFile(
    { fileName: withoutHiddenCharacters(path.basename(file)), bytes: await readFile(file) },
    columns,
  );
  if (read.kind === 'unreadable') fail(read.sentence);
  if (wishes.dryRun === true) {
    console.log(wishes.json === true ? JSON.stringify(read.reading, null, 2) : describeReading(read.reading));
    return;
  }
  if (wishes.accept === true) return accept(read, columns, wishes);
  const draftId = await withDatabase(async ({ db }) =>
    db.transaction().execute(async (tx) => (await startImport(tx, operator(), { ...read, columns })).draftId),
  );
  console.log(describeReading(read.reading));
  console.log(
    `\nNothing is stored until it is accepted. Look at it with throughline serve, at ${importPaths.review(draftId)}`,
  );
}

type Read = Extract<ReadPlanFile, { kind: 'read' }>;

async function accept(
  read: Read,
  columns: Record<string, Column['role']>,
  wishes: ImportWishes,
): Promise<void> {
  const { plan, title = '', programme = title } = wishes;
  const inForceFrom = day('--in-force-from', wishes.inForceFrom);
  const opensOn = wishes.opensOn === undefined ? null : day('--opens-on', wishes.opensOn);
  const result = await withDatabase(({ db }) =>
    acceptFile(
      db,
      operator(),
      { ...read, columns },
      { plan: plan === undefined ? { newTitle: title, programme } : { slug: plan }, inForceFrom, opensOn },
    ),
  );
  switch (result.kind) {
    case 'accepted':
      console.log(`Accepted ${result.actions} actions as version ${result.version} of ${result.slug}.`);
      return;
    case 'nothing-changed':
      console.log(`Nothing changed: version ${result.version} of ${result.slug} says the same.`);
      return;
    case 'title-taken':
      return fail(
        `There is a plan called ${result.slug} already. Use --plan ${result.slug}, or another title.`,
      );
    case 'earlier-than-current':
      return fail(
        `The current version is in force from ${result.inForceFrom}. A later version cannot begin before it.`,
      );
    case 'opens-before-in-force':
      return fail(
        `The plan’s pages cannot open at ${opensOn}, before it is the plan. Use --opens-on ${inForceFrom} or a later day.`,
      );
    case 'nothing-to-accept':
      return fail(
        'No action was found in the file, so there is nothing to accept. Use --dry-run to see why.',
      );
    case 'no-such-plan':
      return fail(`There is no plan called ${plan}. Use --title for a new one.`);
    case 'plan-has-moved-on':
    case 'already-ended':
    case 'no-such-draft':
      return fail('Somebody else changed the same plan at the same moment. Try again.');
  }
}

function day(option: string, text = ''): PlainDay {
  return parsePlainDay(text) ?? fail(`${option} needs a real day, like 2026-12-01: ${text} is not one.`);
}

function columnWishes(wishes: readonly string[]): Record<string, Column['role']> {
  return Object.fromEntries(
    wishes.map((wish) => {
      const cut = wish.lastIndexOf('=');
      const role = COLUMN_ROLES.find((known) => known === wish.slice(cut + 1));
      if (cut < 1 || role === undefined)
        fail(
          `--column needs a heading and what it holds, like "By when=timescale". It may hold ${COLUMN_ROLES.join(', ')}.`,
        );
      return [wish.slice(0, cut), role];
    }),
  );
}
