import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openForm } from '../../src/platform/web/story/form-token.ts';
import { type Crawl, crawl, type Crawled } from '../support/crawl.ts';
import { databaseDigest, tablesChanged } from '../support/database-digest.ts';
import { type SecuredApp, startSecuredApp } from '../support/secured-app.ts';
import { FOR_EVERYBODY } from '../../src/platform/web/index.ts';
import { cookieName } from '../support/cookie-names.ts';

let app: SecuredApp;
let asThePublic: Crawl;
let signedIn: Crawl;
let changedByReading: readonly string[];
let eventsOfReading: readonly string[];

beforeAll(async () => {
  app = await startSecuredApp();
  const { db } = app.database;
  // That somebody is there is noted once a minute, and their token is changed from time to time: not while this crawls,
  // however long that takes.
  await sql`update access.session set last_seen_at = clock_timestamp() + interval '1 day',
    changed_at = clock_timestamp() + interval '1 day'`.execute(db);
  const before = await databaseDigest(db);
  const newest = await newestEvent();
  asThePublic = await crawl(app.server);
  signedIn = await crawl(app.server, { cookie: app.everything.cookie });
  changedByReading = tablesChanged(before, await databaseDigest(db));
  const events = await db.selectFrom('audit.event').select('type').where('sequence', '>', newest).execute();
  eventsOfReading = [...new Set(events.map(({ type }) => type))].toSorted();
});
afterAll(() => app.close());

async function newestEvent(): Promise<number> {
  const row = await app.database.db
    .selectFrom('audit.event')
    .select((all) => all.fn.max('sequence').as('newest'))
    .executeTakeFirstOrThrow();
  return row.newest ?? 0;
}

/** What is wrong with an answer's own account of itself; nothing where all is well. */
function amiss({ url, answer }: Crawled, { mayKeep }: { readonly mayKeep: RegExp }): readonly string[] {
  const { headers, statusCode } = answer;
  const policy = String(headers['content-security-policy']);
  const directives = new Map(
    policy.split('; ').map((one) => [one.split(' ')[0], one.split(' ').slice(1).join(' ')]),
  );
  const wrong = [
    [directives.get('default-src') === "'none'", 'default-src'],
    [directives.get('base-uri') === "'none'", 'base-uri'],
    [directives.get('frame-ancestors') === "'none'", 'frame-ancestors'],
    [directives.get('form-action') === "'self'", 'form-action'],
    [!/unsafe|\*|data:|https?:/.test(policy), 'the policy has a hole'],
    [headers['x-content-type-options'] === 'nosniff', 'nosniff'],
    [headers['referrer-policy'] === 'same-origin', 'referrer-policy'],
    [mayKeep.test(String(headers['cache-control'])), `cache-control ${String(headers['cache-control'])}`],
    [headers['server'] === undefined && headers['x-powered-by'] === undefined, 'says what it runs on'],
    [statusCode < 500, `status ${statusCode}`],
    [isWhatItSays(answer), `content is not ${String(headers['content-type'])}`],
    [
      !/\bat \S+ \(?(file:|node:|\/)\S*:\d+:\d+|node_modules|select "|violates .* constraint|DATABASE_URL/i.test(
        textOf(answer),
      ),
      'tells of its insides',
    ],
  ] as const;
  return wrong.filter(([well]) => !well).map(([, what]) => `${url}: ${what}`);
}

function textOf({ headers, body }: Crawled['answer']): string {
  return /^(text|application\/(problem\+)?json)/.test(String(headers['content-type'])) ? body : '';
}

/** Whether the first bytes are of what the header says. */
function isWhatItSays({ headers, rawPayload, body, statusCode }: Crawled['answer']): boolean {
  const type = String(headers['content-type'] ?? '').split(';')[0];
  if (rawPayload.length === 0) return statusCode >= 300 && statusCode < 400;
  const starts = (text: string) => rawPayload.subarray(0, text.length).toString('latin1') === text;
  switch (type) {
    case 'text/html':
      return starts('<!doctype html>') || starts('<!DOCTYPE html>');
    case 'application/json':
    case 'application/problem+json':
      return typeof JSON.parse(body) === 'object';
    case 'application/jsonl':
    case 'application/x-ndjson':
      return body
        .split('\n')
        .filter(Boolean)
        .every((line) => typeof JSON.parse(line) === 'object');
    case 'text/csv':
      return !body.includes('\0') && !/^\s*</.test(body);
    case 'application/pdf':
      return starts('%PDF-');
    case 'image/png':
      return starts('\u0089PNG');
    case 'image/svg+xml':
      return starts('<svg ') && !/<script|javascript:/i.test(body);
    default:
      return (type ?? '').startsWith('application/vnd.openxmlformats') && starts('PK\u0003\u0004');
  }
}

