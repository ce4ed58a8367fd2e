import { chown, writeFile } from 'node:fs/promises';
import { createServer, type AddressInfo, type Server } from 'node:net';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeThrowawayFolder, type ThrowawayFolder } from '../../../test/support/throwaway-folder.ts';
import { createLog } from '../log.ts';
import { connect } from './connect.ts';
import { openDatabase } from './open-database.ts';
import { ensureServer } from './server/ensure-server.ts';
import { findBinarySources } from './server/find-binaries.ts';
import { findServerPlace } from './server/server-place.ts';
import { stopServer } from './server/stop-server.ts';
import { findRunningServer } from './server/postmaster-file.ts';

/** A server as a council may have one: on a port of this machine, with passwords, some of its databases unfit. */
let folder: ThrowawayFolder;
let port: number;
let socketFolder: string;

beforeAll(async () => {
  folder = await makeThrowawayFolder();
  port = await freePort();
  await startOnPort();
});
afterAll(() => folder.remove());

async function startOnPort() {
  const place = await findServerPlace(folder.dataFolder, folder.systemFolder);
  const access = join(place.folder, 'passwords.conf');
  await writeFile(
    access,
    'local all all peer map=throughline\nhost all clerk,lodger,dreamer,crowd 127.0.0.1/32 scram-sha-256\n',
  );
  if (place.account.switched) await chown(access, place.account.uid, place.account.gid);
  const settings = { listen_addresses: '127.0.0.1', port: String(port), hba_file: access, fsync: 'off' };
  const sources = await findBinarySources(undefined);
  const address = await ensureServer(place, { sources, onStep: () => undefined, settings });
  ({ socketFolder } = address);
  const admin = connect({ ...address, user: 'postgres', database: 'postgres' }, { most: 1 });
  for (const statement of [
    `create role clerk login password 's#cret/@:'`,
    `create role lodger login password 'x'`,
    `create role dreamer login password 'x'`,
    `create role crowd login password 'x' connection limit 0`,
    `create database plan owner clerk`,
    `create database latin owner clerk encoding 'LATIN1' locale 'C' template template0`,
    // A server that gives itself out as an old one: its own function stands before PostgreSQL's.
    `create database old owner clerk`,
    `alter role dreamer set search_path = pretence, pg_catalog`,
  ]) {
    await sql.raw(statement).execute(admin);
  }
  await admin.destroy();
  const old = connect({ ...address, user: 'postgres', database: 'old' }, { most: 1 });
  await sql
    .raw(`create schema pretence; grant usage on schema pretence to dreamer;
    create function pretence.current_setting(text) returns text language sql as
      $$ select case $1 when 'server_version_num' then '140019' when 'server_version' then '14.19' else pg_catalog.current_setting($1) end $$`)
    .execute(old);
  await old.destroy();
}

async function freePort(): Promise<number> {
  const server = await listen(() => undefined);
  const found = (server.address() as AddressInfo).port;
  await new Promise((resolve) => server.close(resolve));
  return found;
}

function listen(answer: Parameters<typeof createServer>[1]): Promise<Server> {
  return new Promise((resolve) => {
    const server = createServer(answer ?? (() => undefined));
    server.listen(0, '127.0.0.1', () => resolve(server));
  });
}

const open = (databaseUrl: string) =>
  openDatabase(
    { databaseUrl, dataFolder: folder.dataFolder, searchPath: undefined },
    { log: createLog('silent'), onStep: () => undefined },
  );

const PASSWORD = 's%23cret%2F%40%3A';

