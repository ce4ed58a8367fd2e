import { readFileSync } from 'node:fs';
import mammoth from 'mammoth';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { TestDatabase } from '../../../../test/support/database.ts';
import { openSampleDatabase } from '../../../../test/support/sample-database.ts';
import {
  headingsOf,
  type Block,
  type Inline,
  type PrintDocument,
  type Table,
} from '../../../platform/print/document.ts';
import { openTypesetter } from '../../../platform/print/pdf-press.ts';
import { plainText } from '../../../platform/print/prepare-document.ts';
import { readPrintedPdf, tagsOf, type ReadPdf } from '../../../platform/print/read-printed-pdf.ts';
import { latestDayOf, plainDay } from '../../../platform/time/plain-day.ts';
import { inForceOn, PlanReading, planPaths, planVersions } from '../../improvement/index.ts';
import { PLAIN_COVER } from './cover.form.ts';
import { gatherReport } from './gather-report.query.ts';
import type { ReportMaterial } from './material/material.shape.ts';
import { planReport } from './plan-report.print.ts';
import { reportFile } from './report-file.print.ts';
import { standaloneReport } from './standalone-page.print.tsx';

const on = plainDay(2011, 5, 12);
const sample = PlanReading.parse(
  JSON.parse(readFileSync(new URL('../../../../samples/kent-2011/plan.json', import.meta.url), 'utf8')),
);
const actions = sample.priorities.flatMap(({ outcomes }) => outcomes.flatMap((outcome) => outcome.actions));
const milestones = actions.flatMap((action) => action.milestones);

const typesetter = openTypesetter();
let database: TestDatabase;
let material: ReportMaterial;
let paper: PrintDocument;
let page: PrintDocument;

beforeAll(async () => {
  database = await openSampleDatabase();
  const versions = await planVersions(database.db, 'kent-2011');
  const plan = versions === null ? null : inForceOn(versions, on);
  if (plan?.kind !== 'in-force') throw new Error('The sample is not in force');
  material = await gatherReport(database.db, {
    plan,
    council: 'Kent County Council',
    paths: planPaths(plan.slug, null),
  });
  paper = planReport(material, { cover: PLAIN_COVER, edition: 'paper' });
  page = planReport(material, { cover: PLAIN_COVER, edition: 'page' });
});
afterAll(async () => {
  await typesetter.close();
  await database.close();
});

const tablesOf = (document: PrintDocument): Table[] =>
  document.blocks.filter((block): block is Table => block.kind === 'table');

function tableCalled(caption: RegExp): Table {
  const found = tablesOf(paper).find((table) => caption.test(table.caption));
  if (found === undefined) throw new Error(`No table ${caption}`);
  return found;
}

const wordsOf = (table: Table): string[][] =>
  table.rows.map((row) =>
    row.map((cell) => ('kind' in cell ? cell.items.map(plainText).join('\n') : plainText(cell))),
  );

/** Every piece of running text of a paper, wherever it stands. */
function inlines(document: PrintDocument): Inline[] {
  const ofBlock = (block: Block): readonly Inline[] => {
    switch (block.kind) {
      case 'paragraph':
      case 'note':
        return block.text;
      case 'list':
        return block.items.flat();
      case 'table':
        return block.rows.flat().flatMap((cell) => ('kind' in cell ? cell.items.flat() : cell));
      default:
        return [];
    }
  };
  const { summary, recommendations } = document.cover;
  return [...summary.flat(), ...recommendations.flat(), ...document.blocks.flatMap(ofBlock)];
}

const hrefsOf = (document: PrintDocument): string[] =>
  inlines(document).flatMap((run) =>
    typeof run === 'object' && 'href' in run && run.href !== undefined ? [run.href] : [],
  );

