import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { TestDatabase } from '../../../../test/support/database.ts';
import { openSampleDatabase } from '../../../../test/support/sample-database.ts';
import { bareServer, PlanVisitor } from '../../../../test/support/plan-visitor.ts';
import type { WebServer } from '../../../platform/web/index.ts';
import { addExportRoutes } from '../exports/export.route.tsx';
import { addListRoutes } from './list.route.tsx';

let database: TestDatabase;
let server: WebServer;
beforeAll(async () => {
  database = await openSampleDatabase();
  server = await bareServer();
  addListRoutes(server, { db: database.db });
  addExportRoutes(server, { db: database.db });
});
afterAll(async () => {
  await server.app.close();
  await database.close();
});

const open = (path: string) => new PlanVisitor(server).open(`/plan/kent-2011${path}`);

/** What the page says it is narrowed by. */
function chips(html: string): string[] {
  return [...html.matchAll(/Stop narrowing by <\/span>(.*?)<span/g)].map(([, words = '']) => words);
}

function csvOf(html: string): string {
  const [, href = ''] = /href="\/plan\/kent-2011([^"]*\.csv[^"]*)"/.exec(html) ?? [];
  return href.replaceAll('&amp;', '&');
}

const countOf = (html: string) => Number(/role="status">(?:\d+ to \d+ of )?(\d+|No) /.exec(html)?.[1]);

describe('a narrowed list', () => {
  it.each([
    ['/requirements?set=CT', ['Core tasks']],
    ['/requirements?coverage=single&set=O', ['Ofsted recommendations', 'Carried by a single action']],
    ['/oddities?kind=impossible-date', ['Days that do not exist']],
    ['/milestones?outcome=1.1&open=yes', ['Outcome 1.1', 'Not completed']],
    ['/leads?requirement=IN+3', ['Carries IN 3']],
  ])('%s says what narrows it, and its spreadsheet holds the same rows', async (path, expected) => {
    const { html, words } = await open(path);
    expect(chips(html).toSorted()).toEqual(expected.toSorted());
    const file = await open(csvOf(html));
    expect(file.status).toBe(200);
    const whole = countOf((await open(path.split('?')[0] ?? '')).html);
    expect(countOf(html)).toBeGreaterThan(0);
    expect(countOf(html)).toBeLessThan(whole);
    // Cells of the sample hold no line break, so each line is a row.
    expect(file.html.trim().split('\r\n')).toHaveLength(countOf(html) + 1);
    expect(words).not.toContain('No requirements');
  });

  it.each(['/leads?priority=9', '/requirements?lead=tony-doran', '/actions?open=yes&kind=no-date&set=IN'])(
    '%s claims nothing that the list does not go by',
    async (path) => {
      const { html } = await open(path);
      expect(chips(html)).toEqual([]);
      expect(countOf(html)).toBe(countOf((await open(path.split('?')[0] ?? '')).html));
    },
  );

  it('keeps, when the form is sent, what the form has no box for', async () => {
    const { html } = await open('/milestones?outcome=1.1&action=1.1.1&open=yes');
    for (const hidden of [
      'name="outcome" value="1.1"',
      'name="action" value="1.1.1"',
      'name="open" value="yes"',
    ])
      expect(html).toContain(`<input type="hidden" ${hidden}`);
    const oddities = await open('/oddities?kind=impossible-date&text=31');
    expect(oddities.html).toContain('<input type="hidden" name="kind" value="impossible-date"');
    expect(oddities.html).toMatch(/href="\/plan\/kent-2011\/oddities\?text=31&amp;kind=/);
  });

  it('says of a set how much of the whole of it is carried, however narrow the list', async () => {
    const caption = /(\d+ of 10) carried by an action/;
    const [, whole] = caption.exec((await open('/requirements')).words) ?? [];
    const [, narrowed] = caption.exec((await open('/requirements?text=CT+1')).words) ?? [];
    expect(narrowed).toBe(whole);
    expect(whole).toBe('10 of 10');
  });
});
