import { setTimeout as wait } from 'node:timers/promises';
import { sql } from 'kysely';
import { createTransport, type Transporter } from 'nodemailer';
import type { Db } from '../db/index.ts';
import type { Log } from '../log.ts';
import type { Seal } from '../secrets/seal.ts';
import { errorFacts } from '../web/request-log.ts';
import { GONE, wordsOf } from './message.ts';

export interface Postman {
  /** Stops after the message that is under way. */
  readonly stop: () => Promise<void>;
}

export interface PostmanSettings {
  /**
   * Address of a mail server: smtp://user:password@host:587 or smtps://… Beyond this machine it has to take TLS, unless the
   * address ends with ?requireTLS=false.
   */
  readonly smtp: string;
  /** Who messages are from, such as "Throughline <throughline@loamshire.gov.uk>". */
  readonly from: string;
  /** Opens the words of messages. */
  readonly seal: Seal;
  readonly log: Log;
  /** Milliseconds between looks at the outbox; 5,000 when left out. */
  readonly every?: number;
}

/**
 * Sends what waits in the outbox, again and again. Any number of processes may do it at once: each takes messages
 * nobody else is sending. The message's number is its Message-ID, so one that is sent twice because a process died
 * between the server's yes and our record of it can be told to be the same.
 *
 * @param db a connection that sees every row
 */
export function keepSending(db: Db, { smtp, from, seal, log, every = 5000 }: PostmanSettings): Postman {
  const transport = mailServer(smtp);
  const stopping = new AbortController();
  const work = (async () => {
    while (!stopping.signal.aborted) {
      try {
        while (!stopping.signal.aborted && (await sendNext(db, seal, transport, from)));
      } catch (error) {
        log.warn(errorFacts(error), 'The outbox could not be looked at');
      }
      // Being told to stop ends the wait as well.
      await wait(every, undefined, { signal: stopping.signal }).catch(() => undefined);
    }
    transport.close();
  })();
  return {
    stop: async () => {
      stopping.abort();
      await work;
    },
  };
}

/** How long a mail server is waited for at each step, in milliseconds. */
const PATIENCE = { connectionTimeout: 15_000, greetingTimeout: 15_000, socketTimeout: 20_000 };

/**
 * The way to a mail server. Messages hold ways in, and the address a password: without TLS they go no further than this
 * machine, also where somebody on the line hides that the server offers it (OWASP ASVS 5.0, 12.3.1).
 */
export function mailServer(smtp: string): Transporter {
  const address = new URL(smtp);
  const isHere = /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/.test(address.hostname);
  if (!isHere && !address.searchParams.has('requireTLS')) {
    address.searchParams.set('requireTLS', 'true');
    return createTransport({ url: address.href, ...PATIENCE });
  }
  return createTransport({ url: smtp, ...PATIENCE });
}

/** For how long a message is one process's to send, in seconds: longer than any mail server is waited for. */
const LEASE_SECONDS = 120;

/**
 * Sends one message; false where none is due. It is taken first, then sent with no transaction open, then said how that
 * went: a mail server that takes its time holds up nobody who changes anything. A failure waits twice as long each time, up
 * to six hours; a process that dies meanwhile leaves it to the next after the lease.
 */
export async function sendNext(db: Db, seal: Seal, transport: Transporter, from: string): Promise<boolean> {
  const next = await db
    .updateTable('mail.message')
    .set({
      attempts: sql<number>`attempts + 1`,
      next_attempt_at: sql<Date>`clock_timestamp() + make_interval(secs => ${LEASE_SECONDS})`,
    })
    .where('id', '=', (due) =>
      due
        .selectFrom('mail.message')
        .select('id')
        .where('sent_at', 'is', null)
        .where('handed_over_at', 'is', null)
        .where('withdrawn_at', 'is', null)
        .where('next_attempt_at', '<=', sql<Date>`clock_timestamp()`)
        .orderBy('next_attempt_at')
        .limit(1)
        .forUpdate()
        .skipLocked(),
    )
    .returningAll()
    .executeTakeFirst();
  if (next === undefined) return false;
  const words = wordsOf(seal, next.body);
  const outcome =
    words === ''
      ? { problem: 'Its words cannot be opened: they were sealed with another key. Make a new link.' }
      : await transport
          .sendMail({
            from,
            to: { name: next.to_name, address: next.to_address },
            subject: next.subject,
            text: words,
            messageId: `<${next.id}@throughline>`,
          })
          .then(
            () => 'sent' as const,
            (error: unknown) => ({
              problem: error instanceof Error ? error.message : 'It could not be sent',
            }),
          );
  await db
    .updateTable('mail.message')
    .set(
      outcome === 'sent'
        ? // The words are let go: they held a way in, and are with whom they were for.
          { sent_at: sql<Date>`clock_timestamp()`, body: GONE, last_problem: null }
        : {
            last_problem: outcome.problem.slice(0, 300),
            next_attempt_at: sql<Date>`clock_timestamp() + make_interval(secs => ${Math.min(21_600, 30 * 2 ** next.attempts)})`,
          },
    )
    .where('id', '=', next.id)
    .execute();
  return true;
}