describe('the report of Kent’s plan', () => {
  it('counts what the plan says', () => {
    const past = milestones.filter(
      ({ status, end }) => status === null && end !== null && latestDayOf(end) < on,
    );
    const table = tableCalled(/past their dates on 12 May 2011/);
    expect(table.rows).toHaveLength(past.length);
    expect(table.caption).toBe(`${past.length} milestones past their dates on 12 May 2011`);
    const inThirtyDays = milestones.filter(({ status, end }) => {
      const last = end === null ? '' : latestDayOf(end);
      return status === null && last >= '2011-05-12' && last <= '2011-06-11';
    });
    expect(tableCalled(/^\d+ milestones ending/).rows).toHaveLength(inThirtyDays.length);
    expect(wordsOf(tableCalled(/What the plan holds/)).map((row) => row.slice(0, 2))).toEqual([
      ['Improvement notice targets (IN)', '16'],
      ['Ofsted recommendations (O)', '23'],
      ['Core tasks (CT)', '10'],
      ['Outcomes', '26'],
      ['Actions', '129'],
      ['Milestones', String(milestones.length)],
      ['Measures', String(milestones.flatMap(({ measures }) => measures).length)],
      ['Leads', String(new Set(milestones.flatMap(({ leads }) => leads)).size)],
    ]);
  });

  it('adds up: the states of each priority make its actions, and the priorities make the plan', () => {
    const rows = wordsOf(tableCalled(/How the actions of each priority stand/)).map((row) =>
      row.slice(1).map(Number),
    );
    const all = rows.at(-1) ?? [];
    for (const [total = 0, ...states] of rows) expect(states.reduce((a, b) => a + b, 0)).toBe(total);
    expect(rows.slice(0, -1).reduce((sum, [total = 0]) => sum + total, 0)).toBe(all[0]);
    expect(all[0]).toBe(actions.length);
  });

  it('prints every milestone with its timescale as printed and every measure', () => {
    const rows = tablesOf(paper)
      .filter(({ caption }) => /for outcome /.test(caption))
      .flatMap(wordsOf);
    expect(rows).toHaveLength(milestones.length);
    const words = rows.flat().join('\n');
    expect(milestones.filter(({ timescaleAsPrinted }) => !words.includes(timescaleAsPrinted))).toEqual([]);
    expect(
      milestones.flatMap(({ measures }) => measures).filter((measure) => !words.includes(measure)),
    ).toEqual([]);
  });

  it('prints an action that has no milestone, and says what it lacks', () => {
    const [first] = material.line.actions;
    if (first === undefined) throw new Error('The sample has no action');
    const bare = { ...first, ref: '1.1.99', jointWith: [], milestones: [] };
    const changed = { ...material, line: { ...material.line, actions: [...material.line.actions, bare] } };
    const table = tablesOf(planReport(changed, { cover: PLAIN_COVER, edition: 'paper' })).find(
      ({ caption }) => caption.endsWith(`for outcome ${bare.outcomeRef}`),
    );
    if (table === undefined) throw new Error('The outcome has no table');
    const [ref, , when = '', ...rest] = wordsOf(table).find(([of]) => of === '1.1.99') ?? [];
    expect([ref, ...rest]).toEqual(['1.1.99', 'Nobody named', 'None']);
    expect(when).toMatch(/No date.*No timescale/s);
    const printed = new Set(wordsOf(table).map(([of = '']) => of.split('/')[0]));
    expect(table.caption).toContain(`${printed.size} actions`);
  });

  it('says truly which versions count on its day', () => {
    expect(inlines(paper).filter((run) => typeof run === 'string' && run.startsWith('Read as at'))).toEqual([
      'Read as at 12 May 2011: what came into force later does not count. A version accepted since, in force from that day or before, does. The same version read as at the same day gives this report again.',
    ]);
  });

  it('reports every core task with all the actions that carry it', () => {
    const carrying = (ref: string) =>
      material.coverage.rows.find((row) => row.requirement.ref === ref)?.actions ?? [];
    for (const task of sample.requirementSets.find(({ code }) => code === 'CT')?.requirements ?? []) {
      const refs = carrying(task.ref).map(({ ref }) => ref);
      expect(wordsOf(tableCalled(new RegExp(`carr(y|ies) ${task.ref}$`))).map(([ref]) => ref)).toEqual(refs);
    }
  });

  it('gives each oddity its place, under its kind and its number', () => {
    const kinds = tablesOf(paper).filter(({ caption }) => /: \d+ places?$/.test(caption));
    const counts = kinds.map(({ caption }) => Number(/: (\d+) places?$/.exec(caption)?.[1]));
    expect(counts.reduce((a, b) => a + b, 0)).toBe(sample.problems.length);
    const words = kinds.flatMap(wordsOf).flat().join('\n');
    expect(sample.problems.filter(({ where }) => !words.includes(where))).toEqual([]);
  });

  it('has a caption, a head and a full row everywhere, and no empty cell that names a row', () => {
    for (const table of tablesOf(paper)) {
      expect(table.caption).not.toBe('');
      expect(table.rows.length).toBeGreaterThan(0);
      for (const row of wordsOf(table)) {
        expect(row).toHaveLength(table.columns.length);
        expect(row[0]).not.toBe('');
      }
    }
  });

  it('leads to the site on the page, and within itself on paper: to headings that are there', () => {
    const anchors = new Set(headingsOf(paper).map(({ id }) => `#${id}`));
    expect(new Set(hrefsOf(paper).filter((href) => !anchors.has(href)))).toEqual(new Set());
    expect(hrefsOf(page).filter((href) => href !== '#marks' && !href.startsWith('/plan/kent-2011/'))).toEqual(
      [],
    );
    expect(hrefsOf(page)).toContain('/plan/kent-2011/requirement/IN-3');
    expect(hrefsOf(page)).toContain('/plan/kent-2011/action/2.1.4/milestone/3');
  });

  it('leads back to the site from paper where the site has a lasting address', () => {
    const linked = planReport(material, {
      cover: PLAIN_COVER,
      edition: 'paper',
      linkBase: 'https://plan.example.gov.uk',
    });
    expect(hrefsOf(linked)).toEqual(hrefsOf(page));
    expect(linked.linkBase).toBe('https://plan.example.gov.uk');
  });

  it('is the same whenever it is made', () => {
    expect(planReport(material, { cover: PLAIN_COVER, edition: 'paper' })).toEqual(paper);
  });
});

