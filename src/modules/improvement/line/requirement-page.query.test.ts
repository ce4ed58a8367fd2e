import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { acceptedPlan } from '../../../../test/support/accepted-plan.ts';
import { openTestDatabase, type TestDatabase } from '../../../../test/support/database.ts';
import { generatePlan } from '../../../../samples/loamshire/generate-plan.ts';
import { plainDay, type PlainDay } from '../../../platform/time/plain-day.ts';
import { listActions } from '../rows/list-actions.read.ts';
import { EVERYTHING } from '../rows/list-filter.shape.ts';
import { inForceOn, planVersions } from '../plan/plan-in-force.read.ts';
import type { PlanInForce } from '../plan/plan-in-force.shape.ts';
import { requirementPage } from './requirement-page.query.ts';

const reading = generatePlan({ seed: 11, scale: 2 });
const requirements = reading.requirementSets.flatMap((set) => set.requirements);

let database: TestDatabase;
beforeAll(async () => {
  database = await openTestDatabase();
  await acceptedPlan(database.db, reading, { plan: 'Loamshire', inForceFrom: plainDay(2026, 3, 2) });
});
afterAll(() => database.close());

async function planOn(on: PlainDay): Promise<PlanInForce> {
  const versions = await planVersions(database.db, 'loamshire');
  const plan = versions === null ? null : inForceOn(versions, on);
  if (plan?.kind !== 'in-force') throw new Error('The plan is not in force');
  return plan;
}

describe('requirementPage', () => {
  it.each([plainDay(2026, 3, 2), plainDay(2026, 10, 1), plainDay(2028, 1, 1)])(
    'shows for every requirement the very actions that the list of actions answers with, on %s',
    async (on) => {
      const plan = await planOn(on);
      for (const { ref } of requirements) {
        const shown = await requirementPage(database.db, plan, ref);
        const listed = await listActions(database.db, plan, { requirement: ref }, EVERYTHING);
        const rows = (shown?.actions ?? []).map(({ through: _through, ...row }) => row);
        expect(rows).toEqual(listed.rows);
      }
    },
  );

  it('says of each action whether it carries the requirement itself or through its outcome', async () => {
    const plan = await planOn(plainDay(2026, 10, 1));
    const { rows } = await sql<{ requirement: string; action: string; through: string }>`
      select requirement_ref as requirement, action_ref as action, through from improvement.carries
      where version_id = ${plan.versionId}`.execute(database.db);
    expect(new Set(rows.map(({ through }) => through))).toEqual(new Set(['action', 'outcome']));
    const pages = await Promise.all(requirements.map(({ ref }) => requirementPage(database.db, plan, ref)));
    const shown = pages.flatMap((page) =>
      (page?.actions ?? []).map(({ ref, through }) => `${page?.ref} ${ref} ${through}`),
    );
    const carried = rows.map(({ requirement, action, through }) => `${requirement} ${action} ${through}`);
    expect(shown.toSorted()).toEqual(carried.toSorted());
  });

  it('shows what each requirement says and sets, and its neighbours in the plan’s order', async () => {
    const plan = await planOn(plainDay(2026, 10, 1));
    const order = requirements.map(({ ref }) => ref);
    for (const [index, requirement] of requirements.entries()) {
      expect(await requirementPage(database.db, plan, requirement.ref)).toMatchObject({
        ref: requirement.ref,
        text: requirement.text,
        section: requirement.section,
        deadline: requirement.deadline,
        previous: order[index - 1] ?? null,
        next: order[index + 1] ?? null,
        targets: requirement.targets.map(({ measure, comparator, value, by }) => ({
          measure,
          comparator,
          value,
          dueBy: by,
        })),
      });
    }
  });

  it('knows no requirement by another name', async () => {
    const plan = await planOn(plainDay(2026, 10, 1));
    expect(await requirementPage(database.db, plan, 'IN 9999')).toBeNull();
  });
});
