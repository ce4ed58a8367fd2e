import { LRUCache } from 'lru-cache';
import type { Db } from '../../../platform/db/index.ts';
import type { PlainDay } from '../../../platform/time/plain-day.ts';
import { planLine } from '../../improvement/index.ts';
import { type Break, breaksOf } from '../domain/breaks.ts';
import { type Glance, glanceOf } from '../domain/glance.ts';

/** A few days of a few plans: each is small, and working one out costs less than a page. */
const KEPT = 200;

interface WorkedOut {
  readonly glance: Glance;
  readonly breaks: readonly Break[];
}

const keptFor = new WeakMap<Db, LRUCache<string, WorkedOut>>();

/** The plan at a glance and its breaks on a day. Worked out of a version that cannot change, so it is kept. */
export async function lineOfSight(db: Db, versionId: number, on: PlainDay): Promise<WorkedOut> {
  const kept = keptFor.get(db) ?? new LRUCache<string, WorkedOut>({ max: KEPT });
  keptFor.set(db, kept);
  const key = `${versionId} ${on}`;
  const known = kept.get(key);
  if (known !== undefined) return known;
  const line = await planLine(db, versionId);
  const workedOut = { glance: glanceOf(line, on), breaks: breaksOf(line, on) };
  kept.set(key, workedOut);
  return workedOut;
}
