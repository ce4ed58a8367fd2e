import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { addPersonas, type PersonaToAdd } from '../modules/access/index.ts';
import { postNamed } from '../modules/identity/index.ts';
import { acceptPlan, readPlanFile, startImport } from '../modules/planimport/index.ts';
import { listPlans } from '../modules/improvement/index.ts';
import { parsePlainDay, type PlainDay, systemClock, todayInLondon } from '../platform/time/plain-day.ts';
import { actAs, type Db, type Tx } from '../platform/db/index.ts';
import { loadSampleBodies } from './load-sample-bodies.ts';

const folder = new URL('../../samples/kent-2011/', import.meta.url);

/** What the sample was read from, and what its line and page numbers count in. */
const SOURCE = 'County Council papers of 12 May 2011, in our words';

const Day = z.string().transform((text, context): PlainDay => {
  const day = parsePlainDay(text);
  if (day !== null) return day;
  context.addIssue({ code: 'custom', message: `${text} is not a day` });
  return z.NEVER;
});

const About = z.object({
  council: z.string(),
  programme: z.string(),
  openAt: Day,
  plan: z.object({ title: z.string(), circulated: z.object({ day: Day }) }),
});

/** The sample's name in addresses. */
const SAMPLE_PLAN = 'kent-2011';

/**
 * Whose council the sample is, for the top of the page when no other name is set; undefined where the database holds
 * any other plan, which must not stand under its name.
 */
export async function sampleCouncil(db: Db): Promise<string | undefined> {
  const plans = await listPlans(db);
  return plans.length === 1 && plans[0]?.slug === SAMPLE_PLAN ? (await about()).council : undefined;
}

/**
 * Brings in the sample of Kent's published plan of 2011, by the same commands as a person's own plan, as the plan in
 * force from the day it went to all members. Does nothing where a plan is there already.
 */
export async function loadSample(db: Db): Promise<'loaded' | 'already-there'> {
  if ((await listPlans(db)).length > 0) return 'already-there';
  const { programme, openAt, plan } = await about();
  const read = await readPlanFile({
    fileName: 'plan.json',
    bytes: await readFile(new URL('plan.json', folder)),
  });
  if (read.kind === 'unreadable') throw new Error(read.sentence);
  const actor = { kind: 'system', name: 'Sample' } as const;
  return actAs(db, 'system', async (tx) => {
    const { draftId } = await startImport(tx, actor, { ...read, fileName: SOURCE, columns: {} });
    const accepted = await acceptPlan(tx, actor, {
      draftId,
      plan: { newTitle: plan.title, programme, shortName: SAMPLE_PLAN },
      inForceFrom: plan.circulated.day,
      opensOn: openAt,
      comparedWith: null,
    });
    switch (accepted.kind) {
      case 'accepted':
        await loadSampleBodies(tx, actor, new URL('bodies/', folder));
        await addPersonas(tx, actor, await personas(tx), todayInLondon(systemClock));
        return 'loaded';
      case 'nothing-changed':
        return 'already-there';
      default:
        throw new Error(`The sample was not accepted: ${accepted.kind}`);
    }
  });
}

async function about(): Promise<z.infer<typeof About>> {
  return About.parse(JSON.parse(await readFile(new URL('about.json', folder), 'utf8')));
}

/** The post whose part of the plan the made-up delivery lead is shown. */
const POST_OF_THE_DELIVERY_LEAD = 'Head of Corporate Parenting';

/**
 * Made-up people of Loamshire to look around as, one for each role. The delivery lead stands in for a post of the plan,
 * so that there is work to see; nobody is recorded as its holder.
 */
async function personas(tx: Tx): Promise<readonly PersonaToAdd[]> {
  const standsInFor = await postNamed(tx, POST_OF_THE_DELIVERY_LEAD);
  const one = (role: PersonaToAdd['role'], forename: string, surname: string): PersonaToAdd => ({
    role,
    forenames: [forename],
    surname,
  });
  return [
    one('programme-manager', 'Tamsin', 'Reedmarsh'),
    { ...one('delivery-lead', 'Ravi', 'Thornwick'), ...(standsInFor === undefined ? {} : { standsInFor }) },
    one('chair', 'Philippa', 'Ashenholt'),
    one('board-member', 'Kofi', 'Larkmead'),
    one('clerk', 'Ottilie', 'Fernsby-Vale'),
    one('councillor', 'Gwendolen', 'Hartsedge'),
    one('analyst', 'Yusuf', 'Millbrack'),
    one('auditor', 'Dorothea', 'Quillfen'),
    one('partner', 'Barnaby', 'Stonewold'),
    one('administrator', 'Uzma', 'Brackenford'),
  ];
}
