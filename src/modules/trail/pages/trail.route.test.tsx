import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sql } from 'kysely';
import { z } from 'zod';
import { openTestDatabase, type TestDatabase } from '../../../../test/support/database.ts';
import { actAs } from '../../../platform/db/index.ts';
import { openForm } from '../../../platform/web/story/form-token.ts';
import { createLog } from '../../../platform/log.ts';
import { buildAssets, buildServer, type WebServer } from '../../../platform/web/index.ts';
import { recordEvent, defineEvent, trailOfLines, verifyTrail } from '../../audit/index.ts';
import { addAuditRoutes } from './trail.route.tsx';
import { cookieName, FORM_SECRET } from '../../../../test/support/cookie-names.ts';

const planAccepted = defineEvent('plan-accepted', {
  subject: 'plan',
  detail: z.object({ actions: z.int() }),
  sentence: ({ actions }) => `Accepted ${actions} actions`,
});

let database: TestDatabase;
let server: WebServer;
beforeAll(async () => {
  database = await openTestDatabase();
  server = await buildServer({
    log: createLog('silent'),
    formSecret: FORM_SECRET,
    whoAsks: ({ cookies }) => ({
      asker: cookies.read('not-the-auditor') === undefined ? 'auditor' : 'councillor',
      signedIn: true,
      account: [],
    }),
    site: {
      councilName: 'Loamshire County Council',
      version: '0',
      assets: buildAssets({ brandColour: undefined, logo: undefined }),
      navigation: [],
    },
  });
  addAuditRoutes(server, {
    events: [planAccepted],
    checkpoints: path.join(tmpdir(), 'throughline-no-checkpoints-here'),
    access: { needs: 'may read the audit trail', allows: (asker) => asker === 'auditor' },
    readerOf: () => ({
      actor: { kind: 'person', name: 'Dorothea Quillfen', personId: 7 },
      ground: 'auditor since 1 March 2026',
      read: (work) => actAs(database.db, 'system', work),
    }),
  });
  for (let index = 1; index <= 120; index += 1) {
    const actor = { kind: 'operator', name: index % 2 === 0 ? 'clerk' : '=cmd|calc' } as const;
    await database.db
      .transaction()
      .execute((tx) => recordEvent(tx, actor, planAccepted(`plan-${index % 3}`, { actions: index })));
  }
});
afterAll(async () => {
  await server.app.close();
  await database.close();
});

async function get(url: string) {
  const { statusCode, body, headers } = await server.app.inject({ url, headers: { host: '127.0.0.1' } });
  return { statusCode, body, headers };
}

/** The numbers of the events on a page. */
function numbers(body: string): readonly number[] {
  return [...body.matchAll(/Event <\/span>(\d+)/g)].map(([, number]) => Number(number));
}

describe('the page of the trail', () => {
  it('goes to earlier events and back, keeping what it is narrowed to', async () => {
    const seen: number[] = [];
    let body = '';
    for (let url: string | undefined = '/audit?who=clerk'; url !== undefined;) {
      ({ body } = await get(url));
      seen.push(...numbers(body));
      url = /rel="next" href="([^"]+)"|href="([^"]+)" rel="next"/
        .exec(body)
        ?.slice(1)
        .find(Boolean)
        ?.replaceAll('&amp;', '&');
    }
    expect(seen).toEqual(Array.from({ length: 60 }, (_, index) => 120 - 2 * index));
    const back = /href="([^"]*before=[^"]*)"/.exec(body)?.[1]?.replaceAll('&amp;', '&') ?? '';
    expect(numbers((await get(back)).body)).toEqual(seen.slice(0, 50));
  });

  it('keeps what was typed and says what is wrong with it', async () => {
    const { statusCode, body } = await get('/audit?who=Obi&from-day=31&from-month=6&from-year=2026');
    expect(statusCode).toBe(422);
    expect(body).toContain('href="#from-day"');
    expect(body).toContain('The first day must be a real day, like 12 May 2026, or nothing');
    expect(body).toMatch(/value="31"/);
    expect(body).toMatch(/value="Obi"/);
    expect(body).toMatch(/<title>Error: /);
  });

  it.each([
    ['/audit?kind=plan&ref=plan-1', 40],
    ['/audit?type=plan-accepted', 50],
    ['/audit?type=unknown', 0],
    ['/audit?after=0&before=x', 50],
    ['/audit?after=999999', 0],
    ['/audit?from=2001-01-01&to=2001-01-02', 0],
  ])('%s shows %i events', async (url, count) => {
    const { statusCode, body } = await get(url);
    expect(statusCode).toBe(200);
    expect(numbers(body)).toHaveLength(count);
  });

  it('says that an empty page is narrowed, and offers the whole', async () => {
    expect((await get('/audit?type=unknown')).body).toMatch(/Nothing on record answers to all of that/);
  });
});

