import { Readable } from 'node:stream';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { WebServer } from './server.ts';
import { addFormRoutes } from './story/form-routes.tsx';
import { openForm } from './story/form-token.ts';
import { storyServer } from './story/story-server.tsx';

let server: WebServer;
beforeAll(async () => {
  server = await storyServer();
  addFormRoutes(server);
});
afterAll(() => server.app.close());

const urlencoded = 'application/x-www-form-urlencoded';

async function post(fields: string, headers: Record<string, string>, url = '/form') {
  return server.app.inject({
    method: 'POST',
    url,
    payload: fields,
    headers: { 'content-type': urlencoded, ...headers },
  });
}

describe('a form of our own', () => {
  it('is accepted, and says what it did on the next page alone', async () => {
    const { token, cookie } = await openForm(server.app);
    const sent = await post(`_csrf=${token}&name=Recruit`, { cookie });
    expect([sent.statusCode, sent.headers.location]).toEqual([303, '/plain']);
    const notice = sent.cookies.find(({ name }) => name === server.cookieName('notice'));
    expect(notice).toMatchObject({ httpOnly: true, sameSite: 'Lax', path: '/', maxAge: 60 });
    const next = await server.app.inject({
      method: 'GET',
      url: '/plain',
      headers: { cookie: `${server.cookieName('notice')}=${encodeURIComponent(notice?.value ?? '')}` },
    });
    expect(next.body).toContain('<p class="govuk-notification-banner__heading">Saved Recruit</p>');
    expect(next.cookies).toMatchObject([{ name: server.cookieName('notice'), value: '', maxAge: 0 }]);
  });

  it('has a token of which nothing counts as the signature of a cookie', async () => {
    const { token } = await openForm(server.app);
    const signed = server.app.signCookie('nobody');
    const signature = signed.slice(signed.lastIndexOf('.') + 1);
    const alike = (text: string) => text.replaceAll(/[-+/_]/g, '_').replace(/=+$/, '');
    // The token begins with the mark of whose it is, in which a dash is written as an underscore.
    expect(token.split('-')[0]).toHaveLength(43);
    expect(alike(token)).not.toContain(alike(signature));
    expect(server.app.unsignCookie(`nobody.${token.split('-')[0]}`).valid).toBe(false);
  });

  it('is shown again with what was typed, what is wrong, and a title that says so', async () => {
    const { token, cookie } = await openForm(server.app);
    const sent = await post(`_csrf=${token}&name=${encodeURIComponent('Recruit to every "vacant" post')}`, {
      cookie,
    });
    expect(sent.statusCode).toBe(422);
    expect(sent.body).toContain(
      '<title>Error: Name an action – Throughline – Loamshire County Council</title>',
    );
    expect(sent.body).toContain('<a href="#name">The name must be 20 characters or fewer</a>');
    expect(sent.body).toMatch(/id="name-error"[^>]*>.*The name must be 20 characters or fewer/);
    expect(sent.body).toContain('value="Recruit to every &quot;vacant&quot; post"');
  });

  it('takes a field sent twice as two values, and hands on no token', async () => {
    const { token, cookie } = await openForm(server.app);
    const sent = await post(`a=1&_csrf=${token}&a=2&b=&__proto__=x&constructor=y`, { cookie }, '/echo');
    expect(sent.json<{ form: object }>().form).toEqual(
      JSON.parse('{"a":["1","2"],"b":"","__proto__":"x","constructor":"y"}'),
    );
  });
});

