import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { WebServer } from './server.ts';
import { addFormRoutes } from './story/form-routes.tsx';
import { storyServer, storySite } from './story/story-server.tsx';

let server: WebServer;
beforeAll(async () => {
  server = await storyServer();
  addFormRoutes(server);
});
afterAll(() => server.app.close());

const everyKindOfAnswer = [
  ['a page', { method: 'GET', url: '/plain' }, 200],
  ['a page not changed', { method: 'GET', url: '/plain' }, 200],
  ['an asset', { method: 'GET', url: storySite.assets.stylesheet }, 200],
  ['no such page', { method: 'GET', url: '/nothing' }, 404],
  ['a broken address', { method: 'GET', url: '/%E0%A4%A' }, 400],
  ['a bug', { method: 'GET', url: '/broken' }, 500],
  ['a route that needs something', { method: 'GET', url: '/guarded' }, 403],
  [
    'a form without a token',
    {
      method: 'POST',
      url: '/form',
      payload: 'name=x',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
    },
    403,
  ],
  ['a method a page does not take', { method: 'DELETE', url: '/plain' }, 405],
  ['a trailing slash', { method: 'GET', url: '/plain/' }, 308],
  ['another host', { method: 'GET', url: '/plain', headers: { host: 'evil.example' } }, 421],
  [
    'a body of another kind',
    { method: 'POST', url: '/form', payload: '{}', headers: { 'content-type': 'application/json' } },
    415,
  ],
] as const;

describe('security headers', () => {
  it.each(everyKindOfAnswer)('are on %s', async (_name, request, status) => {
    const response = await server.app.inject(request);
    expect(response.statusCode).toBe(status);
    expect(response.headers).toMatchObject({
      'content-security-policy':
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; connect-src 'none'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'",
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'same-origin',
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
      'x-frame-options': 'DENY',
      'x-request-id': expect.stringMatching(/^[B-Z2-9]{4}-[B-Z2-9]{4}$/),
    });
    expect(response.headers['permissions-policy']).toContain('camera=()');
    expect(response.headers['strict-transport-security']).toBeUndefined();
    expect(response.headers['x-powered-by']).toBeUndefined();
  });

  it('promise HTTPS for a year where the site has it', async () => {
    const secure = await storyServer({ secure: true });
    addFormRoutes(secure);
    const response = await secure.app.inject({ method: 'GET', url: '/form' });
    expect(response.headers['strict-transport-security']).toBe('max-age=31536000; includeSubDomains');
    expect(response.headers['content-security-policy']).toContain('upgrade-insecure-requests');
    expect(response.cookies[0]).toMatchObject({
      name: expect.stringMatching(/^__Host-form-[0-9a-f]{10}$/),
      secure: true,
      httpOnly: true,
      sameSite: 'Lax',
      path: '/',
    });
    await secure.app.close();
  });

  it('take no request id from the sender', async () => {
    const response = await server.app.inject({
      method: 'GET',
      url: '/plain',
      headers: { 'x-request-id': 'mine', 'request-id': 'mine' },
    });
    expect(response.headers['x-request-id']).not.toBe('mine');
  });
});

describe('a page', () => {
  it('holds no script or style of its own, which the policy forbids', async () => {
    const { body } = await server.app.inject({ method: 'GET', url: '/plan/story' });
    expect(body).toContain('<h1');
    expect(body).not.toMatch(/<style|\sstyle=|\son[a-z]+=|<script(?![^>]*\ssrc=)/);
  });
});

describe('the host a request names', () => {
  it.each([
    ['localhost', 200],
    ['localhost:3000', 200],
    ['127.0.0.1:3000', 200],
    ['[::1]:3000', 200],
    ['plan.loamshire.gov.uk', 421],
    ['localhost.evil.example', 421],
    ['evil.example', 421],
    ['127.0.0.1.evil.example', 421],
    ['localhost:3000@evil.example', 400],
    ['localhost:99999', 400],
  ])('%s is answered with %i', async (host, status) => {
    const response = await server.app.inject({ method: 'GET', url: '/plain', headers: { host } });
    expect(response.statusCode).toBe(status);
  });

  it('may be one that was set', async () => {
    const named = await storyServer({ allowedHosts: ['plan.loamshire.gov.uk'] });
    const statusFor = async (host: string): Promise<number> =>
      (await named.app.inject({ method: 'GET', url: '/plan/story', headers: { host } })).statusCode;
    expect([await statusFor('PLAN.loamshire.gov.uk'), await statusFor('loamshire.gov.uk')]).toEqual([
      200, 421,
    ]);
    await named.app.close();
  });
});