describe('every address there is', () => {
  it('was asked for, of every route, as the public and signed in', () => {
    const gets = app.server.listRoutes().filter(({ method }) => method === 'GET');
    for (const crawled of [asThePublic, signedIn])
      expect(new Set(crawled.pages.map(({ route }) => route).filter((route) => route !== undefined))).toEqual(
        new Set(gets.map(({ path }) => path)),
      );
    const opened = signedIn.pages.filter(({ answer }) => answer.statusCode === 200);
    expect(opened.length).toBeGreaterThan(gets.length * 0.75);
  });

  it('says the same strict policy of itself to the public, and is what its type says', () => {
    const wrong = asThePublic.pages.flatMap((page) =>
      amiss(page, {
        mayKeep: /^(private, no-cache|no-store|public, max-age=0, s-maxage=1, must-revalidate)$/,
      }),
    );
    expect(wrong).toEqual([]);
  });

  it('may be held by a cache for a second where it is one page for everybody, and only there', () => {
    const kept = asThePublic.pages.map(({ url, answer }) => {
      const { statusCode, headers, cookies, body } = answer;
      const isPlain =
        statusCode === 200 &&
        cookies.length === 0 &&
        headers['etag'] !== undefined &&
        !body.includes('_csrf');
      return { url, isPlain, isShared: headers['cache-control'] === FOR_EVERYBODY };
    });
    const apart = (wanted: boolean) =>
      kept.filter(({ isPlain, isShared }) => isPlain === wanted && isShared !== wanted);
    expect(apart(false)).toEqual([]);
    expect(apart(true).filter(({ url }) => !/^\/(healthz|readyz|version)$/.test(url))).toEqual([]);
    expect(kept.filter(({ isShared }) => isShared).length).toBeGreaterThan(50);
    const unvaried = asThePublic.pages.filter(
      ({ answer: { headers } }) =>
        !/no-store|immutable/.test(String(headers['cache-control'])) &&
        !/^cookie\b/.test(String(headers['vary'])),
    );
    expect(unvaried.map(({ url }) => url)).toEqual([]);
  });

  it('says the same strict policy to somebody signed in, and is kept by no cache', () => {
    expect(signedIn.pages.flatMap((page) => amiss(page, { mayKeep: /^no-store$/ }))).toEqual([]);
  });

  it('sets no cookie that a script or another site could use, and never a session', () => {
    const set = [...asThePublic.pages, ...signedIn.pages].flatMap(({ answer }) => answer.cookies);
    expect(set.length).toBeGreaterThan(10);
    for (const cookie of set)
      expect(cookie).toMatchObject({ httpOnly: true, sameSite: 'Lax', path: '/', name: cookieName('form') });
    for (const { domain } of set) expect(domain).toBeUndefined();
  });

  it('and a link that opens the way in is kept by no cache either, though nobody is signed in', async () => {
    for (const url of [`/link/${app.link}`, `/set-up/${app.setUpLink}`]) {
      const answer = await app.server.app.inject({ url });
      expect([answer.statusCode, answer.headers['cache-control']]).toEqual([200, 'no-store']);
      expect(answer.headers['referrer-policy']).toBe('same-origin');
    }
  });

  it('is on a page with no address of another site in it but those of the foot, so none learns where a reader was', () => {
    const elsewhere = new Set(
      [...asThePublic.pages, ...signedIn.pages].flatMap(({ answer }) =>
        [...textOf(answer).matchAll(/(?:src|action)="(https?:)?\/\/[^"]*"/g)].map(([all]) => all),
      ),
    );
    expect([...elsewhere]).toEqual([]);
  });
});

describe('reading', () => {
  it('changes nothing but the audit trail, in which it stands', () => {
    expect(changedByReading.filter((name) => !name.startsWith('audit.'))).toEqual([]);
    expect(eventsOfReading.filter((type) => !/-(read|seen|exported|looked-at)$/.test(type))).toEqual([]);
    expect(eventsOfReading.length).toBeGreaterThan(0);
  });
});

describe('searching', () => {
  it.each([
    ['/people', 'search'],
    ['/posts', 'search'],
    ['/plan/kent-2011/actions', 'text'],
    ['/plan/kent-2011/measures', 'text'],
    ['/plan/kent-2011/leads', 'text'],
    ['/plan/kent-2011/requirements', 'text'],
  ])('of %s takes signs of a pattern for themselves', async (path, field) => {
    const found = async (words: string) => {
      const query = new URLSearchParams({ [field]: words }).toString();
      const { body, statusCode } = await app.server.app.inject({ url: `${path}?${query}` });
      const main = /<main[\s\S]*<\/main>/.exec(body)?.[0] ?? '';
      const links =
        main.match(/href="\/(people|posts|plan\/kent-2011\/(action|lead|requirement))\/[^"?]+/g) ?? [];
      return { statusCode, links: links.length };
    };
    expect((await found('e')).links).toBeGreaterThan(3);
    // Each would find nearly everything if it were part of a pattern, and stands nowhere as it is.
    for (const words of ['%e%', 'e_e', '%%', '__', String.raw`\%`, '%_%'])
      expect([words, await found(words)]).toEqual([words, { statusCode: 200, links: 0 }]);
    for (const words of ["'", '\\', '.*', '[a-z]', '(', "' or 1=1 --", '$1', ':x'])
      expect([words, (await found(words)).statusCode]).toEqual([words, 200]);
  });
});