describe('a form that is not our own is refused', () => {
  it.each([
    ['with no token and no cookie', async () => post('name=x', {})],
    [
      'with a cookie but no token',
      async () => post('name=x', { cookie: (await openForm(server.app)).cookie }),
    ],
    [
      'with a token but no cookie',
      async () => post(`_csrf=${(await openForm(server.app)).token}&name=x`, {}),
    ],
    [
      'with a token of another cookie',
      async () =>
        post(`_csrf=${(await openForm(server.app)).token}&name=x`, {
          cookie: (await openForm(server.app)).cookie,
        }),
    ],
    [
      'with a token that was changed',
      async () => {
        const { token, cookie } = await openForm(server.app);
        return post(`_csrf=${token.slice(0, -2)}zz&name=x`, { cookie });
      },
    ],
    [
      'with a cookie the sender made up, and a token to fit',
      async () => post('_csrf=abc&name=x', { cookie: `${server.cookieName('form')}=abc` }),
    ],
    [
      'with its token sent twice',
      async () => {
        const { token, cookie } = await openForm(server.app);
        return post(`_csrf=${token}&_csrf=${token}&name=x`, { cookie });
      },
    ],
  ])('%s', async (_name, send) => {
    const sent = await send();
    expect(sent.statusCode).toBe(403);
    expect(sent.body).toContain('This form was opened in another session');
  });

  it.each([
    ['from another site', { 'sec-fetch-site': 'cross-site' }],
    ['from another name of the same site', { 'sec-fetch-site': 'same-site' }],
    ['typed into the address bar', { 'sec-fetch-site': 'none' }],
    ['with another origin', { origin: 'https://evil.example' }],
    ['with an origin that is hidden', { origin: 'null' }],
    ['with an origin that only starts like ours', { origin: 'http://localhost:80.evil.example' }],
  ])('%s, though its token is right', async (_name, headers) => {
    const { token, cookie } = await openForm(server.app);
    const sent = await post(`_csrf=${token}&name=x`, { cookie, ...headers });
    expect(sent.statusCode).toBe(403);
    expect(sent.body).toContain('did not come from Throughline');
  });

  it.each([
    ['a browser of today', { 'sec-fetch-site': 'same-origin', origin: 'http://localhost:80' }],
    ['an older browser', { origin: 'http://localhost:80' }],
    ['a reader behind a proxy that adds HTTPS', { origin: 'https://localhost:80' }],
  ])('but not %s with a right token', async (_name, headers) => {
    const { token, cookie } = await openForm(server.app);
    const sent = await post(`_csrf=${token}&name=x`, { cookie, host: 'localhost:80', ...headers });
    expect(sent.statusCode).toBe(303);
  });
});

describe('a notice', () => {
  it.each(['["success","Send us money"]', '["success","Send us money"].c2lnbmVk', '%', ''])(
    'that we did not sign is not shown: %s',
    async (value) => {
      const response = await server.app.inject({
        method: 'GET',
        url: '/plain',
        headers: { cookie: `${server.cookieName('notice')}=${encodeURIComponent(value)}` },
      });
      expect(response.statusCode).toBe(200);
      expect(response.body).not.toContain('govuk-notification-banner');
    },
  );
});

