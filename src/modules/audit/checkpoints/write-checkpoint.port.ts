import { sign } from 'node:crypto';
import { sql } from 'kysely';
import type { Db, Tx } from '../../../platform/db/index.ts';
import type { Actor } from '../recording/actor.shape.ts';
import { checkpointKeyMade } from '../events.ts';
import { recordEvent } from '../recording/record-event.ts';
import { appendLine, checkpointFile, lastLine } from './checkpoint-file.port.ts';
import { type CheckpointKey, keepCheckpointKey } from './checkpoint-key.port.ts';

export type WriteCheckpoint =
  | { readonly kind: 'written'; readonly sequence: number }
  /** The last checkpoint is of the last event already. */
  | { readonly kind: 'nothing-new' }
  /** The trail is not the one for which the last checkpoint was signed, so this one would vouch for something false. */
  | { readonly kind: 'trail-differs'; readonly sequence: number };

const THROUGHLINE: Actor = { kind: 'system', name: 'Throughline' };

/** The key of the advisory lock under which checkpoints are written one at a time. Any number; it must never change. */
const LOCK = 7_403_110_204;

/**
 * Signs where the trail ends now and adds that as a line to the checkpoint file of the data folder, outside the
 * database: an end that is cut off, a trail that is written anew and a database put back to an older state no longer
 * agree with it. The first time a key signs, the trail records that it does.
 *
 * Before it signs, it looks that the event of the last line is there and unchanged; where it is not, it signs nothing,
 * and `throughline audit verify` says what is wrong. Throws where the file or the database cannot be reached.
 */
export async function writeCheckpoint(db: Db, folder: string): Promise<WriteCheckpoint> {
  const key = keepCheckpointKey(folder);
  const file = checkpointFile(folder);
  // In a transaction of its own: a line must never speak of an event that may yet be taken back.
  const differs = await oneAtATime(db, async (tx) => {
    const found = await differsFromLastLine(tx, file);
    if (found === undefined) await recordKey(tx, key.publicKey);
    return found;
  });
  if (differs !== undefined) return differs;
  return oneAtATime(db, async (tx) => {
    const before = readLine(await lastLine(file));
    const { line, sequence } = await signHead(tx, key);
    if (before?.sequence === sequence) return { kind: 'nothing-new' };
    await appendLine(file, line);
    return { kind: 'written', sequence };
  });
}

/** Two processes may share the folder: lines must stand in the order of their events, and none may be cut short. */
function oneAtATime<Result>(db: Db, work: (tx: Tx) => Promise<Result>): Promise<Result> {
  return db.transaction().execute(async (tx) => {
    await sql`select pg_advisory_xact_lock(${LOCK})`.execute(tx);
    return work(tx);
  });
}

async function differsFromLastLine(tx: Tx, file: string): Promise<WriteCheckpoint | undefined> {
  const before = readLine(await lastLine(file));
  if (before === undefined) return undefined;
  const event = await tx
    .selectFrom('audit.event')
    .select('hash')
    .where('sequence', '=', before.sequence)
    .executeTakeFirst();
  if (event?.hash.toString('hex') === before.hash) return undefined;
  return { kind: 'trail-differs', sequence: before.sequence };
}

async function recordKey(tx: Tx, publicKey: string): Promise<void> {
  const recorded = await tx
    .selectFrom('audit.event')
    .select('sequence')
    .where('subject_kind', '=', 'checkpoint-key')
    .where('subject_ref', '=', publicKey)
    .limit(1)
    .executeTakeFirst();
  if (recorded === undefined) await recordEvent(tx, THROUGHLINE, checkpointKeyMade(publicKey, {}));
}

async function signHead(tx: Tx, { privateKey, publicKey }: CheckpointKey) {
  const { rows } = await sql<{ installation: string; sequence: number; hash: string; at: string }>`
    select installation, sequence, encode(hash, 'hex') as hash,
      to_char(clock_timestamp() at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as at
    from audit.chain`.execute(tx);
  const head = rows[0];
  if (head === undefined) throw new Error('The database does not say where its trail ends');
  const text = `throughline-checkpoint-1 ${head.installation} ${head.sequence} ${head.hash} ${head.at} ${publicKey}`;
  const signature = sign(null, Buffer.from(text, 'utf8'), privateKey).toString('base64url');
  return { line: `${text} ${signature}`, sequence: head.sequence };
}

/** What a line of ours is about. A line that was spoilt is for the verifier to name: here it vouches for nothing. */
function readLine(line: string | undefined): { sequence: number; hash: string } | undefined {
  const [, , sequence, hash] = line?.split(' ') ?? [];
  return sequence === undefined || hash === undefined ? undefined : { sequence: Number(sequence), hash };
}
