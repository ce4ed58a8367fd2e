import { readFileSync } from 'node:fs';
import { readSheet } from 'read-excel-file/node';
import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aMilestone, anAction, aReading } from '../../../../test/support/a-reading.ts';
import type { TestDatabase } from '../../../../test/support/database.ts';
import { openSampleDatabase } from '../../../../test/support/sample-database.ts';
import { acceptedPlan } from '../../../../test/support/accepted-plan.ts';
import type { Table, TableValue } from '../../../platform/tables/table.ts';
import { openWorkbook, whatRuns } from '../../../platform/tables/testing/open-workbook.ts';
import { plainDay, type PlainDay } from '../../../platform/time/plain-day.ts';
import { readListFilter } from '../lists/list-fields.rule.ts';
import type { ListFilter } from '../rows/list-filter.shape.ts';
import { inForceOn, planVersions } from '../plan/plan-in-force.read.ts';
import type { PlanInForce } from '../plan/plan-in-force.shape.ts';
import { PlanReading } from '../plan/plan-reading.shape.ts';
import { EXPORTED_LISTS, type ExportedList } from './export-lists.shape.ts';
import { exportTable } from './export-table.query.ts';
import { tableFile } from './table-file.print.ts';

const sample = PlanReading.parse(
  JSON.parse(readFileSync(new URL('../../../../samples/kent-2011/plan.json', import.meta.url), 'utf8')),
);
const actions = sample.priorities.flatMap(({ outcomes }) => outcomes.flatMap((outcome) => outcome.actions));
const milestones = actions.flatMap((action) => action.milestones);

const rowsLedBy = (name: string) => milestones.filter(({ leads }) => leads.includes(name)).length;
const oddOfKind = (kind: string) => sample.problems.filter((problem) => problem.kind === kind).length;

let database: TestDatabase;
let kent: PlanInForce;
beforeAll(async () => {
  database = await openSampleDatabase();
  kent = await planOn('kent-2011', plainDay(2011, 5, 12));
});
afterAll(() => database.close());

async function planOn(slug: string, on: PlainDay): Promise<PlanInForce> {
  const versions = await planVersions(database.db, slug);
  const plan = versions === null ? null : inForceOn(versions, on);
  if (plan?.kind !== 'in-force') throw new Error(`${slug} is not in force`);
  return plan;
}

async function accepted(title: string, reading: PlanReading): Promise<PlanInForce> {
  const may = plainDay(2026, 5, 1);
  const result = await acceptedPlan(database.db, reading, { plan: title, inForceFrom: may });
  return planOn(result.slug, may);
}

const table = (list: ExportedList, query: ListFilter = {}) => exportTable(database.db, kent, list, query);

/** The values of one column. */
function column(of: Table, heading: string): TableValue[] {
  const at = of.columns.findIndex((one) => one.heading === heading);
  if (at === -1) throw new Error(`No column ${heading}`);
  return of.rows.map((row) => row[at] ?? null);
}