describe('a form that another site sent', () => {
  it.each([
    ['without a token', async () => ({ token: '', headers: {} })],
    [
      'with a token of somebody else',
      async () => ({ token: (await openForm(app.server.app, '/sign-in')).token, headers: {} }),
    ],
    ['from a foreign origin', async () => withToken({ origin: 'https://evil.example' })],
    ['from a hidden origin', async () => withToken({ origin: 'null' })],
    ['cross-site', async () => withToken({ 'sec-fetch-site': 'cross-site' })],
    ['from a neighbour of the same site', async () => withToken({ 'sec-fetch-site': 'same-site' })],
  ])('%s is refused at every route that changes anything, and changes nothing', async (_name, made) => {
    const before = await databaseDigest(app.database.db);
    const { token, headers } = await made();
    const cookie = [app.everything.cookie, 'cookie' in headers ? headers.cookie : undefined]
      .filter(Boolean)
      .join('; ');
    for (const url of signedIn.forms) {
      const answer = await app.server.app.inject({
        method: 'POST',
        url,
        payload: new URLSearchParams({ _csrf: token, role: 'administrator', reason: 'x' }).toString(),
        headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers, cookie },
      });
      expect([url, answer.statusCode]).toEqual([url, 403]);
      expect(answer.cookies.map(({ name }) => name).filter((name) => name !== cookieName('form'))).toEqual(
        [],
      );
    }
    expect(tablesChanged(before, await databaseDigest(app.database.db))).toEqual([]);
  });

  it('in a kind that needs no leave of the browser, or as JSON, is not read at all', async () => {
    const before = await databaseDigest(app.database.db);
    const { token, headers } = await withToken({});
    for (const url of signedIn.forms)
      for (const type of ['text/plain', 'application/json', 'application/xml'])
        expect(
          (
            await app.server.app.inject({
              method: 'POST',
              url,
              payload: JSON.stringify({ _csrf: token }),
              headers: { 'content-type': type, ...headers },
            })
          ).statusCode,
        ).toBe(415);
    expect(tablesChanged(before, await databaseDigest(app.database.db))).toEqual([]);
  });

  it('there is a form for every route that changes anything', () => {
    const posts = app.server.listRoutes().filter(({ method }) => method === 'POST');
    expect(signedIn.forms).toHaveLength(posts.length);
    expect(posts.length).toBeGreaterThan(30);
  });
});

/** A right token of our own, with what the browser says of where the form came from. */
async function withToken(headers: Readonly<Record<string, string>>) {
  const { token, cookie } = await openForm(app.server.app, '/sign-in');
  return { token, headers: { ...headers, cookie } };
}