describe('the page of an event', () => {
  it('shows its place in the chain, checked', async () => {
    const { statusCode, body } = await get('/audit/event/2');
    expect(statusCode).toBe(200);
    expect(body).toContain('Accepted 2 actions');
    expect(body.replaceAll(/\s+/g, ' ')).toContain(
      'Checked just now: it says what was recorded, and follows from event 1',
    );
    expect(body).toContain('href="/audit/event/1"');
    expect(body).toContain('href="/audit/event/3"');
    expect([...body.matchAll(/<code>[0-9a-f]{64}<\/code>/g)]).toHaveLength(2);
  });

  it.each(['/audit/event/0', '/audit/event/999999', '/audit/event/x', '/audit/event/-1', '/audit/event/1e3'])(
    '%s is not there',
    async (url) => {
      expect((await get(url)).statusCode).toBe(404);
    },
  );
});

describe('the trail to take away', () => {
  it('verifies as JSON lines, whole and in part, and is itself on record', async () => {
    for (const [url, only, whole] of [
      ['/audit/trail.jsonl', undefined, true],
      ['/audit/trail.jsonl?who=clerk', 60, false],
      ['/audit/trail.jsonl?who=nobody', 0, false],
    ] as const) {
      const { body, headers } = await get(url);
      const events = only ?? (await countEvents());
      expect(headers['content-disposition']).toContain('audit-trail.jsonl');
      const read = await trailOfLines(lines(body));
      expect(read.kind === 'trail' && (await verifyTrail(read.trail, undefined))).toMatchObject({
        kind: 'sound',
        events,
        whole,
      });
    }
    expect(numbers((await get('/audit?kind=audit-trail&ref=jsonl')).body)).toHaveLength(3);
  });

  it('is one table as CSV, in which no name is a formula', async () => {
    const { body } = await get('/audit/trail.csv?kind=plan');
    const rows = body.trimEnd().split('\r\n');
    expect(rows).toHaveLength(121);
    expect(rows[0]).toContain('Number');
    expect(rows.slice(1).some((row) => row.includes('Number'))).toBe(false);
    expect(rows[1]).toContain(`"'=cmd|calc"`);
  });

  it('is not given where the days cannot be understood', async () => {
    expect((await get('/audit/trail.csv?from-day=40')).statusCode).toBe(404);
  });
});

describe('verifying the trail on a page', () => {
  const press = async () => {
    const form = await openForm(server.app, '/audit/verify');
    const { statusCode, body } = await server.app.inject({
      method: 'POST',
      url: '/audit/verify',
      headers: { cookie: form.cookie, 'content-type': 'application/x-www-form-urlencoded' },
      payload: new URLSearchParams({ _csrf: form.token }).toString(),
    });
    return { statusCode, words: body.replaceAll(/<[^>]*>/g, ' ').replaceAll(/\s+/g, ' ') };
  };

  it('says what was verified and what does not follow from it', async () => {
    const { statusCode, words } = await press();
    expect(statusCode).toBe(200);
    expect(words).toContain('The trail is sound');
    expect(words).toMatch(/Sound: \d+ events verified in [\d.]+ s/);
    expect(words).toContain('No checkpoint was held against it');
    expect(words).toContain('To rely on nobody, take the trail away');
  });

  it('names the first event that was tampered with', async () => {
    await sql
      .raw(
        `alter table audit.event disable trigger refuse_change, no force row level security;
        update audit.event set subject_ref = 'another' where sequence = 17;`,
      )
      .execute(database.db);
    const { words } = await press();
    expect(words).toContain('Tampered with');
    expect(words).toContain('See event 17');
    await sql
      .raw(
        `update audit.event set subject_ref = 'plan-2' where sequence = 17;
        alter table audit.event enable trigger refuse_change, force row level security;`,
      )
      .execute(database.db);
    expect((await press()).words).toContain('The trail is sound');
  });
});

describe('reading the trail', () => {
  it.each([
    ['/audit', 'page'],
    ['/audit/event/3', 'event 3'],
    ['/audit/trail.csv', 'csv'],
  ])('%s stands in the trail with who read it and on what ground', async (url, ref) => {
    const before = await countEvents();
    await get(url);
    expect(await countEvents()).toBe(before + 1);
    const { body } = await get(`/audit?kind=audit-trail&ref=${encodeURIComponent(ref)}`);
    expect(body).toContain('Read it, as auditor since 1 March 2026');
    expect(body).toContain('Dorothea Quillfen');
  });

  it('is not recorded where there was nothing to read', async () => {
    const before = await countEvents();
    await get('/audit/event/999999');
    await get('/audit?from-day=40');
    expect(await countEvents()).toBe(before);
  });

  it.each(['/audit', '/audit/event/1', '/audit/trail.csv', '/audit/trail.jsonl'])(
    '%s is closed to anybody else, and nothing is recorded as read',
    async (url) => {
      const before = await countEvents();
      const { statusCode, body } = await server.app.inject({
        url,
        headers: { host: '127.0.0.1', cookie: `${cookieName('not-the-auditor')}=1` },
      });
      expect(statusCode).toBe(403);
      expect(body).not.toContain('clerk');
      expect(await countEvents()).toBe(before);
    },
  );
});

async function countEvents(): Promise<number> {
  const { events } = await database.db
    .selectFrom('audit.event')
    .select((all) => all.fn.countAll<number>().as('events'))
    .executeTakeFirstOrThrow();
  return events;
}

async function* lines(text: string): AsyncGenerator<string> {
  yield* text.trimEnd().split('\n');
}