describe('lists to take away', () => {
  it.each([
    ['requirements', 49],
    ['actions', actions.length],
    ['milestones', milestones.length],
    ['measures', milestones.flatMap(({ measures }) => measures).length],
    ['oddities', sample.problems.length],
  ] as const)('holds every row of %s: %d', async (list, rows) => {
    expect((await table(list)).rows).toHaveLength(rows);
  });

  it.each(EXPORTED_LISTS)('%s has a value for each column and says what it is of', async (list) => {
    const { columns, rows, notes = [] } = await table(list);
    expect(rows.length).toBeGreaterThan(0);
    expect(rows.every((row) => row.length === columns.length)).toBe(true);
    expect(notes.slice(0, 3)).toEqual([
      `Putting Children First: Kent's improvement plan, March 2011, version 1, in force from 7 April 2011, read from ${kent.sourceName}.`,
      'As at 12 May 2011.',
      'The whole list.',
    ]);
  });

  it('says what was read of a milestone beside what was printed, how it was read and where it stands', async () => {
    const rows = await table('milestones', { action: '1.2.6' });
    expect(column(rows, 'Timescale as printed')).toEqual(['1 July 2011 - 31 Sept 2011']);
    expect([column(rows, 'First day'), column(rows, 'Last day')]).toEqual([['2011-07-01'], ['2011-09-30']]);
    expect(column(rows, 'How it was read')).toEqual(['Corrected: what is printed cannot be']);
    expect(column(rows, 'Where in the source')).toEqual(['line 892']);
    expect(column(await table('actions', { action: '1.2.6' }), 'How its dates were read')).toEqual([
      'Corrected: what is printed cannot be',
    ]);
  });

  it('puts a state in words and several leads or requirements in one cell', async () => {
    const rows = await table('actions', { action: '2.1.4' });
    expect(column(rows, 'Carries')).toEqual(['IN 3; O 3; CT 1']);
    expect(column(rows, 'Leads')).toEqual(['Alastair Pettigrew; Eva Learner']);
    expect(column(rows, 'State')).toEqual(['Past its date']);
  });

  it('shows a measure with where it stands and who leads its milestone', async () => {
    const rows = await table('measures', { action: '1.1.1' });
    expect(column(rows, 'Measure')).toEqual([1, 2, 3]);
    expect(new Set(column(rows, 'Leads'))).toEqual(new Set(['Rob Semens']));
    expect(column(rows, 'Where in the source')[0]).toMatch(/^line 878/);
  });

  it('gives coverage as pairs: every tag of the plan, and a row for each action without one', async () => {
    const rows = await table('coverage');
    const untied = column(rows, 'Coverage').filter((words) => words === 'No requirement');
    const pairs = rows.rows.length - untied.length;
    const carries = (await table('actions')).rows.length - untied.length;
    expect(pairs).toBeGreaterThan(carries);
    expect(column(rows, 'Coverage')[0]).toBe('A single action');
    expect(new Set(column(rows, 'Action')).size).toBe(actions.length);
  });

  it.each([
    ['actions', { priority: 2 }, 37, 'Narrowed to: priority 2.'],
    ['actions', { requirement: 'IN 3' }, 2, 'Narrowed to: carrying IN 3.'],
    ['milestones', { lead: 'tony-doran' }, rowsLedBy('Tony Doran'), 'Narrowed to: lead Tony Doran.'],
    [
      'oddities',
      { kind: 'impossible-date' },
      oddOfKind('impossible-date'),
      'Narrowed to: kind “Days that do not exist”.',
    ],
    [
      'milestones',
      { open: 'yes' },
      milestones.filter(({ status }) => status === null).length,
      'Narrowed to: not completed.',
    ],
    ['requirements', { set: 'CT' }, 10, 'Narrowed to: set CT.'],
    ['requirements', { coverage: 'none' }, 0, 'Narrowed to: carried by no action.'],
  ] as const)('narrows %s by %j as its page does, and says so', async (list, query, rows, note) => {
    const narrowed = await table(list, query);
    const whole = await table(list);
    expect(narrowed.rows).toHaveLength(rows ?? narrowed.rows.length);
    expect(narrowed.rows.length).toBeLessThan(whole.rows.length);
    expect(narrowed.notes).toContain(note);
  });

  it('narrows in the same way from an address, where anything may stand', () => {
    const anything = 'priority=2&lead=&text=+&status=green&due=May&page=3&open=no';
    expect(readListFilter('actions', new URLSearchParams(anything))).toEqual({ priority: 2 });
    const more = new URLSearchParams('kind=no-date&coverage=none&set=IN&on=2011-05-12&open=yes');
    expect(readListFilter('requirements', more)).toEqual({ coverage: 'none', set: 'IN' });
    expect(readListFilter('oddities', more)).toEqual({ kind: 'no-date' });
    expect(readListFilter('milestones', more)).toEqual({ open: 'yes' });
  });

  it.each([
    ['coverage', { priority: 2, text: 'social' }],
    ['leads', { priority: 9 }],
    ['requirements', { lead: 'tony-doran' }],
  ] as const)('claims no narrowing of %s that it does not make: %j', async (list, query) => {
    const asked = await table(list, query);
    expect(asked.rows).toHaveLength((await table(list)).rows.length);
    expect(asked.notes).toContain('The whole list.');
  });
});

describe('a list as a file', () => {
  it('is a workbook with days as days, and a sheet that says what it is of', async () => {
    const { body, fileName } = await tableFile(kent, 'actions', await table('actions'), 'xlsx');
    expect(fileName).toBe('kent-2011-actions-2011-05-12.xlsx');
    const [head = [], first = []] = await readSheet(body);
    expect(head.slice(0, 2)).toEqual(['Action', 'What is to be done']);
    expect(first[0]).toBe('1.1.1');
    expect(first[head.indexOf('Last day')]).toEqual(new Date('2012-03-31T00:00:00Z'));
    expect((await readSheet(body, 'About')).flat()).toContain('As at 12 May 2011.');
  });

  it('is a CSV file that reads back row for row', async () => {
    const { body, mediaType } = await tableFile(kent, 'milestones', await table('milestones'), 'csv');
    const rows: string[][] = parse(body, { bom: true });
    expect(mediaType).toBe('text/csv; charset=utf-8');
    expect(rows).toHaveLength(milestones.length + 1);
    expect(rows[1]?.[0]).toBe('1.1.1');
  });

  it('holds no formula, whatever the plan says', async () => {
    const signs = ['=', '+', '-', '@', '\t=', '\r=', '＝', '＋', '－', '＠', ' =', '\n@'];
    const hostile = (sign: string) => `${sign}HYPERLINK("http://example.com","x")`;
    const reading = aReading(
      signs.map((sign, index) =>
        anAction(`1.1.${index + 1}`, {
          text: hostile(sign),
          jointWith: [hostile(sign)],
          milestones: [
            aMilestone({
              timescaleAsPrinted: hostile(sign),
              leads: [`${hostile(sign)} ${index}`],
              measures: [hostile(sign)],
              recurrence: hostile(sign),
            }),
          ],
        }),
      ),
      {
        title: 'Hostile',
        problems: [
          {
            where: hostile('='),
            message: hostile('+'),
            proposal: hostile('-'),
            kind: hostile('@'),
            ref: null,
            source: {},
          },
        ],
      },
    );
    const plan = await accepted('Hostile', reading);
    for (const list of EXPORTED_LISTS) {
      const whole = await exportTable(database.db, plan, list);
      const csv = await tableFile(plan, list, whole, 'csv');
      const cells: string[][] = parse(csv.body, { bom: true });
      expect(cells.flat().filter((cell) => /^[\s\0]*[=+\-@＝＋－＠]/.test(cell))).toEqual([]);
      const { body } = await tableFile(plan, list, whole, 'xlsx');
      expect(whatRuns(await openWorkbook(body))).toEqual([]);
    }
  });
});
