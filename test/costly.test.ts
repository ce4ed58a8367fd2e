import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { WebServer } from '../src/platform/web/index.ts';
import { appOn } from './support/access-app.ts';
import { type SecuredApp, startSecuredApp } from './support/secured-app.ts';
import { signedInAs } from './support/signed-in.ts';

/** Limits on what is costly to make, asked of every file there is. Nothing here depends on how fast a file is made. */

let app: SecuredApp;
let draft: string;
let body: string;
beforeAll(async () => {
  app = await startSecuredApp();
  const { id } = await app.database.db
    .selectFrom('planimport.draft')
    .select('id')
    .where('ended', 'is', null)
    .executeTakeFirstOrThrow();
  draft = id;
  const { slug } = await app.database.db.selectFrom('bodies.body').select('slug').executeTakeFirstOrThrow();
  body = slug;
});
afterAll(() => app.close());

/** Files of a few lines about one thing, which cost what a page does. */
const SMALL = new Set(['/bodies/:body/voters.csv', '/bodies/:body/voters.json']);

const withLimits = (ofOne: number, ofThePublic: number): Promise<WebServer> =>
  appOn(app.database, {
    makingLimits: {
      ofOne: { atOnce: 3, inAMinute: ofOne },
      ofThePublic: { atOnce: 8, inAMinute: ofThePublic },
    },
  });

const get = (server: WebServer, url: string, cookie?: string, remoteAddress = '198.51.100.7') =>
  server.app.inject({ url, remoteAddress, headers: cookie === undefined ? {} : { cookie } });

const CSV = '/plan/kent-2011/actions.csv';

describe('a file', () => {
  it('of every kind counts as a making, for somebody signed in', async () => {
    const server = await withLimits(0, 100);
    const files = server
      .listRoutes()
      .filter(({ method, path }) => method === 'GET' && /\.[a-z]{3,5}$/.test(path) && !SMALL.has(path))
      .map(({ path }) => path.replace(':plan', 'kent-2011').replace(':draft', draft).replace(':body', body));
    expect(files.length).toBeGreaterThan(15);
    for (const url of files) {
      const { statusCode, headers, body: html } = await get(server, url, app.everything.cookie);
      expect([url, statusCode, headers['retry-after'], headers['cache-control']]).toEqual([
        url,
        429,
        '60',
        'no-store',
      ]);
      expect(html).toMatch(/Too many files at once|\b429\b/);
    }
    await server.app.close();
  });

  it('counts for whoever asks and nobody else, in whichever session', async () => {
    const server = await withLimits(1, 100);
    const one = await signedInAs(app.database.db, 'clerk');
    const other = await signedInAs(app.database.db, 'clerk');
    expect((await get(server, CSV, one.cookie)).statusCode).toBe(200);
    const refused = await get(server, CSV, one.cookie, '203.0.113.1');
    expect(refused.statusCode).toBe(429);
    expect(refused.body).toMatch(/Wait \d+ seconds?, then ask for this one again\./);
    expect((await get(server, CSV, other.cookie)).statusCode).toBe(200);
    // A page is no making.
    expect((await get(server, '/plan/kent-2011/actions', one.cookie)).statusCode).toBe(200);
    await server.app.close();
  });

  it('counts for the public by their address, and for all of them together', async () => {
    const server = await withLimits(2, 3);
    const ask = async (address: string) => (await get(server, CSV, undefined, address)).statusCode;
    expect([await ask('203.0.113.1'), await ask('203.0.113.1'), await ask('203.0.113.1')]).toEqual([
      200, 200, 429,
    ]);
    expect([await ask('203.0.113.2'), await ask('203.0.113.3')]).toEqual([200, 429]);
    // Somebody signed in is not one of the public.
    expect((await get(server, CSV, app.everything.cookie)).statusCode).toBe(200);
    await server.app.close();
  });

  it('counts an IPv6 network as one reader, however many addresses are asked from', async () => {
    const server = await withLimits(1, 100);
    const ask = async (address: string) => (await get(server, CSV, undefined, address)).statusCode;
    expect([
      await ask('2001:db8:0:7::1'),
      await ask('2001:db8:0:7:1:2:3:4'),
      await ask('2001:db8:0:8::1'),
    ]).toEqual([200, 429, 200]);
    await server.app.close();
  });

  it('is not what a page is refused for that is whole without its picture, and that page is shared with nobody', async () => {
    const server = await withLimits(0, 0);
    const { statusCode, headers, body: html } = await get(server, '/bodies?all=yes');
    expect([statusCode, headers['cache-control']]).toEqual([200, 'private, no-cache']);
    expect(html).toContain('The picture is not drawn just now');
    expect(html).not.toContain('Governance diagram, ');
    await server.app.close();
  });

  it('that is kept from before is no making', async () => {
    const server = await withLimits(2, 100);
    const url = '/bodies/diagram.svg';
    const codes: number[] = [];
    for (let asked = 0; asked < 6; asked += 1)
      codes.push((await get(server, url, app.everything.cookie)).statusCode);
    expect(codes).toEqual([200, 200, 200, 200, 200, 200]);
    await server.app.close();
  });
});
