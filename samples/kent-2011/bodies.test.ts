import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { StatedPaper } from '../../src/modules/bodies/index.ts';
import { accountabilityOn } from '../../src/modules/bodies/accountability/accountability-on.query.ts';
import { structureOn } from '../../src/modules/bodies/structure/structure-on.query.ts';
import { bodyPage } from '../../src/modules/bodies/body/body-page.query.ts';
import { optionsPaper, optionsPapers } from '../../src/modules/bodies/options/options-papers.query.ts';
import { votersOn } from '../../src/modules/bodies/body/voters-on.query.ts';
import { day } from '../../test/support/said-of-bodies.ts';
import type { TestDatabase } from '../../test/support/database.ts';
import { openSampleDatabase } from '../../test/support/sample-database.ts';
import { runsOf, sharedRuns } from '../../tools/kent-sample/shared-runs.mjs';

/** What the papers of 2007 to 2014 say of bodies, checked against the papers as a reader would. */
const folder = new URL('bodies/', import.meta.url);
const papers = new URL('../../../shared/sources/', import.meta.url);

let database: TestDatabase;
beforeAll(async () => {
  database = await openSampleDatabase();
});
afterAll(() => database.close());

async function lives(on: string) {
  const { bodies } = await structureOn(database.pagesDb, day(on));
  return (slug: string) => bodies.find((body) => body.slug === slug)?.life.kind ?? 'nothing is said';
}

async function lines(on: string) {
  const { bodies, lines: all } = await structureOn(database.pagesDb, day(on));
  const slug = new Map(bodies.map((body) => [body.id, body.slug]));
  return all.map(({ fromId, relation, toId }) => `${slug.get(fromId)} ${relation} ${slug.get(toId)}`);
}

async function page(slug: string, on: string) {
  const found = await bodyPage(database.pagesDb, slug, day(on));
  if (found === null) throw new Error(slug);
  return found;
}

describe('the bodies of Kent, 2007 to 2014', () => {
  it('are 120 in all, of which papers only name some', async () => {
    const { bodies } = await structureOn(database.pagesDb, day('2014-04-01'));
    expect(bodies).toHaveLength(120);
    expect(bodies.filter(({ isNamedOnly }) => isNamedOnly).length).toBeGreaterThan(20);
  });

  it('stand on 30 March 2011 as the governance paper has them', async () => {
    const life = await lives('2011-03-30');
    expect(life('kent-improvement-board')).toBe('in-being');
    expect(life('childrens-champion-board')).toBe('in-being');
    expect(life('css-improvement-and-development-steering-group')).toBe('in-being');
    expect(life('vulnerable-children-posc')).toBe('in-being');
    expect(life('childrens-services-improvement-panel')).toBe('proposed');
    expect(life('corporate-parenting-panel')).toBe('proposed');
    expect(life('staff-advisory-group')).toBe('proposed');
    const found = await lines('2011-03-30');
    for (const to of [
      'minister',
      'leader',
      'cabinet',
      'county-council',
      'vulnerable-children-posc',
      'kent-childrens-trust-board',
      'kent-safeguarding-children-board',
      'pct-executive-board',
    ])
      expect(found).toContain(`kent-improvement-board reports-to ${to}`);
    expect(found).toContain('corporate-parenting-panel supports childrens-services-improvement-panel');
    expect(found).toContain('staff-advisory-group supports childrens-services-improvement-panel');
    expect(found).toContain('corporate-parenting-panel governs virtual-school');
  });

  it('stand on 6 April 2011 as the County Council resolved', async () => {
    const life = await lives('2011-04-06');
    expect(life('childrens-champion-board')).toBe('ended');
    for (const slug of [
      'childrens-services-improvement-panel',
      'corporate-parenting-panel',
      'specialist-childrens-services-posc',
      'education-learning-and-skills-posc',
      'adult-social-services-and-public-health-posc',
      'customer-and-communities-posc',
    ])
      expect([slug, life(slug)]).toEqual([slug, 'in-being']);
    // No minute approves it; a later paper speaks of it.
    expect(life('staff-advisory-group')).toBe('proposed');
    expect((await lives('2011-04-05'))('childrens-services-improvement-panel')).toBe('proposed');
  });

  it('stand on 1 April 2014 as the options paper tells', async () => {
    const life = await lives('2014-04-01');
    expect(life('kent-improvement-board')).toBe('ended');
    for (const slug of [
      'childrens-services-improvement-panel',
      'corporate-parenting-panel',
      'kent-integrated-childrens-services-board',
      'childrens-transformation-board',
      '0-25-portfolio-board',
      'kent-corporate-parenting-group',
    ])
      expect([slug, life(slug)]).toEqual([slug, 'in-being']);
    expect(await lines('2014-04-01')).toContain(
      'kent-corporate-parenting-group shares-minutes-with corporate-parenting-panel',
    );
    // Nothing has been heard of it since 2007, and nothing says that it ended.
    expect(life('kent-partnership')).toBe('presumed');
  });

  it.each([
    ['childrens-services-improvement-panel', '2011-03-30', 'balance', 'proposed', 0],
    ['childrens-services-improvement-panel', '2011-04-06', 'every-group', 'resolved', 1],
    ['corporate-parenting-panel', '2014-04-01', 'every-group', 'resolved', 1],
  ])('keep the conflict about political balance: %s on %s', async (slug, on, value, weight, others) => {
    const { facts, conflicts } = await page(slug, on);
    const fact = facts.find(({ attribute }) => attribute === 'composition');
    expect([fact?.value, fact?.weight]).toEqual([value, weight]);
    const conflict = conflicts.find(({ attribute }) => attribute === 'composition');
    expect(conflict?.others.length ?? 0).toBe(others);
  });

  it('have the improvement board’s members by paper: eight lines, then ten lines and an eleventh who signs', async () => {
    const board = await page('kent-improvement-board', '2011-03-30');
    expect(board.seats).toHaveLength(8);
    expect(board.seats[0]).toMatchObject({ role: 'chair', holders: [{ personName: 'Liz Railton' }] });
    const later = await page('kent-improvement-board', '2011-04-30');
    expect(later.seats).toHaveLength(11);
    expect(later.otherSeats[0]).toHaveLength(8);
  });

  it('say who could vote on the council on 26 April 2011: 82 are named', async () => {
    const voters = await votersOn(database.pagesDb, 'county-council', day('2011-04-26'));
    const named = new Set(voters?.seats.flatMap(({ seat }) => seat.holders.map(({ leadId }) => leadId)));
    expect(named.size).toBe(82);
    expect(voters?.seats.every(({ vote }) => vote.answer === 'yes')).toBe(true);
    const panel = await votersOn(database.pagesDb, 'childrens-services-improvement-panel', day('2011-04-26'));
    expect(panel?.seats.every(({ vote }) => vote.answer === 'not-said')).toBe(true);
  });

  it('keep Mr Davies and Mr Hayton both on the planning committee, as its minutes do', async () => {
    const { seats } = await page('planning-applications-committee', '2011-04-12');
    const members = seats.find(({ isContested }) => isContested);
    expect(members?.holders.map(({ personName }) => personName)).toEqual(
      expect.arrayContaining(['Mr J A Davies', 'Mr W A Hayton']),
    );
  });

  it('have a line of accountability that papers name for two duties of five', async () => {
    const { duties, protocols } = await accountabilityOn(database.pagesDb, day('2014-04-01'));
    const named = duties.filter(({ break: gap }) => gap === null);
    expect(named.map(({ duty, holders }) => [duty, holders.map(({ personName }) => personName)])).toEqual([
      ['dcs', ['Andrew Ireland']],
      ['lead-member', ['Jenny Whittle']],
    ]);
    expect(protocols.map(({ points }) => points.length)).toEqual([7, 3, 0]);
  });

  it('have three options whose numbers are swapped between the places of one paper', async () => {
    const [row] = await optionsPapers(database.pagesDb);
    const paper = await optionsPaper(database.pagesDb, row?.slug ?? '');
    expect(paper?.options.map(({ numbers }) => numbers.map(({ number }) => number))).toEqual([
      [1, 1],
      [3, 2],
      [2, 3],
    ]);
    const ends = paper?.options[2]?.consequences;
    expect(ends?.dutiesLost).toHaveLength(3);
    expect(ends?.seatsLost.flatMap(({ seat }) => seat.holders.map(({ personName }) => personName))).toEqual([
      'Jenny Whittle',
    ]);
    expect(paper?.options[0]?.consequences.seatsLost).toEqual([]);
  });
});

