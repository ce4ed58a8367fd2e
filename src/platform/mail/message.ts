import { sql } from 'kysely';
import type { Db, Tx } from '../db/index.ts';
import type { Seal } from '../secrets/seal.ts';

const PURPOSE = 'message';

/** What stands in the place of words that were let go. */
export const GONE = Buffer.alloc(0);

/** Something to tell somebody outside the program. Plain words: no page of ours depends on its being sent. */
export interface Message {
  readonly toAddress: string;
  readonly toName: string;
  readonly subject: string;
  readonly body: string;
  /** What it is about, so that it can be let go when that is over. */
  readonly about: { readonly kind: string; readonly ref: string };
}

/** A message as the outbox shows it. */
export interface KeptMessage extends Message {
  readonly id: string;
  readonly writtenAt: Date;
  readonly state: 'waiting' | 'sent' | 'handed over' | 'withdrawn';
  readonly attempts: number;
  readonly lastProblem: string | null;
}

/**
 * Writes a message in the transaction of the change it tells of: one that is taken back is never sent. What would end
 * a line of a header is taken out of names and subjects (OWASP ASVS 5.0, 1.3.11). Its words are sealed: they may hold a way
 * in, and a copy of the database must be none.
 */
export async function writeMessage(tx: Tx, seal: Seal, message: Message): Promise<void> {
  await tx
    .insertInto('mail.message')
    .values({
      to_address: onOneLine(message.toAddress),
      to_name: onOneLine(message.toName),
      subject: onOneLine(message.subject),
      body: seal.close(PURPOSE, message.body),
      about_kind: message.about.kind,
      about_ref: message.about.ref,
    })
    .execute();
}

/** Lets go of what waits about a thing that is over: it is sent to nobody, and its words are removed. */
export async function withdrawMessages(tx: Tx, about: Message['about']): Promise<void> {
  await tx
    .updateTable('mail.message')
    .set({ withdrawn_at: sql`clock_timestamp()`, body: GONE })
    .where('about_kind', '=', about.kind)
    .where('about_ref', '=', about.ref)
    .where('sent_at', 'is', null)
    .where('withdrawn_at', 'is', null)
    .execute();
}

/** Marks a message as handed over by a person, such as read out or put into a letter, so that it is not sent as well. */
export async function handOverMessage(tx: Tx, id: string): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('mail.message')
    .set({ handed_over_at: sql`clock_timestamp()`, body: GONE })
    .where('id', '=', id)
    .where('sent_at', 'is', null)
    .where('handed_over_at', 'is', null)
    .where('withdrawn_at', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

/** The newest messages, those that wait first. */
export async function listMessages(db: Db, seal: Seal, limit = 100): Promise<readonly KeptMessage[]> {
  const rows = await db
    .selectFrom('mail.message')
    .selectAll()
    .orderBy(sql`coalesce(sent_at, handed_over_at, withdrawn_at) is not null`)
    .orderBy('written_at', 'desc')
    .limit(limit)
    .execute();
  return rows.map((row) => ({
    id: row.id,
    toAddress: row.to_address,
    toName: row.to_name,
    subject: row.subject,
    body: wordsOf(seal, row.body),
    about: { kind: row.about_kind, ref: row.about_ref },
    writtenAt: row.written_at,
    state:
      row.sent_at !== null
        ? 'sent'
        : row.handed_over_at !== null
          ? 'handed over'
          : row.withdrawn_at !== null
            ? 'withdrawn'
            : 'waiting',
    attempts: row.attempts,
    lastProblem: row.last_problem,
  }));
}

/** The words of a message; none where they were let go, or were sealed with a key that is gone. */
export function wordsOf(seal: Seal, body: Buffer): string {
  return seal.open(PURPOSE, body)?.toString() ?? '';
}

function onOneLine(text: string): string {
  return text.replaceAll(/[\u0000-\u001f\u007f\u0085\u2028\u2029]+/g, ' ').trim();
}
