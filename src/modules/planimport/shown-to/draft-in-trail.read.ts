import { z } from 'zod';
import type { Db, Tx } from '../../../platform/db/index.ts';
import { dayInLondon, type PlainDay } from '../../../platform/time/plain-day.ts';
import { type ListedEvent, listEvents } from '../../audit/index.ts';
import { planRead } from '../events.ts';
import { draftThing } from '../permissions.ts';
import { isDraftId } from '../draft/draft.read.ts';

/**
 * What the audit trail knows of a draft, for those who check who saw it: they are shown neither what is in it nor what the
 * file is called, and so need no right to the draft itself.
 */
export interface DraftInTrail {
  readonly id: string;
  readonly startedAt: Date;
  readonly startedBy: string;
  /** The first day on which there was anything to see. */
  readonly startedOn: PlainDay;
}

/** Somebody was shown a draft. */
export interface DraftRead {
  /** Its number in the trail. */
  readonly sequence: number;
  readonly at: Date;
  readonly by: string;
  readonly ground: string;
}

/** A draft as the trail has it; null where the trail knows of none by that number, or the reader may not read the trail. */
export async function draftInTrail(db: Db | Tx, id: string): Promise<DraftInTrail | null> {
  if (!isDraftId(id)) return null;
  const { events } = await listEvents(db, [], { type: planRead.type, subject: draftThing(id), limit: 1 });
  const [started] = events;
  return started === undefined
    ? null
    : { id, startedAt: started.at, startedBy: started.actor.name, startedOn: dayInLondon(started.at) };
}

const AT_A_TIME = 1_000;

/** Every time somebody was shown a draft on a day, the last first. */
export async function readsOfDraft(db: Db | Tx, id: string, day: PlainDay): Promise<readonly DraftRead[]> {
  const reads: ListedEvent[] = [];
  let after: number | undefined;
  do {
    const page = await listEvents(db, [], {
      type: 'restricted-thing-read',
      subject: draftThing(id),
      from: day,
      to: day,
      limit: AT_A_TIME,
      ...(after === undefined ? {} : { after }),
    });
    reads.push(...page.events);
    after = page.next;
  } while (after !== undefined);
  return reads.map(({ sequence, at, actor, detail }) => ({
    sequence,
    at,
    by: actor.name,
    ground: ReadDetail.safeParse(detail).data?.ground ?? '',
  }));
}

const ReadDetail = z.object({ ground: z.string() });
