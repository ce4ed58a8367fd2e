import { createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import {
  exportTrail,
  readWith,
  recordRead,
  TRAIL_FORMATS,
  type WantedEvents,
} from '../modules/audit/index.ts';
import { parsePlainDay, parseTypedDay, type PlainDay } from '../platform/time/plain-day.ts';
import { fail, withDatabase } from './open.ts';
import { operator } from './operator.ts';
import { endingOf, writeOut } from './write-out.ts';

interface Wishes {
  readonly out: string;
  readonly who?: string;
  readonly type?: string;
  readonly from?: string;
  readonly to?: string;
}

/** throughline audit export --out trail.jsonl|trail.csv [--who ...] [--type ...] [--from ...] [--to ...] */
export async function exportAuditTrail({ out, who, type, ...days }: Wishes): Promise<void> {
  const format = endingOf(out, TRAIL_FORMATS);
  const [from, to] = [dayOf('--from', days.from), dayOf('--to', days.to)];
  const wanted: WantedEvents = {
    ...(who === undefined ? {} : { who }),
    ...(type === undefined ? {} : { type }),
    ...(from === undefined ? {} : { from }),
    ...(to === undefined ? {} : { to }),
  };
  // Says what stands in the way of writing before anything is read.
  await writeOut(out, '');
  const events = await withDatabase(async ({ db }) => {
    await recordRead(db, operator(), { kind: 'audit-trail', ref: format }, 'whoever has the command line');
    let written = 0;
    async function* counted() {
      written = yield* exportTrail(readWith(db), wanted, format);
    }
    await pipeline(Readable.from(counted()), createWriteStream(out));
    return written;
  });
  console.log(`Wrote ${out}: ${events.toLocaleString('en-GB')} ${events === 1 ? 'event' : 'events'}.`);
}

function dayOf(option: string, text: string | undefined): PlainDay | undefined {
  if (text === undefined) return undefined;
  return (
    parsePlainDay(text) ??
    parseTypedDay(text) ??
    fail(`${option} needs a real day, like 2026-12-01: ${text} is not one.`)
  );
}
