import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cookieNames } from '../../src/platform/web/cookie-names.ts';
import type { WebServer } from '../../src/platform/web/index.ts';
import { accountHolder, appOn, codeAt, PASSWORD } from '../support/access-app.ts';
import { openTestDatabase, type TestDatabase } from '../support/database.ts';

/** One browser, which keeps cookies by host and sends them to every port of it. */
class Browser {
  readonly jar = new Map<string, string>();

  async get(at: WebServer, url: string) {
    return this.#keep(await at.app.inject({ method: 'GET', url, headers: this.#headers() }));
  }

  /** Sends the first form of a page, as it was opened. */
  async send(at: WebServer, url: string, opened: string, fields: Readonly<Record<string, string>>) {
    const token = /name="_csrf" value="([^"]+)"/.exec(opened)?.[1] ?? '';
    return this.#keep(
      await at.app.inject({
        method: 'POST',
        url,
        headers: { ...this.#headers(), 'content-type': 'application/x-www-form-urlencoded' },
        payload: new URLSearchParams({ ...fields, _csrf: token }).toString(),
      }),
    );
  }

  async signIn(at: WebServer, name: string) {
    const first = await this.get(at, '/sign-in');
    await this.send(at, '/sign-in', first.body, { name, password: PASSWORD });
    const second = await this.get(at, '/sign-in/code');
    return this.send(at, '/sign-in/code', second.body, { code: await codeAt(0) });
  }

  #headers(): Record<string, string> {
    const cookie = [...this.jar].map(([name, value]) => `${name}=${encodeURIComponent(value)}`).join('; ');
    return { host: 'localhost', ...(cookie === '' ? {} : { cookie }) };
  }

  #keep<Answer extends { readonly cookies: readonly { name: string; value: string }[] }>(
    answer: Answer,
  ): Answer {
    for (const { name, value } of answer.cookies) {
      if (value === '') this.jar.delete(name);
      else this.jar.set(name, value);
    }
    return answer;
  }
}

describe('two installations on one host', () => {
  const databases: TestDatabase[] = [];
  let one: WebServer;
  let other: WebServer;
  beforeAll(async () => {
    const servers: WebServer[] = [];
    for (const formSecret of ['the secret of one installation, and', 'the secret of another installation']) {
      const database = await openTestDatabase();
      databases.push(database);
      await accountHolder(database.db, 'Holder');
      servers.push(await appOn(database, { formSecret, lookAround: true }));
    }
    [one, other] = servers as [WebServer, WebServer];
  });
  afterAll(async () => {
    await one.app.close();
    await other.app.close();
    for (const database of databases) await database.close();
  });

  it('take a form each that was opened before a page of the other', async () => {
    const browser = new Browser();
    const mine = await browser.get(one, '/sign-in');
    await browser.get(other, '/sign-in');
    const sent = await browser.send(one, '/sign-in', mine.body, { name: '', password: '' });
    expect(sent.statusCode).toBe(422);
  });

  it('leave each other’s sessions, devices and what waits alone', async () => {
    const browser = new Browser();
    await browser.signIn(one, 'holder@loamshire.example');
    expect((await browser.get(one, '/account')).statusCode).toBe(200);
    const ofOne = new Set(browser.jar.keys());
    expect(ofOne.size).toBeGreaterThanOrEqual(3);
    await browser.signIn(other, 'holder@loamshire.example');
    expect((await browser.get(other, '/account')).statusCode).toBe(200);
    expect((await browser.get(one, '/account')).statusCode).toBe(200);
    const ofOther = [...browser.jar.keys()].filter((name) => !ofOne.has(name));
    expect(ofOther).toHaveLength(ofOne.size);
    const page = await browser.get(one, '/sign-out');
    expect((await browser.send(one, '/sign-out', page.body, {})).statusCode).toBe(303);
    expect((await browser.get(one, '/account')).statusCode).toBe(303);
    expect((await browser.get(other, '/account')).statusCode).toBe(200);
  });

  it('have the same names on each process of one installation, whatever the cookie', () => {
    const names = cookieNames({ secret: 'x'.repeat(32), secure: false });
    const again = cookieNames({ secret: 'x'.repeat(32), secure: false });
    const stranger = cookieNames({ secret: 'y'.repeat(32), secure: false });
    for (const name of ['form', 'session', 'notice', 'anything']) {
      expect(again.of(name)).toBe(names.of(name));
      expect(stranger.of(name)).not.toBe(names.of(name));
      expect([names.isOurs(names.of(name)), names.isOurs(stranger.of(name)), names.isOurs(name)]).toEqual([
        true,
        false,
        false,
      ]);
    }
  });
});
