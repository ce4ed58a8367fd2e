import { setTimeout as wait } from 'node:timers/promises';
import { connect, type AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { WebServer } from '../../src/platform/web/index.ts';
import { appOn } from '../support/access-app.ts';
import { openTestDatabase, type TestDatabase } from '../support/database.ts';
import { signedInAs } from '../support/signed-in.ts';

let database: TestDatabase;
let server: WebServer;
let port: number;
beforeAll(async () => {
  database = await openTestDatabase();
  server = await appOn(database);
  await server.app.listen({ host: '127.0.0.1', port: 0 });
  ({ port } = server.app.server.address() as AddressInfo);
});
afterAll(async () => {
  await server.app.close();
  await database.close();
});

/**
 * Everything the server says to some bytes, until it closes, or has said nothing more while it answered others three times
 * over: whatever it had to say to these, it would have said before. `until` closed waits for it to close, however long.
 */
async function say(bytes: string, until: 'quiet' | 'closed' = 'quiet'): Promise<string> {
  let heard = '';
  const line = { isOpen: true };
  const socket = connect(port, '127.0.0.1', () => socket.write(bytes, 'latin1'));
  socket.on('data', (chunk: Buffer) => (heard += chunk.toString('latin1')));
  socket.on('close', () => (line.isOpen = false));
  socket.on('error', () => (line.isOpen = false));
  const enough = until === 'closed' ? Infinity : 3;
  for (let quiet = 0, before = heard; line.isOpen && quiet < enough;) {
    await Promise.all([fetch(`http://127.0.0.1:${port}/nothing-is-here`), wait(100)]);
    quiet = heard === before ? quiet + 1 : 0;
    before = heard;
  }
  socket.destroy();
  return heard;
}

const SMUGGLED = 'GET /smuggled HTTP/1.1\r\nHost: localhost\r\n\r\n';
const POST =
  'POST /sign-in HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/x-www-form-urlencoded\r\n';

/** A request that two servers could end at two places, and so a second one hidden in the first. */
const SMUGGLING: readonly (readonly [string, string])[] = [
  [
    'a length and chunks',
    `${POST}Content-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n${SMUGGLED}`,
  ],
  [
    'chunks and a length',
    `${POST}Transfer-Encoding: chunked\r\nContent-Length: 4\r\n\r\n0\r\n\r\n${SMUGGLED}`,
  ],
  ['two lengths', `${POST}Content-Length: 0\r\nContent-Length: ${SMUGGLED.length}\r\n\r\n${SMUGGLED}`],
  ['two lengths in one', `${POST}Content-Length: 0, ${SMUGGLED.length}\r\n\r\n${SMUGGLED}`],
  ['a length with a sign', `${POST}Content-Length: +0\r\n\r\n${SMUGGLED}`],
  ['a length below nothing', `${POST}Content-Length: -1\r\n\r\n${SMUGGLED}`],
  ['a length in another base', `${POST}Content-Length: 0x0\r\n\r\n${SMUGGLED}`],
  ['a space before the colon', `${POST}Content-Length : 0\r\nTransfer-Encoding : chunked\r\n\r\n${SMUGGLED}`],
  ['chunks by another name', `${POST}Transfer-Encoding: xchunked\r\nContent-Length: 0\r\n\r\n${SMUGGLED}`],
  ['chunks and something else', `${POST}Transfer-Encoding: chunked, identity\r\n\r\n0\r\n\r\n${SMUGGLED}`],
  [
    'a tab before chunked',
    `${POST}Transfer-Encoding:\tchunked\r\nContent-Length: 0\r\n\r\n0\r\n\r\n${SMUGGLED}`,
  ],
  [
    'a folded header',
    `${POST}Transfer-Encoding:\r\n chunked\r\nContent-Length: 0\r\n\r\n0\r\n\r\n${SMUGGLED}`,
  ],
  [
    'a header after a lone line feed',
    `${POST}X: y\nTransfer-Encoding: chunked\r\nContent-Length: 0\r\n\r\n${SMUGGLED}`,
  ],
  ['a header after a lone carriage return', `${POST}X: y\rContent-Length: 0\r\n\r\n${SMUGGLED}`],
  ['a chunk of a wrong size', `${POST}Transfer-Encoding: chunked\r\n\r\n5\r\nabc\r\n0\r\n\r\n${SMUGGLED}`],
  [
    'a chunk of a size below nothing',
    `${POST}Transfer-Encoding: chunked\r\n\r\n-1\r\n\r\n0\r\n\r\n${SMUGGLED}`,
  ],
  ['a NUL in a header', `${POST}X: a\0b\r\nContent-Length: 0\r\n\r\n${SMUGGLED}`],
  ['a line in the method', `GET\r\n/ HTTP/1.1\r\nHost: localhost\r\n\r\n${SMUGGLED}`],
];

describe.concurrent('a request hidden in another', () => {
  it.each(SMUGGLING)('by %s is never answered', async (_name, bytes) => {
    const heard = await say(bytes);
    expect(heard).toMatch(/^(HTTP\/1\.1 4\d\d |$)/);
    // Of two answers, the second would be to what was smuggled.
    expect(heard.match(/HTTP\/1\.1 /g)?.length ?? 0).toBeLessThanOrEqual(1);
    expect(heard).not.toContain('Page not found');
  });

  it('but two that follow one another in the open are', async () => {
    const last = SMUGGLED.replace('\r\n\r\n', '\r\nConnection: close\r\n\r\n');
    const heard = await say(SMUGGLED + last, 'closed');
    expect(heard.match(/HTTP\/1\.1 404/g)).toHaveLength(2);
  });
});

const HOST = 'Host: localhost';
const WHOLE = 'http://localhost/sign-in';

describe.concurrent('a request that does not say plainly where it is going', () => {
  it.each([
    ['a port that is none', '/sign-in', 'Host: localhost:99999'],
    ['a port of nothing', '/sign-in', 'Host: localhost:0'],
    ['no host', '/sign-in', 'Accept: */*'],
    ['an empty host', '/sign-in', 'Host:'],
    ['one host twice', '/sign-in', `${HOST}\r\n${HOST}`],
    ['two hosts', '/sign-in', `${HOST}\r\nHost: evil.example`],
    ['two hosts the other way round', '/sign-in', `Host: evil.example\r\n${HOST}`],
    ['two hosts in one', '/sign-in', 'Host: localhost, evil.example'],
    ['a name before the host', '/sign-in', 'Host: localhost@evil.example'],
    ['a path after the host', '/sign-in', 'Host: localhost/evil.example'],
    ['an address for a host', '/sign-in', 'Host: http://localhost'],
    ['a host of other letters', '/sign-in', 'Host: l\xf6calhost'],
    ['a number that is no address', '/sign-in', 'Host: [:::1]'],
    ['a whole address, as of a proxy', WHOLE, HOST],
    ['a whole address elsewhere', 'http://evil.example/sign-in', HOST],
    ['a whole address with two hosts', WHOLE, 'Host: evil.example, localhost'],
  ])('is refused in a sentence: %s', async (_name, target, headers) => {
    for (const method of ['GET', 'POST']) {
      const heard = await say(
        `${method} ${target} HTTP/1.1\r\n${headers}\r\nContent-Length: 0\r\nConnection: close\r\n\r\n`,
        'closed',
      );
      expect([method, heard.split('\r\n')[0]]).toEqual([method, 'HTTP/1.1 400 Bad Request']);
      expect(heard).toMatch(/That (?:request does not say where it is going|address could not be read)/);
      expect(heard).not.toContain('evil.example');
    }
  });

  it('is refused without a host by the old protocol too, and the asterisk of OPTIONS is no page', async () => {
    expect(await say('GET / HTTP/1.0\r\n\r\n', 'closed')).toMatch(/^HTTP\/1\.1 400 /);
    expect(await say(`OPTIONS * HTTP/1.1\r\n${HOST}\r\nConnection: close\r\n\r\n`, 'closed')).toMatch(
      /^HTTP\/1\.1 4\d\d /,
    );
  });

  it('is answered in a sentence where it is no request at all', async () => {
    for (const bytes of ['hello\r\n\r\n', '\0\0\0\0', `GET / HTTP/9.9\r\n${HOST}\r\n\r\n`])
      expect(await say(bytes)).toMatch(
        /^HTTP\/1\.1 400 [\s\S]*What was sent is no request that can be read\./,
      );
  });
});

/** Where other programs keep what nobody should see. */
const KNOWN = [
  '.git/config',
  '.git/HEAD',
  '.env',
  '.env.production',
  '.htaccess',
  '.svn/entries',
  '.DS_Store',
  '.npmrc',
]
  .concat([
    'package.json',
    'package-lock.json',
    'tsconfig.json',
    'node_modules/pg/package.json',
    'src/main.ts',
  ])
  .concat([
    'data/credential-key',
    'data/form-secret',
    'credential-key',
    'audit-checkpoint-key',
    'postmaster.pid',
  ])
  .concat([
    'admin',
    'administrator',
    'debug',
    'console',
    'metrics',
    'status',
    'server-status',
    'actuator/env',
    'trace',
  ])
  .concat([
    'swagger.json',
    'openapi.json',
    'api',
    'api/v1',
    'graphql',
    'docs',
    'phpinfo.php',
    'wp-login.php',
    'config.json',
  ])
  .concat([
    'backup.zip',
    'backup.sql',
    'dump.sql',
    'db.sqlite',
    'throughline.tar.gz',
    'robots.txt.bak',
    'index.php',
    'login',
  ])
  .concat([
    'assets/',
    'assets/../src/main.ts',
    'assets/%2e%2e/package.json',
    'assets/..%2fpackage.json',
    'static/../.env',
  ])
  .concat([
    '..%2f..%2fetc%2fpasswd',
    '%2e%2e/%2e%2e/etc/passwd',
    '....//....//etc/passwd',
    '%c0%ae%c0%ae/etc/passwd',
  ])
  .concat([
    'people/../../etc/passwd',
    'plan/..%5c..%5cwindows%5cwin.ini',
    'healthz/../.env',
    'assets/throughline.css.map',
  ]);

describe.concurrent('what is nobody’s business', () => {
  it('is at none of the addresses where it is usually looked for', async () => {
    const { cookie } = await signedInAs(database.db, 'administrator');
    for (const headers of [{}, { cookie }])
      for (const path of KNOWN) {
        const answer = await server.app.inject({ url: `/${path}`, headers });
        expect([path, answer.statusCode]).toEqual([
          path,
          expect.toSatisfy((status: number) => [400, 404, 308].includes(status)),
        ]);
        expect(answer.body).not.toMatch(/root:x:|"dependencies"|\[core\]|BEGIN .*KEY/);
      }
  });

  it.each(['TRACE', 'TRACK', 'CONNECT', 'PUT', 'DELETE', 'PATCH', 'PROPFIND', 'OPTIONS', 'DEBUG'])(
    'is not given to %s, and nothing sent is said back',
    async (method) => {
      const heard = await say(
        `${method} /sign-in HTTP/1.1\r\nHost: localhost\r\nX-Secret: say-me-back\r\n\r\n`,
      );
      expect(heard).not.toMatch(/^HTTP\/1\.1 2/);
      expect(heard).not.toContain('say-me-back');
    },
  );

  it('is not kept by a cache that takes a page for a picture by the end of its address', async () => {
    const { cookie } = await signedInAs(database.db, ['administrator', 'auditor']);
    for (const page of ['/account', '/audit', '/access', '/people/1'])
      for (const suffix of [
        '/x.css',
        '/x.js',
        ';x.css',
        '%2fx.css',
        '%3fx.css',
        '/..%2fx.png',
        '.css',
        '%00.css',
      ]) {
        const answer = await server.app.inject({ url: `${page}${suffix}`, headers: { cookie } });
        expect([page + suffix, answer.headers['cache-control']]).toEqual([page + suffix, 'no-store']);
        expect(answer.statusCode).toBeGreaterThanOrEqual(400);
      }
  });
});

describe('text that was encoded twice or wrongly', () => {
  it.each([
    ['a%2562', 'a%62'],
    ['%253Cscript%253E', '%3Cscript%3E'],
    ['%25252e', '%252e'],
    ['%C3%A9', 'é'],
    ['caf%26eacute%3B', 'caf&eacute;'],
  ])('is decoded once: %s is kept as %s', async (sent, kept) => {
    const answer = await server.app.inject({ url: `/people?search=${sent}` });
    const shown = /name="search"[^>]*value="([^"]*)"|value="([^"]*)"[^>]*name="search"/.exec(answer.body);
    expect((shown?.[1] ?? shown?.[2] ?? '').replaceAll('&amp;', '&')).toBe(kept);
  });

  it.each(['{{7*7}}', '${7*7}', '<%= 7*7 %>', '#{7*7}', '[[7*7]]', '*{7*7}'])(
    'is never run as a template: %s',
    async (text) => {
      const answer = await server.app.inject({ url: `/people?search=${encodeURIComponent(text)}` });
      expect(answer.statusCode).toBe(200);
      expect(answer.body).toContain('7*7');
      expect(answer.body).not.toMatch(/value="[^"]*49/);
    },
  );
});
