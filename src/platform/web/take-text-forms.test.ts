import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import type { WebServer } from './server.ts';
import { addFormRoutes } from './story/form-routes.tsx';
import { openForm } from './story/form-token.ts';
import { storyServer } from './story/story-server.tsx';
import { LONGEST_NAME, MOST_FIELDS, readTextForm } from './take-text-forms.ts';

let server: WebServer;
beforeAll(async () => {
  server = await storyServer();
  addFormRoutes(server);
});
afterAll(() => server.app.close());
afterEach(() => void vi.unstubAllGlobals());

async function send(fields: string) {
  const { token, cookie } = await openForm(server.app);
  return server.app.inject({
    method: 'POST',
    url: '/echo',
    payload: `_csrf=${token}&${fields}`,
    headers: { 'content-type': 'application/x-www-form-urlencoded', cookie },
  });
}

const fields = (many: number): string => Array.from({ length: many }, (_, at) => `a${at}=1`).join('&');

describe('a form sent as text', () => {
  it.each([
    ['as many fields as it may have', fields(MOST_FIELDS - 1), 200],
    ['one more', fields(MOST_FIELDS), 413],
    ['2 MB of nothing but separators', '&'.repeat(2_000_000), 413],
    ['one field again and again', 'a&'.repeat(500_000), 413],
    ['the longest name', `${'n'.repeat(LONGEST_NAME)}=1`, 200],
    ['a longer name', `${'n'.repeat(LONGEST_NAME + 1)}=1`, 413],
    ['a longer name without a value, after others', `a=1&b=2&${'n'.repeat(LONGEST_NAME + 1)}`, 413],
    ['a long value with signs of equality', `a=${'=n'.repeat(10_000)}`, 200],
  ])('is counted: %s', async (_what, text, status) => {
    const sent = await send(text);
    expect(sent.statusCode).toBe(status);
    expect(sent.body.includes('Throughline takes up to 10,000 fields in one form')).toBe(status === 413);
  });

  it('is counted before anything is made of it', () => {
    const made = vi.fn<() => void>();
    vi.stubGlobal('URLSearchParams', made);
    expect(readTextForm(Buffer.from('&'.repeat(MOST_FIELDS)))).toBeNull();
    expect(made).not.toHaveBeenCalled();
  });
});
