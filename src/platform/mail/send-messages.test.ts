import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { sql } from 'kysely';
import { SMTPServer } from 'smtp-server';
import { createTransport, type Transporter } from 'nodemailer';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openTestDatabase, type TestDatabase } from '../../../test/support/database.ts';
import { Seal } from '../secrets/seal.ts';
import { handOverMessage, listMessages, type Message, withdrawMessages, writeMessage } from './message.ts';
import { mailServer, sendNext } from './send-messages.ts';

/** What a real mail server took in. */
interface Taken {
  readonly from: string;
  readonly to: readonly string[];
  readonly headers: readonly string[];
  readonly body: string;
}

let database: TestDatabase;
let server: SMTPServer;
let transport: Transporter;
let taken: Taken[] = [];
/** What the server says instead of yes. */
let trouble: string | undefined;
let slowly = 0;

beforeAll(async () => {
  database = await openTestDatabase();
  server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    onData(stream, session, done) {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        const [head = '', ...rest] = Buffer.concat(chunks).toString().split('\r\n\r\n');
        const { mailFrom, rcptTo } = session.envelope;
        if (trouble === undefined)
          taken.push({
            from: mailFrom === false ? '' : mailFrom.address,
            to: rcptTo.map(({ address }) => address),
            headers: head.replaceAll(/\r\n[ \t]/g, ' ').split('\r\n'),
            body: rest.join('\r\n\r\n'),
          });
        setTimeout(() => done(trouble === undefined ? undefined : new Error(trouble)), slowly);
      });
    },
  });
  server.listen(0, '127.0.0.1');
  await once(server.server, 'listening');
  const { port } = server.server.address() as AddressInfo;
  transport = mailServer(`smtp://127.0.0.1:${port}`);
});
beforeEach(() => {
  taken = [];
  trouble = undefined;
  slowly = 0;
});
afterEach(async () => {
  await sql`truncate mail.message`.execute(database.db);
});
afterAll(async () => {
  transport.close();
  await new Promise<void>((closed) => {
    server.close(() => closed());
  });
  await database.close();
});

const seal = new Seal(Buffer.alloc(32, 7));
const FROM = 'Throughline <throughline@loamshire.example>';

function write(given: Partial<Message> = {}): Promise<void> {
  return database.db.transaction().execute((tx) =>
    writeMessage(tx, seal, {
      toAddress: 'uzma@loamshire.example',
      toName: 'Uzma Brackenford',
      subject: 'Your way in to Throughline',
      body: 'Open this link: /link/abc\n.\nIt works once.',
      about: { kind: 'a test', ref: '1' },
      ...given,
    }),
  );
}

const send = () => sendNext(database.db, seal, transport, FROM);
const databaseNow = async (): Promise<Date> => {
  const { rows } = await sql<{ now: Date }>`select clock_timestamp() as now`.execute(database.db);
  return rows[0]?.now ?? new Date(Number.NaN);
};

/** How many seconds the message waits at least and at most, after it was tried between a moment and now. */
async function waitOfOneTriedSince(moment: Date): Promise<{ readonly least: number; readonly most: number }> {
  const { next_attempt_at: next } = await database.db
    .selectFrom('mail.message')
    .select('next_attempt_at')
    .executeTakeFirstOrThrow();
  const until = (from: Date) => (next.getTime() - from.getTime()) / 1000;
  return { least: until(await databaseNow()), most: until(moment) };
}

const kept = async () => (await listMessages(database.db, seal))[0];

function named(headers: readonly string[]): readonly string[] {
  return headers.map((line) => line.split(':')[0]?.toLowerCase() ?? '').toSorted();
}

const OURS = [
  'content-transfer-encoding',
  'content-type',
  'date',
  'from',
  'message-id',
  'mime-version',
  'subject',
  'to',
];

