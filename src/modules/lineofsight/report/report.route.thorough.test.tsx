import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { TestDatabase } from '../../../../test/support/database.ts';
import { openSampleDatabase } from '../../../../test/support/sample-database.ts';
import { bareServer, PlanVisitor } from '../../../../test/support/plan-visitor.ts';
import type { WebServer } from '../../../platform/web/index.ts';
import { addReportRoutes } from './report.route.tsx';

let database: TestDatabase;
let server: WebServer;
beforeAll(async () => {
  database = await openSampleDatabase();
  server = await bareServer();
  addReportRoutes(server, { db: database.db });
});
afterAll(async () => {
  await server.app.close();
  await database.close();
});

const open = (path: string) => new PlanVisitor(server).open(path);
const get = (url: string) => server.app.inject({ method: 'GET', url });

describe('the report on the web', () => {
  it('opens at the plan’s own day, with its files and a form to change the cover', async () => {
    const { status, html, words } = await open('/plan/kent-2011/report');
    expect(status).toBe(200);
    expect(words).toContain('Loamshire County Council Improvement plan: progress report');
    expect(words).toContain('By: Improvement programme manager To: Improvement Board Date: 12 May 2011');
    expect(html).toContain('href="/plan/kent-2011/report.pdf"');
    expect(html).toContain('href="/plan/kent-2011/report.docx"');
    expect(html.match(/<h1/g)).toHaveLength(1);
  });

  it('carries the cover and the day to the files', async () => {
    const { html, words } = await open(
      '/plan/kent-2011/report?by=Ana+Brook&to=Cabinet&summary=Read+section+2.&on=2011-06-01',
    );
    expect(words).toContain('By: Ana Brook To: Cabinet Date: 1 June 2011');
    expect(words).toContain('Summary Read section 2. This report says how the plan stands on 1 June 2011');
    expect(html).toContain(
      'href="/plan/kent-2011/report.pdf?by=Ana+Brook&amp;to=Cabinet&amp;summary=Read+section+2.&amp;on=2011-06-01"',
    );
    expect(html).toContain('<input type="hidden" name="on" value="2011-06-01"');
  });

  it('prints what a person says on the cover as they said it', async () => {
    const { html } = await open('/plan/kent-2011/report?by=%3Cscript%3Ealert(1)%3C/script%3E');
    expect(html).not.toContain('<script>alert');
    expect(html).toContain('&lt;script>alert(1)');
  });

  it.each(['', '.pdf', '.docx'])(
    'says what is wrong with a cover and keeps what was typed: report%s',
    async (ending) => {
      const by = 'A'.repeat(201);
      const { status, html, words } = await open(`/plan/kent-2011/report${ending}?by=${by}`);
      expect(status).toBe(422);
      expect(words).toContain('Each line of ‘By’ must be 200 characters or fewer');
      expect(html).toContain(`>${by}</textarea>`);
      expect(html).toContain('href="#by"');
    },
  );

  it.each([
    ['pdf', 'application/pdf', 'inline', '%PDF-'],
    ['docx', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document', 'attachment', 'PK'],
  ])('is a file: %s', async (format, type, how, start) => {
    const { statusCode, headers, rawPayload } = await get(`/plan/kent-2011/report.${format}`);
    expect(statusCode).toBe(200);
    expect(headers['content-type']).toBe(type);
    expect(headers['content-disposition']).toContain(
      `${how}; filename="kent-2011-progress-report-2011-05-12.${format}"`,
    );
    expect(rawPayload.subarray(0, start.length).toString()).toBe(start);
  });

  it.each([
    ['/plan/nothing/report', 404],
    ['/plan/nothing/report.pdf', 404],
    ['/plan/kent-2011/report?on=2011-01-01', 200],
    ['/plan/kent-2011/report.pdf?on=2011-01-01', 200],
    ['/plan/kent-2011/report?on=2011-06-31', 422],
  ])('answers %s with %d', async (path, status) => {
    expect((await open(path)).status).toBe(status);
  });

  it('says so on a day before there was a plan', async () => {
    expect((await open('/plan/kent-2011/report.pdf?on=2011-01-01')).words).toContain(
      'There was no plan on 1 January 2011',
    );
  });
});

describe('the breaks as a list to take away', () => {
  const rowsOf = async (query: string) => {
    const { body } = await get(`/plan/kent-2011/breaks.csv${query}`);
    return body.trim().split('\r\n').slice(1);
  };

  it('holds every break, or those of one kind as the page is narrowed', async () => {
    expect((await rowsOf('')).length).toBeGreaterThan(100);
    expect((await rowsOf('?kind=nonsense')).length).toBe((await rowsOf('')).length);
    expect(await rowsOf('?kind=same-action-twice')).toEqual([
      expect.stringContaining('2.3.6 and 2.3.8 are the same action, word for word.'),
    ]);
  });

  it.each(['csv', 'xlsx'])('is named after the plan and the day: .%s', async (format) => {
    const { headers } = await get(`/plan/kent-2011/breaks.${format}`);
    expect(headers['content-disposition']).toContain(`kent-2011-breaks-2011-05-12.${format}`);
  });
});
