import { readFileSync } from 'node:fs';
import { sql } from 'kysely';
import { loadSample } from '../../../src/cli/load-sample.ts';
import { listPersonas, makeLink, makeSetUpLink, openAccount } from '../../../src/modules/access/index.ts';
import { acceptPlan } from '../../../src/modules/planimport/acceptance/accept-plan.ts';
import { readPlanFile } from '../../../src/modules/planimport/reading/read-plan-file.port.ts';
import { startImport } from '../../../src/modules/planimport/start/start-import.ts';
import type { Db } from '../../../src/platform/db/index.ts';
import { plainDay, systemClock, todayInLondon } from '../../../src/platform/time/plain-day.ts';
import type { Filling } from '../database.ts';
import type { Made } from './pages.ts';

/** Lets every made-up person sign in, so that their pages are as a real person's, and makes the links. */
export async function makeThings(db: Db): Promise<Made> {
  const actor = { kind: 'operator', name: 'Test' } as const;
  const personas = await listPersonas(db, todayInLondon(systemClock));
  return db.transaction().execute(async (tx) => {
    for (const { personId, role } of personas)
      await openAccount(tx, actor, { personId, signInName: `${role}@loamshire.example` });
    const analyst = personas.find(({ role }) => role === 'analyst');
    const person = personas.find(({ role }) => role === 'administrator')?.personId ?? 0;
    const link = await makeLink(
      tx,
      actor,
      { personId: analyst?.personId ?? 0, personName: analyst?.personName ?? '' },
      null,
    );
    const { rows } = await sql<{ id: number }>`
      select id from access.role_grant where person_id = ${person}`.execute(tx);
    if (link.kind !== 'made') throw new Error(link.kind);
    const panel = sql`(select id from bodies.body where slug = 'corporate-parenting-panel')`;
    const { rows: parts } = await sql<{ line: number; seat: number; sitting: number }>`
      select (select min(id) from bodies.line where from_id = ${panel}) as line,
        (select min(seat_no) from bodies.seat where body_id = ${panel}) as seat,
        (select min(id) from bodies.sitting where body_id = ${panel}) as sitting`.execute(tx);
    const [part] = parts;
    if (part === undefined) throw new Error('The sample has no such panel');
    return {
      ...part,
      setUp: await makeSetUpLink(tx, actor),
      link: link.token,
      person,
      grant: rows[0]?.id ?? 0,
    };
  });
}

/** A version in force from the day after the sample's own, so that there is a difference to show. */
async function acceptSecondVersion(db: Db): Promise<void> {
  const read = await readPlanFile({
    fileName: 'plan.json',
    bytes: readFileSync(new URL('../../../samples/kent-2011/plan.json', import.meta.url)),
  });
  if (read.kind !== 'read') throw new Error(read.sentence);
  const [first] = read.reading.priorities;
  const reading = { ...read.reading, priorities: first === undefined ? [] : [first] };
  const actor = { kind: 'operator', name: 'Test' } as const;
  await db.transaction().execute(async (tx) => {
    const { draftId } = await startImport(tx, actor, { ...read, reading, columns: {} });
    const accepted = await acceptPlan(tx, actor, {
      draftId,
      plan: { slug: 'kent-2011' },
      inForceFrom: plainDay(2011, 5, 13),
      opensOn: null,
      comparedWith: 1,
    });
    if (accepted.kind !== 'accepted') throw new Error(accepted.kind);
  });
}

/** The sample with a second version of its plan, for pages that show what changed. */
export const TWO_VERSIONS: Filling = {
  name: 'sample-of-two-versions',
  fill: async (db) => {
    await loadSample(db);
    await acceptSecondVersion(db);
  },
};
