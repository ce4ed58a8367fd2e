import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import {
  type Actor,
  type AuditEvent,
  checkpointFile,
  eraseActorName,
  exportTrail,
  readWith,
  recordEvent,
  writeCheckpoint,
} from '../../src/modules/audit/index.ts';
import type { Db } from '../../src/platform/db/index.ts';

/** A trail with everything that occurs in one: many kinds of actor, an erased name, checkpoints between the events. */
export interface ATrail {
  /** What `exportTrail` gives: a head, the events, an end. */
  readonly lines: readonly string[];
  readonly checkpoints: readonly string[];
  /** The numbers for which there are checkpoints; the last is the trail's last event. */
  readonly checkpointed: readonly number[];
  readonly folder: string;
  readonly remove: () => Promise<void>;
}

const ACTORS: readonly Actor[] = [
  { kind: 'system', name: 'Throughline' },
  { kind: 'operator', name: 'clerk on the command line' },
  { kind: 'visitor', name: 'A visitor on this machine', requestId: 'BCDF-GHJK' },
  { kind: 'person', name: 'Siân O’Neill-Ødegård', personId: 12, requestId: 'KLMN-PQRS' },
  { kind: 'person', name: 'Sian Oneill', personId: 12 },
  { kind: 'person', name: 'Amara Obi', personId: 13 },
];

/** Writes a trail of some 60 events, with a checkpoint after every tenth and after the last. */
export async function writeATrail(db: Db): Promise<ATrail> {
  const folder = await mkdtemp(path.join(tmpdir(), 'throughline-trail-'));
  const pick = <Item>(items: readonly Item[], index: number): Item => items[index % items.length] as Item;
  for (let index = 1; index <= 60; index += 1) {
    await db.transaction().execute((tx) => recordEvent(tx, pick(ACTORS, index), anEvent(index)));
    if (index % 10 === 0) await writeCheckpoint(db, folder);
    if (index === 35) {
      await db
        .transaction()
        .execute((tx) => eraseActorName(tx, pick(ACTORS, 1), { personId: 12 }, 'Asked for on 3 May 2027'));
    }
  }
  const text: string[] = [];
  for await (const piece of exportTrail(readWith(db), {}, 'jsonl')) text.push(piece);
  const checkpoints = (await readFile(checkpointFile(folder), 'utf8')).trimEnd().split('\n');
  return {
    lines: text.join('').trimEnd().split('\n'),
    checkpoints,
    checkpointed: checkpoints.map((line) => Number(line.split(' ')[2])),
    folder,
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}

function anEvent(index: number): AuditEvent {
  return {
    type: index % 7 === 0 ? 'restricted-thing-read' : 'action-closed',
    subject: { kind: index % 3 === 0 ? 'plan' : 'action', ref: `1.${index % 5}` },
    detail:
      index % 4 === 0
        ? {}
        : { on: `day ${index}`, parts: [index, 1.5, null, true], words: 'a "quoted" £ – \\ ' },
    version: 1 + (index % 2),
  };
}