describe('the report as PDF', () => {
  let read: ReadPdf;
  let bytes: Buffer;
  beforeAll(async () => {
    ({ bytes } = await reportFile(material, { cover: PLAIN_COVER }, 'pdf', typesetter));
    read = await readPrintedPdf(new Uint8Array(bytes));
  });

  it('has its sections as headings and bookmarks', () => {
    const sections = headingsOf(paper)
      .filter(({ level }) => level === 1)
      .map(({ text }) => text);
    expect(sections).toHaveLength(8);
    expect(tagsOf(read, 'H1').map(({ text }) => text.trim())).toEqual([
      'Summary',
      'Recommendations',
      'Contents',
      ...sections,
    ]);
    expect(read.bookmarks).toEqual(expect.arrayContaining(sections));
    expect([read.title, read.language]).toEqual(['Improvement plan: progress report', 'en-GB']);
    expect(read.created).toMatch(/^D:20110512/);
  });

  it('has every table with its caption and its heads, and the picture in words', () => {
    const captions = tagsOf(read, 'Caption').map(({ text }) => spaced(text));
    const wanted = [
      ...tablesOf(paper).map(({ caption }) => caption),
      '21 of 129 actions are past their dates',
    ];
    expect(wanted.filter((caption) => !captions.includes(spaced(caption)))).toEqual([]);
    expect(tagsOf(read, 'TH').map(({ text }) => text.trim())).toContain('When, and how it stands');
    expect(tagsOf(read, 'Figure').flatMap(({ alt }) => alt ?? [])[0]).toContain(
      'Priority 1, Leadership and management: 28 actions, of which 5 past its date',
    );
  });

  it('says on the first page who it is by and to, and asks', () => {
    const [first = ''] = read.pageTexts;
    expect(first).toContain('Improvement programme manager');
    expect(first).toContain('Unrestricted');
    expect(first).toContain('22 milestones of 21 actions are past their dates');
  });

  it('gives the same bytes again', async () => {
    const again = await reportFile(material, { cover: PLAIN_COVER }, 'pdf', typesetter);
    expect(again.bytes.equals(bytes)).toBe(true);
    expect(again.fileName).toBe('kent-2011-progress-report-2011-05-12.pdf');
  });
});

describe('the report as Word and as one HTML file', () => {
  it('holds in Word what the paper holds', async () => {
    const { bytes } = await reportFile(material, { cover: PLAIN_COVER }, 'docx', typesetter);
    const { value } = await mammoth.convertToHtml({ buffer: bytes });
    expect(value.match(/<table>/g)).toHaveLength(tablesOf(paper).length);
    const headings = [...value.matchAll(/<h\d>(.*?)<\/h\d>/g)].map(([, text = '']) => decoded(text));
    expect(headings).toEqual(['Summary', 'Recommendations', ...headingsOf(paper).map(({ text }) => text)]);
    expect(actions.filter(({ ref }) => !value.includes(`>${ref}`))).toEqual([]);
    const again = await reportFile(material, { cover: PLAIN_COVER }, 'docx', typesetter);
    expect(again.bytes.equals(bytes)).toBe(true);
  });

  it('needs nothing beside it as HTML, and leads nowhere outside', () => {
    const html = standaloneReport(material, { cover: PLAIN_COVER });
    const hrefs = [...html.matchAll(/\b(?:href|src)="([^"]*)"/g)].map(([, href = '']) => href);
    expect(hrefs.length).toBeGreaterThan(100);
    expect(hrefs.filter((href) => !href.startsWith('#') || !html.includes(`id="${href.slice(1)}"`))).toEqual(
      [],
    );
    expect(html).toContain('<html lang="en-GB">');
  });
});

function decoded(html: string): string {
  return html
    .replaceAll(/<[^>]*>/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&');
}

function spaced(text: string): string {
  return text.replaceAll(/\s+/g, ' ').trim();
}
