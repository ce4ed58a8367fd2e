import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { acceptPlan, readPlanFile, startImport } from '../modules/improvement/index.ts';
import { parsePlainDay, type PlainDay } from '../platform/time/plain-day.ts';
import type { Db } from '../platform/db/index.ts';

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

/** Whose council the sample is, for the top of the page when no other name is set. */
export async function sampleCouncil(): Promise<string> {
  return (await about()).council;
}

/**
 * Brings in the sample of Kent's published plan of 2011, by the same commands as a person's own plan, as the plan in
 * force from the day it went to all members. Does nothing where a plan is there already.
 */
export async function loadSample(db: Db): Promise<'loaded' | 'already-there'> {
  const { programme, openAt, plan } = await about();
  const read = await readPlanFile({
    fileName: 'plan.json',
    bytes: await readFile(new URL('plan.json', folder)),
  });
  if (read.kind === 'unreadable') throw new Error(read.sentence);
  const actor = { kind: 'system', name: 'Sample' } as const;
  return db.transaction().execute(async (tx) => {
    const any = await tx.selectFrom('improvement.plan').select('id').limit(1).executeTakeFirst();
    if (any !== undefined) return 'already-there';
    const { draftId } = await startImport(tx, actor, { ...read, fileName: SOURCE, columns: {} });
    const accepted = await acceptPlan(tx, actor, {
      draftId,
      plan: { newTitle: plan.title, programme, shortName: 'kent-2011' },
      inForceFrom: plan.circulated.day,
      opensOn: openAt,
      comparedWith: null,
    });
    if (accepted.kind !== 'accepted') throw new Error(`The sample was not accepted: ${accepted.kind}`);
    return 'loaded';
  });
}

async function about(): Promise<z.infer<typeof About>> {
  return About.parse(JSON.parse(await readFile(new URL('about.json', folder), 'utf8')));
}
