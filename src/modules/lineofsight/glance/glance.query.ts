import type { Db } from '../../../platform/db/index.ts';
import type { PlainDay } from '../../../platform/time/plain-day.ts';
import { planLine } from '../../improvement/index.ts';
import { type Break, breaksOf } from '../breaks/breaks.rule.ts';
import { type Glance, glanceOf } from './glance.rule.ts';
import { keepBreaks } from '../breaks/keep-breaks.read.ts';

/** Twice the actions of a large county's plan. Beyond that the shapes fill several screens, and nobody reads them. */
const SHAPES_AT_MOST = 260;

interface WorkedOut {
  readonly glance: Glance;
  readonly breaks: readonly Break[];
}

const keptFor = new WeakMap<Db, (versionId: number, on: PlainDay) => Promise<WorkedOut>>();

/** The plan at a glance and its breaks on a day. Worked out of a version that cannot change, so it is kept. */
export async function lineOfSight(db: Db, versionId: number, on: PlainDay): Promise<WorkedOut> {
  const ask = keptFor.get(db) ?? keepBreaks(async (version, day) => workOut(db, version, day));
  keptFor.set(db, ask);
  return ask(versionId, on);
}

async function workOut(db: Db, versionId: number, on: PlainDay): Promise<WorkedOut> {
  const line = await planLine(db, versionId);
  const breaks = breaksOf(line, on);
  return { glance: drawable(glanceOf(line, breaks, on)), breaks };
}

/** Of a plan with too many actions to draw one by one, the counts of each priority alone. */
function drawable(glance: Glance): Glance {
  if (glance.actions <= SHAPES_AT_MOST) return glance;
  return { ...glance, priorities: glance.priorities.map((priority) => ({ ...priority, actions: [] })) };
}
