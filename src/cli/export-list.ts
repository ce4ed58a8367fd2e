import {
  EXPORTED_LISTS,
  exportedList,
  exportTable,
  type PlanInForce,
  tableFile,
} from '../modules/improvement/index.ts';
import { breaksTable, lineOfSight } from '../modules/lineofsight/index.ts';
import type { Db } from '../platform/db/index.ts';
import { formatDay } from '../platform/time/plain-day.ts';
import { dayOption, findPlan } from './find-plan.ts';
import { fail, withDatabase } from './open.ts';
import { endingOf, writeOut } from './write-out.ts';

/** throughline export <plan> <list> --out actions.csv|xlsx [--on day] */
export async function exportList(
  slug: string,
  list: string,
  wishes: { readonly on?: string; readonly out: string },
): Promise<void> {
  const known = list === 'breaks' ? list : exportedList(list);
  if (known === null)
    fail(`There is no list called ${list}. There is ${[...EXPORTED_LISTS, 'breaks'].join(', ')}.`);
  const format = endingOf(wishes.out, ['csv', 'xlsx']);
  const on = dayOption(wishes.on);
  const made = await withDatabase(async ({ db }) => {
    const found = await findPlan(db, slug, on);
    if (found.kind === 'problem') return found;
    const table =
      known === 'breaks' ? await tableOfBreaks(db, found.plan) : await exportTable(db, found.plan, known);
    return { kind: 'made', plan: found.plan, table } as const;
  });
  if (made.kind === 'problem') fail(...made.sentences);
  const { body } = await tableFile(made.plan, known, made.table, format);
  await writeOut(wishes.out, body);
  const rows = made.table.rows.length;
  console.log(
    `Wrote ${wishes.out}: ${rows.toLocaleString('en-GB')} ${rows === 1 ? 'row' : 'rows'}, as at ${formatDay(made.plan.on)}.`,
  );
}

async function tableOfBreaks(db: Db, plan: PlanInForce) {
  return breaksTable(plan, (await lineOfSight(db, plan.versionId, plan.on)).breaks, null);
}