describe('a message', () => {
  it('is sent to whom it is for with the headers it should have, once, and its words are let go', async () => {
    await write();
    const id = (await kept())?.id;
    expect([await send(), await send()]).toEqual([true, false]);
    expect(taken).toHaveLength(1);
    expect(taken[0]).toMatchObject({ from: 'throughline@loamshire.example', to: ['uzma@loamshire.example'] });
    expect(named(taken[0]?.headers ?? [])).toEqual(OURS);
    expect(taken[0]?.headers).toContain(`Message-ID: <${id}@throughline>`);
    expect(taken[0]?.body).toContain('/link/abc\r\n.\r\nIt works once.');
    expect(await kept()).toMatchObject({ state: 'sent', body: '', attempts: 1, lastProblem: null });
  });

  it.each([
    ['a name', { toName: 'Uzma\r\nBcc: evil@elsewhere.example' }],
    ['a name that closes its quotes', { toName: 'Uzma" <evil@elsewhere.example>, "x' }],
    ['a subject', { subject: 'Your way in\r\nBcc: evil@elsewhere.example\r\n\r\nSend us money' }],
    [
      'a subject, with a line end of Unicode',
      { subject: 'Your way in\u2028Bcc: evil@elsewhere.example\u0085x' },
    ],
    ['a subject, with a NUL', { subject: 'Your way\0 in' }],
    [
      'the words',
      { body: 'Hello\r\n.\r\nMAIL FROM:<x@y.example>\r\nRCPT TO:<evil@elsewhere.example>\r\nDATA\r\n' },
    ],
    ['an address', { toAddress: 'uzma@loamshire.example\r\nRCPT TO:<evil@elsewhere.example>' }],
    ['an address, as a list', { toAddress: 'uzma@loamshire.example, evil@elsewhere.example' }],
    [
      'an address, in brackets',
      { toAddress: 'uzma@loamshire.example> NOTIFY=SUCCESS ORCPT=x <evil@elsewhere.example' },
    ],
  ] as const)('gets no header and no reader by %s', async (_name, given) => {
    await write(given);
    await send();
    for (const { to, headers } of taken) {
      expect(to).not.toContain('evil@elsewhere.example');
      expect(to).toHaveLength(1);
      expect(named(headers)).toEqual(OURS);
    }
    expect(taken.length).toBeLessThanOrEqual(1);
  });

  it('is sent once by two that look at the same moment, and neither waits for the other', async () => {
    slowly = 200;
    await write();
    await write({ about: { kind: 'a test', ref: '2' } });
    await Promise.all([send(), send(), send()]);
    expect(taken).toHaveLength(2);
    expect(
      new Set(taken.map(({ headers }) => headers.find((line) => line.startsWith('Message-ID')))).size,
    ).toBe(2);
  });

  it('waits longer after each failure, keeps its number, and is sent when the server takes it', async () => {
    await write();
    trouble = 'Try again later';
    for (const seconds of [60, 120, 240, 480]) {
      const before = await databaseNow();
      expect(await send()).toBe(true);
      expect(await send()).toBe(false);
      const { least, most } = await waitOfOneTriedSince(before);
      expect([least <= seconds, most >= seconds]).toEqual([true, true]);
      await sql`update mail.message set next_attempt_at = clock_timestamp()`.execute(database.db);
    }
    const failed = await kept();
    expect(failed).toMatchObject({ state: 'waiting', attempts: 4 });
    expect(failed?.lastProblem).toContain('Try again later');
    expect(failed?.lastProblem).not.toContain('/link/abc');
    trouble = undefined;
    await send();
    expect(taken[0]?.headers).toContain(`Message-ID: <${failed?.id}@throughline>`);
    expect(await kept()).toMatchObject({ state: 'sent', body: '', lastProblem: null });
  });

  it('never waits longer than six hours for the next attempt', async () => {
    await write();
    await sql`update mail.message set attempts = 40`.execute(database.db);
    trouble = 'No';
    const before = await databaseNow();
    await send();
    const { least, most } = await waitOfOneTriedSince(before);
    const seconds = 6 * 60 * 60;
    expect([least <= seconds, most >= seconds]).toEqual([true, true]);
  });

  it('that was handed over or is no longer wanted is sent to nobody, and its words are let go', async () => {
    await write();
    await write({ about: { kind: 'a test', ref: '2' } });
    const [first] = await listMessages(database.db, seal);
    await database.db.transaction().execute(async (tx) => {
      await handOverMessage(tx, first?.id ?? '');
      await withdrawMessages(tx, { kind: 'a test', ref: '1' });
      await withdrawMessages(tx, { kind: 'a test', ref: '2' });
    });
    expect(await send()).toBe(false);
    expect((await listMessages(database.db, seal)).map(({ body }) => body)).toEqual(['', '']);
  });
});

describe('the way to a mail server', () => {
  const settingsOf = (address: string) =>
    (mailServer(address).options ?? {}) as { requireTLS?: boolean; secure?: boolean };

  it.each([
    ['smtp://mail.loamshire.example:587', true],
    ['smtp://user:password@10.0.0.9', true],
    ['smtp://127.0.0.1.evil.example', true],
    ['smtp://127.0.0.1:25', undefined],
    ['smtp://localhost', undefined],
    ['smtp://mail.loamshire.example?requireTLS=false', false],
  ])('%s has to be private: %s', (address, required) => {
    expect(settingsOf(address).requireTLS).toBe(required);
  });

  it('gives nothing away to a server that offers no TLS where there has to be', async () => {
    const { port } = server.server.address() as AddressInfo;
    await write();
    const strict = createTransport({ host: '127.0.0.1', port, requireTLS: true });
    await sendNext(database.db, seal, strict, FROM);
    expect(taken).toEqual([]);
    expect(await kept()).toMatchObject({ state: 'waiting', attempts: 1 });
  });
});