describe('the files of the papers', () => {
  const files = readdirSync(folder)
    .filter((name) => !['names.json', 'accountability.json', 'options-paper-2014.json'].includes(name))
    .map((name) => StatedPaper.parse(JSON.parse(readFileSync(new URL(name, folder), 'utf8'))));

  it('give every fact its place, every body a kind, and name none that no file has', () => {
    const slugs = new Set(files.flatMap(({ bodies }) => bodies.map(({ slug }) => slug)));
    for (const { bodies } of files)
      for (const body of bodies) {
        expect(body.facts.filter(({ attribute }) => attribute === 'kind')).toHaveLength(1);
        for (const { to } of body.lines) expect(slugs).toContain(to);
        for (const { other } of body.events) expect(other == null || slugs.has(other)).toBe(true);
      }
  });

  it.skipIf(!existsSync(papers))('say it in our words: no eight words in a row are the papers’', () => {
    const source = readdirSync(papers)
      .map((name) => readFileSync(new URL(name, papers), 'utf8'))
      .join('\n');
    const runs = runsOf(source, 8);
    const ours = files.flatMap(({ bodies }) =>
      bodies.flatMap(({ facts, events, lines: drawn, terms }) => [
        ...facts
          .filter(({ attribute }) => !['name', 'also-called'].includes(attribute))
          .map(({ value }) => value),
        ...facts.map(({ note }) => note ?? ''),
        ...events.map(({ words }) => words),
        ...drawn.map(({ detail }) => detail ?? ''),
        ...terms.flatMap(({ clauses }) => clauses.map(({ text }) => text)),
      ]),
    );
    expect(ours.flatMap((text) => sharedRuns(text, runs, 8))).toEqual([]);
  });

  it.skipIf(!existsSync(papers))('print every name as a paper prints it', () => {
    const plain = (text: string) =>
      text
        .toLowerCase()
        .replaceAll('’', "'")
        .replaceAll(/[^a-z0-9']+/g, ' ');
    const source = plain(
      readdirSync(papers)
        .map((name) => readFileSync(new URL(name, papers), 'utf8'))
        .join('\n'),
    );
    const names = files.flatMap(({ bodies }) =>
      bodies.flatMap(({ seats }) =>
        seats.flatMap(({ holder, holders }) => [...(holder ? [holder.name] : []), ...(holders ?? [])]),
      ),
    );
    expect(names.length).toBeGreaterThan(100);
    expect(names.filter((name) => !source.includes(plain(name).trim()))).toEqual([]);
  });
});
