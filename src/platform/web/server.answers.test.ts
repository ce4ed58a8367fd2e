import { request as httpRequest } from 'node:http';
import { brotliDecompressSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { go, json } from './answer.ts';
import { LARGEST_FILE } from './problem.ts';
import type { WebServer } from './server.ts';
import { FOR_EVERYBODY } from './share-with-caches.ts';
import { addFormRoutes } from './story/form-routes.tsx';
import { openForm } from './story/form-token.ts';
import { logToLines } from './story/log-lines.ts';
import { storyServer, storySite } from './story/story-server.tsx';

let server: WebServer;
beforeAll(async () => {
  server = await storyServer();
  addFormRoutes(server);
});
afterAll(() => server.app.close());

const get = async (url: string, headers: Record<string, string> = {}) =>
  server.app.inject({ method: 'GET', url, headers });

describe('a page', () => {
  it('is not sent again while it has not changed', async () => {
    const first = await get('/plain');
    expect(first.headers['cache-control']).toBe(FOR_EVERYBODY);
    const etag = String(first.headers.etag);
    const again = await get('/plain', { 'if-none-match': etag });
    expect([again.statusCode, again.body]).toEqual([304, '']);
    const other = await get('/plain?on=2011-04-26', { 'if-none-match': etag });
    expect(other.statusCode).toBe(200);
  });

  it('has the same head without its body', async () => {
    const [page, head] = [await get('/plain'), await server.app.inject({ method: 'HEAD', url: '/plain' })];
    expect([head.statusCode, head.body]).toEqual([200, '']);
    expect(head.headers['content-type']).toBe(page.headers['content-type']);
    expect(head.headers['content-security-policy']).toBe(page.headers['content-security-policy']);
  });

  it('is sent packed to those who can unpack it', async () => {
    const packed = await get('/plain', { 'accept-encoding': 'gzip, br' });
    expect(packed.headers['content-encoding']).toBe('br');
    expect(packed.headers.vary).toContain('accept-encoding');
    expect(brotliDecompressSync(packed.rawPayload).toString()).toBe((await get('/plain')).body);
  });

  it('has one address: with no slash at its end', async () => {
    expect((await get('/plain/?on=2011-04-26')).headers.location).toBe('/plain?on=2011-04-26');
    expect((await get('//evil.example/')).statusCode).toBe(404);
    expect((await get('//plain/')).headers.location).toBe('/plain');
  });

  it('tells which methods it takes', async () => {
    const sent = await server.app.inject({ method: 'DELETE', url: '/form' });
    expect([sent.statusCode, sent.headers.allow]).toEqual([405, 'GET, POST, HEAD']);
  });
});

describe('the day of a page', () => {
  it('becomes one parameter, with the rest of the query kept', async () => {
    const sent = await get('/things/a?lead=Ann&on-day=26&on-month=4&on-year=2011&page=3');
    expect([sent.statusCode, sent.headers.location]).toEqual([303, '/things/a?lead=Ann&on=2011-04-26']);
    expect((await get('/things/a?on-day=&on-month=&on-year=&lead=Ann')).headers.location).toBe(
      '/things/a?lead=Ann',
    );
  });

  it('reaches the handler, and is today without one', async () => {
    expect((await get('/things/a?on=2011-04-26')).json()).toEqual({ thing: 'a', day: '2011-04-26' });
    expect((await get('/things/a')).json()).toEqual({ thing: 'a', day: '2011-05-12' });
  });

  it('that is none is refused on the page itself, with what was typed', async () => {
    const sent = await get('/plain?on-day=31&on-month=2&on-year=2011');
    expect(sent.statusCode).toBe(422);
    expect(sent.body).toContain('Enter a real day, like 12 May 2011');
    expect(sent.body).toMatch(/<input[^>]*name="on-day"[^>]*value="31"/);
  });
});

describe('what stands in the way is told', () => {
  it.each([
    ['/nothing', 404, 'Page not found'],
    ['/things/%00', 404, 'Page not found'],
    [`/plain?q=${'x'.repeat(5000)}`, 414, 'That address is too long'],
    ['/broken', 500, 'Something went wrong in Throughline'],
    ['/guarded', 403, 'You cannot use this page'],
  ])('%.20s: %i as a page and as JSON', async (url, status, title) => {
    const page = await get(url, { accept: 'text/html,application/xhtml+xml,*/*;q=0.8' });
    expect([page.statusCode, page.headers['cache-control']]).toEqual([status, 'no-store']);
    expect(page.body).toContain(`<h1 class="govuk-heading-l">${title}</h1>`);
    expect(page.body).toContain('Loamshire County Council');
    const machine = await get(url, { accept: 'application/json' });
    expect(machine.headers['content-type']).toBe('application/problem+json; charset=utf-8');
    expect(machine.json()).toEqual({
      type: 'about:blank',
      title,
      status,
      detail: expect.any(String),
      requestId: machine.headers['x-request-id'],
    });
  });

  it('with a reference to give to whoever runs it, and nothing of the error', async () => {
    const sent = await get('/broken');
    expect(sent.body).toContain(`<span class="tl-ref">${String(sent.headers['x-request-id'])}</span>`);
    expect(sent.body).not.toMatch(/Jane Citizen|at .*\.tsx?:/);
  });

  it('as not available where what we rely on is out of reach', async () => {
    const cut = await storyServer({
      isUnavailable: (error) => error instanceof Error && error.message === 'no database',
    });
    cut.route({
      method: 'GET',
      path: '/plan',
      access: 'public',
      handler: () => Promise.reject(new Error('no database')),
    });
    const sent = await cut.app.inject({ method: 'GET', url: '/plan' });
    expect([sent.statusCode, sent.headers['retry-after']]).toEqual([503, '30']);
    expect(sent.body).toContain('not available just now');
    await cut.app.close();
  });

  it.each([
    ['no database', 503],
    ['a fault of ours', 500],
  ])(
    'that may have come after what was sent was saved says so, of a form alone: %s',
    async (words, status) => {
      const cut = await storyServer({
        isUnavailable: (error) => error instanceof Error && error.message === 'no database',
      });
      for (const method of ['GET', 'POST'] as const)
        cut.route({
          method,
          path: '/cut',
          access: 'public',
          handler: () => Promise.reject(new Error(words)),
        });
      const { token, cookie } = await openForm(cut.app, '/plan/story');
      const headers = { cookie, 'content-type': 'application/x-www-form-urlencoded' };
      const payload = new URLSearchParams({ _csrf: token }).toString();
      const sent = await cut.app.inject({ method: 'POST', url: '/cut', headers, payload });
      const read = await cut.app.inject({ method: 'GET', url: '/cut' });
      expect([sent.statusCode, read.statusCode]).toEqual([status, status]);
      expect(sent.body).toContain('What you sent may not have been saved: look before you send it again.');
      expect(sent.body).not.toMatch(/was not saved|nothing was saved/i);
      expect(read.body).not.toContain('saved');
      await cut.app.close();
    },
  );

  it('as JSON wherever a route answers programs', async () => {
    const machine = await storyServer();
    machine.route({
      method: 'GET',
      path: '/readyz',
      access: 'public',
      machine: true,
      handler: () => Promise.reject(new Error('x')),
    });
    const sent = await machine.app.inject({
      method: 'GET',
      url: '/readyz',
      headers: { accept: 'text/html' },
    });
    expect(sent.json()).toMatchObject({ status: 500 });
    await machine.app.close();
  });
});

describe('too much', () => {
  it('text in a form is refused', async () => {
    const { token, cookie } = await openForm(server.app);
    const sent = await server.app.inject({
      method: 'POST',
      url: '/form',
      payload: `_csrf=${token}&name=${'x'.repeat(2 * 1024 * 1024)}`,
      headers: { cookie, 'content-type': 'application/x-www-form-urlencoded' },
    });
    expect([sent.statusCode, sent.body.includes('That form is too long')]).toEqual([413, true]);
  });

  it.each([
    ['of just what we take', LARGEST_FILE, 200],
    ['one byte larger', LARGEST_FILE + 1, 413],
    ['twice as large', 2 * LARGEST_FILE, 413],
  ])('in a file is told over the wire: a file %s', async (_name, size, status) => {
    const listening = await storyServer();
    addFormRoutes(listening);
    const address = await listening.app.listen({ port: 0, host: '127.0.0.1' });
    const { token, cookie } = await openForm(listening.app);
    const sent = await sendFile(`${address}/echo`, { token, cookie, size });
    expect(sent.status).toBe(status);
    expect(sent.body).toContain(status === 200 ? `"size":${size}` : 'Throughline takes files of up to 25 MB');
    await listening.app.close();
  });
});

describe('assets', () => {
  it.each([
    ['br', storySite.assets.stylesheet, 'text/css; charset=utf-8'],
    ['gzip', storySite.assets.script, 'text/javascript; charset=utf-8'],
    [undefined, storySite.assets.textFont, 'font/woff2'],
    ['br', storySite.assets.icon, 'image/svg+xml'],
  ])('are kept for ever, packed as %s: %.20s', async (encoding, url, mediaType) => {
    const sent = await get(url, { 'accept-encoding': encoding === 'gzip' ? 'gzip, br;q=0' : 'gzip, br' });
    expect(sent.headers).toMatchObject({
      'cache-control': 'public, max-age=31536000, immutable',
      'content-type': mediaType,
    });
    expect(sent.headers['content-encoding']).toBe(encoding);
  });

  it('that are not there are not found', async () => {
    expect((await get('/assets/../package.json')).statusCode).toBe(404);
    expect((await get('/assets/throughline.css')).statusCode).toBe(404);
  });
});

describe('routes', () => {
  it('are listed with who may use them', () => {
    expect(server.listRoutes()).toContainEqual({ method: 'POST', path: '/form', access: 'public' });
    expect(server.listRoutes()).toContainEqual({
      method: 'GET',
      path: '/guarded',
      access: expect.objectContaining({ needs: 'may accept an import' }),
    });
  });

  it('cannot be added without saying who may use them', async () => {
    const strict = await storyServer();
    expect(() => strict.app.get('/secret', () => 'x')).toThrow('GET /secret does not say who may use it');
    await strict.app.close();
  });

  it('that need something open to whom the site says', async () => {
    const open = await storyServer({
      whoAsks: () => ({ asker: 'who may', signedIn: true, account: [] }),
    });
    addFormRoutes(open);
    expect((await open.app.inject({ method: 'GET', url: '/guarded' })).json()).toEqual({ secret: true });
    await open.app.close();
  });

  it('send a reader on only within Throughline', async () => {
    const astray = await storyServer();
    astray.route({
      method: 'GET',
      path: '/go/:where',
      access: 'public',
      handler: (visit) => go(visit.params.where),
    });
    const status = async (where: string): Promise<number> =>
      (await astray.app.inject({ method: 'GET', url: `/go/${encodeURIComponent(where)}` })).statusCode;
    expect([
      await status('/plan'),
      await status('//evil.example'),
      await status('/\\evil.example'),
      await status('https://evil.example'),
    ]).toEqual([303, 500, 500, 500]);
    await astray.app.close();
  });
});

describe('the log', () => {
  it('says what was asked for by its pattern, and nothing of a person', async () => {
    const { log, lines, text } = logToLines();
    const logged = await storyServer({}, log);
    addFormRoutes(logged);
    await logged.app.inject({
      method: 'GET',
      url: '/things/Jane-Citizen?q=Jane',
      headers: { cookie: 'a=Jane', 'user-agent': 'Jane' },
    });
    await logged.app.inject({ method: 'GET', url: '/broken?q=Jane' });
    await logged.app.inject({ method: 'GET', url: '/Jane' });
    await logged.app.inject({
      method: 'POST',
      url: '/form?q=Jane',
      payload: 'name=Jane',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
    });
    expect(lines()).toContainEqual(
      expect.objectContaining({
        msg: 'Answered a request',
        method: 'GET',
        route: '/things/:thing',
        status: 200,
        requestId: expect.any(String),
      }),
    );
    expect(lines()).toContainEqual(
      expect.objectContaining({ msg: 'A request failed', level: 'error', error: 'Error', route: '/broken' }),
    );
    expect(text()).not.toMatch(/Jane|127\.0\.0\.1/);
    await logged.app.close();
  });
});

describe('closing', () => {
  it('finishes what is under way and takes no more', async () => {
    const closing = await storyServer();
    let finish = (): void => {};
    const started = new Promise<void>((begun) => {
      closing.route({
        method: 'GET',
        path: '/slow',
        access: 'public',
        handler: () =>
          new Promise((resolve) => {
            finish = () => resolve(json({ done: true }));
            begun();
          }),
      });
    });
    const address = await closing.app.listen({ port: 0, host: '127.0.0.1' });
    const slow = fetch(`${address}/slow`);
    await started;
    const closed = closing.app.close();
    await expect(fetch(`${address}/plan/story`)).rejects.toThrow('fetch failed');
    finish();
    expect(await (await slow).json()).toEqual({ done: true });
    await closed;
  });
});

/** Sends a file over a real connection, as a browser would, and reads the answer. */
async function sendFile(
  url: string,
  { token, cookie, size }: { token: string; cookie: string; size: number },
): Promise<{ status: number; body: string }> {
  const boundary = 'xxBOUNDARYxx';
  const before = `--${boundary}\r\nContent-Disposition: form-data; name="_csrf"\r\n\r\n${token}\r\n--${boundary}\r\nContent-Disposition: form-data; name="plan"; filename="plan.txt"\r\nContent-Type: text/plain\r\n\r\n`;
  const payload = Buffer.concat([
    Buffer.from(before),
    Buffer.alloc(size, 'x'),
    Buffer.from(`\r\n--${boundary}--\r\n`),
  ]);
  return new Promise((resolve, reject) => {
    const sending = httpRequest(
      url,
      {
        method: 'POST',
        headers: {
          cookie,
          'content-type': `multipart/form-data; boundary=${boundary}`,
          'content-length': payload.length,
        },
      },
      (response) => {
        let body = '';
        response.setEncoding('utf8');
        response.on('data', (chunk: string) => (body += chunk));
        response.on('end', () => resolve({ status: response.statusCode ?? 0, body }));
      },
    );
    sending.on('error', reject);
    sending.end(payload);
  });
}