describe('a form with files', () => {
  const boundary = 'xxBOUNDARYxx';
  const part = (headers: string, content: string): string =>
    `--${boundary}\r\nContent-Disposition: form-data; ${headers}\r\n\r\n${content}\r\n`;

  async function send(parts: string, cookie: string) {
    return server.app.inject({
      method: 'POST',
      url: '/echo',
      payload: `${parts}--${boundary}--\r\n`,
      headers: {
        'content-type': `multipart/form-data; boundary=${boundary}`,
        cookie,
        accept: 'application/json',
      },
    });
  }

  it('gives its fields and files, and leaves out boxes left empty', async () => {
    const { token, cookie } = await openForm(server.app);
    const sent = await send(
      part('name="_csrf"', token) +
        part('name="a"', '1') +
        part('name="a"', '2') +
        part('name="plan"; filename="../plan.txt"\r\nContent-Type: text/plain', 'hello') +
        part('name="other"; filename=""\r\nContent-Type: application/octet-stream', ''),
      cookie,
    );
    expect(sent.json()).toEqual({
      form: { a: ['1', '2'] },
      files: [{ field: 'plan', fileName: expect.stringContaining('plan.txt'), size: 5 }],
    });
  });

  it('takes a field for text, whatever it says it is', async () => {
    const { token, cookie } = await openForm(server.app);
    const json = '\r\nContent-Type: application/json';
    const sent = await send(
      part('name="_csrf"', token) +
        part(`name="a"${json}`, '{"b":[1]}') +
        part(`name="c"${json}; charset=utf-8`, '{"not": JSON') +
        part('name="d"\r\nContent-Type: text/plain', 'Zoë'),
      cookie,
    );
    expect(sent.json()).toEqual({ form: { a: '{"b":[1]}', c: '{"not": JSON', d: 'Zoë' }, files: [] });
  });

  it('parses nothing as JSON in this process', async () => {
    const { token, cookie } = await openForm(server.app);
    const parse = vi.spyOn(JSON, 'parse');
    try {
      await send(
        part('name="_csrf"', token) +
          part('name="a"\r\nContent-Type: application/json', '{"marked":[{}]}').repeat(20),
        cookie,
      );
      expect(parse.mock.calls.filter(([text]) => text.includes('marked'))).toEqual([]);
    } finally {
      parse.mockRestore();
    }
  });

  it.each([
    ['84 MB in 42 fields', 42, 2 * 1024 * 1024, ''],
    ['three fields that each would do', 3, 900 * 1024, ''],
    ['three fields of JSON', 3, 900 * 1024, '\r\nContent-Type: application/json'],
  ])(
    'is told that it is too long where its text is too much together: %s',
    async (_name, number, size, kind) => {
      const { token, cookie } = await openForm(server.app);
      function* pieces(): Generator<Buffer> {
        yield Buffer.from(part('name="_csrf"', token));
        for (let at = 0; at < number; at += 1)
          yield Buffer.from(part(`name="a${at}"${kind}`, 'x'.repeat(size)));
        yield Buffer.from(`--${boundary}--\r\n`);
      }
      const sent = await server.app.inject({
        method: 'POST',
        url: '/echo',
        payload: Readable.from(pieces()),
        headers: { 'content-type': `multipart/form-data; boundary=${boundary}`, cookie },
      });
      expect(sent.statusCode).toBe(413);
      expect(sent.body).toContain('Throughline takes up to 2 MB of text in one form. Nothing was saved.');
    },
  );

  it('counts the names of fields too', async () => {
    const { token, cookie } = await openForm(server.app);
    const sent = await send(
      part('name="_csrf"', token) + part(`name="${'a'.repeat(3_000)}"`, '1').repeat(800),
      cookie,
    );
    expect(sent.statusCode).toBe(413);
  });

  it('is not read where there is no page', async () => {
    const sent = await server.app.inject({
      method: 'POST',
      url: '/no-such-page',
      payload: `--${boundary}\r\nContent-Disposition: form-data; name="plan"\r\n\r\nhal`,
      headers: { 'content-type': `multipart/form-data; boundary=${boundary}` },
    });
    expect(sent.statusCode).toBe(404);
  });

  it.each([
    ['without a token', async (_token: string, cookie: string) => send(part('name="a"', '1'), cookie), 403],
    [
      'cut off in the middle',
      async (token: string, cookie: string) =>
        server.app.inject({
          method: 'POST',
          url: '/echo',
          payload: `${part('name="_csrf"', token)}--${boundary}\r\nContent-Disposition: form-data; name="plan"; filename="a"\r\n\r\nhal`,
          headers: { 'content-type': `multipart/form-data; boundary=${boundary}`, cookie },
        }),
      400,
    ],
    [
      'without a boundary',
      async (_token: string, cookie: string) =>
        server.app.inject({
          method: 'POST',
          url: '/echo',
          payload: 'x',
          headers: { 'content-type': 'multipart/form-data', cookie },
        }),
      400,
    ],
    [
      'of too many parts',
      async (token: string, cookie: string) =>
        send(part('name="_csrf"', token) + part('name="a"', '1').repeat(2100), cookie),
      413,
    ],
    [
      'of too many files',
      async (token: string, cookie: string) =>
        send(
          part('name="_csrf"', token) +
            part('name="f"; filename="f.txt"\r\nContent-Type: text/plain', 'x').repeat(12),
          cookie,
        ),
      413,
    ],
  ])('is refused %s', async (_name, request, status) => {
    const { token, cookie } = await openForm(server.app);
    expect((await request(token, cookie)).statusCode).toBe(status);
  });
});
