import { LRUCache } from 'lru-cache';
import type { Db } from '../../../platform/db/index.ts';
import type { PlainDay } from '../../../platform/time/plain-day.ts';
import { planLine } from '../../improvement/index.ts';
import { type Break, breaksOf } from '../domain/breaks.ts';
import { type Glance, glanceOf } from '../domain/glance.ts';

/** A few days of a few plans: each is small, and working one out costs less than a page. */
const KEPT = 200;
/** Twice the actions of a large county's plan. Beyond that the shapes fill several screens, and nobody reads them. */
const SHAPES_AT_MOST = 260;

interface WorkedOut {
  readonly glance: Glance;
  readonly breaks: readonly Break[];
}

const keptFor = new WeakMap<Db, LRUCache<string, Promise<WorkedOut>>>();

/**
 * The plan at a glance and its breaks on a day. Worked out of a version that cannot change, so it is kept, and kept
 * while it is being worked out: fifty readers who come at once wait for the same answer.
 */
export async function lineOfSight(db: Db, versionId: number, on: PlainDay): Promise<WorkedOut> {
  const kept = keptFor.get(db) ?? new LRUCache<string, Promise<WorkedOut>>({ max: KEPT });
  keptFor.set(db, kept);
  const key = `${versionId} ${on}`;
  const known = kept.get(key);
  if (known !== undefined) return known;
  const asked = workOut(db, versionId, on);
  kept.set(key, asked);
  // A question that failed is not an answer: the next reader asks again.
  asked.catch(() => kept.delete(key));
  return asked;
}

async function workOut(db: Db, versionId: number, on: PlainDay): Promise<WorkedOut> {
  const line = await planLine(db, versionId);
  return { glance: drawable(glanceOf(line, on)), breaks: breaksOf(line, on) };
}

/** Of a plan with too many actions to draw one by one, the counts of each priority alone. */
function drawable(glance: Glance): Glance {
  if (glance.actions <= SHAPES_AT_MOST) return glance;
  return { ...glance, priorities: glance.priorities.map((priority) => ({ ...priority, actions: [] })) };
}