describe('a database named by DATABASE_URL', () => {
  it('is opened, and its server left alone', async () => {
    const result = await open(`postgres://clerk:${PASSWORD}@127.0.0.1:${port}/plan`);
    if (result.kind === 'problem') throw new Error(result.message);
    const { rows } = await sql`select current_user as "user", current_setting('TimeZone') as zone`.execute(
      result.db,
    );
    expect(rows).toEqual([{ user: 'clerk', zone: 'UTC' }]);
    expect(result.server).toEqual({ kind: 'named', place: `127.0.0.1:${port}/plan` });
    await result.close();
    const place = await findServerPlace(folder.dataFolder, folder.systemFolder);
    expect(await findRunningServer(place.cluster)).toBeDefined();
  });

  it('may be on a socket', async () => {
    const result = await open(
      `postgres://throughline@localhost/throughline?host=${encodeURIComponent(socketFolder)}&port=${port}`,
    );
    expect(result.kind).toBe('open');
    if (result.kind === 'open') await result.close();
  });

  it.each([
    [
      'another password',
      () => `postgres://clerk:wrong@127.0.0.1:${port}/plan`,
      'sign-in-refused',
      /refused the user name or password.*%40/,
    ],
    [
      'no password',
      () => `postgres://clerk@127.0.0.1:${port}/plan`,
      'sign-in-refused',
      /asks for a password/,
    ],
    [
      'a user nobody lets in',
      () => `postgres://stranger:x@127.0.0.1:${port}/plan`,
      'sign-in-refused',
      /does not let this user in.*pg_hba\.conf/,
    ],
    [
      'no such database',
      () => `postgres://clerk:${PASSWORD}@127.0.0.1:${port}/plans`,
      'database-missing',
      /createdb/,
    ],
    [
      'no such host',
      () => 'postgres://clerk:secret@no-such-host.invalid/plan',
      'host-not-found',
      /No machine has the name/,
    ],
    [
      'a port nobody listens on',
      () => 'postgres://clerk:secret@127.0.0.1:1/plan',
      'nobody-listening',
      /No PostgreSQL answers at 127\.0\.0\.1:1\/plan/,
    ],
    [
      'a socket that is not there',
      () => 'postgres://clerk:secret@localhost/plan?host=/nowhere',
      'nobody-listening',
      /answers at \/nowhere/,
    ],
    [
      'encryption the server has not',
      () => `postgres://clerk:${PASSWORD}@127.0.0.1:${port}/plan?sslmode=verify-full`,
      'encryption',
      /sslmode/,
    ],
    [
      'text in another encoding',
      () => `postgres://clerk:${PASSWORD}@127.0.0.1:${port}/latin`,
      'wrong-encoding',
      /LATIN1.*createdb -E UTF8/,
    ],
    [
      'a user who may create nothing',
      () => `postgres://lodger:x@127.0.0.1:${port}/plan`,
      'not-allowed',
      /may not create anything/,
    ],
    [
      'no connection left',
      () => `postgres://crowd:x@127.0.0.1:${port}/plan`,
      'too-many-connections',
      /no connection left/,
    ],
    [
      'a server too old',
      () => `postgres://dreamer:x@127.0.0.1:${port}/old`,
      'server-too-old',
      /PostgreSQL 14\.19, and Throughline needs 15/,
    ],
  ])('with %s is refused in a sentence', async (_, url, code, sentence) => {
    const result = await open(url());
    expect(result).toMatchObject({ kind: 'problem', code, message: expect.stringMatching(sentence) });
    // No password in any sentence.
    expect(JSON.stringify(result)).not.toMatch(/s#cret|s%23cret|secret|wrong@|:x@/);
  });

  it('is refused when what listens there is no PostgreSQL', async () => {
    const other = await listen((socket) => socket.end('HTTP/1.1 400 Bad Request\r\n\r\n'));
    const result = await open(
      `postgres://clerk:secret@127.0.0.1:${(other.address() as AddressInfo).port}/plan`,
    );
    other.close();
    expect(result).toMatchObject({ kind: 'problem', code: 'no-answer' });
  });

  it('is refused on a standby, which can only be read', async () => {
    const place = await findServerPlace(folder.dataFolder, folder.systemFolder);
    const server = await findRunningServer(place.cluster);
    if (server !== undefined) await stopServer(server, place.cluster);
    const signal = join(place.cluster, 'standby.signal');
    await writeFile(signal, '');
    if (place.account.switched) await chown(signal, place.account.uid, place.account.gid);
    const sources = await findBinarySources(undefined);
    const address = await ensureServer(place, { sources, onStep: () => undefined }).catch(() => undefined);
    expect(address).toBeDefined();
    const result = await open(
      `postgres://throughline@localhost/throughline?host=${encodeURIComponent(socketFolder)}`,
    );
    expect(result).toMatchObject({ kind: 'problem', code: 'server-read-only' });
  });
});
