import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { appOn } from '../../../../test/support/access-app.ts';
import { openTestDatabase, type TestDatabase } from '../../../../test/support/database.ts';
import { PlanVisitor } from '../../../../test/support/plan-visitor.ts';
import { signedInAs } from '../../../../test/support/signed-in.ts';
import type { WebServer } from '../../../platform/web/index.ts';
import { addPerson, parsePrintedName } from '../../identity/index.ts';

/** A clerk of Loamshire, a county that does not exist, keeps its bodies. */
let database: TestDatabase;
let server: WebServer;
let clerk: PlanVisitor;
const people = new Map<string, number>();

const NAMES = ['Ada Marsh', 'Bo Lane', 'Cy Reed', 'Di Holt', 'Ed Ford', 'Flo Wick'];
const when = (name: string, day: string, month: string, year: string) => ({
  [`${name}-day`]: day,
  [`${name}-month`]: month,
  [`${name}-year`]: year,
});
const SAYS = { source: 'Minutes of 14 May 2026', ...when('statedOn', '14', '5', '2026') };
const DECIDED = { authority: 'Council, 14 May 2026, minute 8', ...SAYS };

beforeAll(async () => {
  database = await openTestDatabase();
  server = await appOn(database, { clock: () => new Date('2026-06-01T10:00:00Z') });
  clerk = new PlanVisitor(server);
  clerk.keepCookie('session', (await signedInAs(database.db, 'clerk')).token);
  await database.db.transaction().execute(async (tx) => {
    for (const name of NAMES)
      people.set(
        name,
        await addPerson(
          tx,
          { kind: 'operator', name: 'Test' },
          {
            name: parsePrintedName(name),
            source: 'Register of members',
          },
        ),
      );
  });
});
afterAll(async () => {
  await server.app.close();
  await database.close();
});

async function fill(path: string, fields: Readonly<Record<string, string>>) {
  await clerk.open(path);
  return clerk.send(path, fields);
}

async function setUp(name: string, fields: Readonly<Record<string, string>> = {}) {
  return fill('/bodies/new', {
    name,
    kind: 'committee',
    shownTo: 'everybody',
    ...when('day', '14', '5', '2026'),
    ...DECIDED,
    ...fields,
  });
}

describe('an empty record', () => {
  it('says what will stand in each place, and offers the first step to those who keep it', async () => {
    const visitor = new PlanVisitor(server);
    for (const path of ['/bodies', '/bodies/list', '/bodies/options', '/bodies/conflicts', '/bodies/balance'])
      expect((await visitor.open(path)).status).toBe(200);
    expect((await visitor.open('/bodies/list')).words).toContain('No body is recorded by this day');
    expect(visitor.shown.words).not.toContain('Set up a body');
    expect((await clerk.open('/bodies/list')).words).toContain('Set up a body');
    expect((await visitor.open('/bodies/accountability')).words).toContain(
      'does not name one person for 5 of 5 duties',
    );
  });
});

describe('keeping bodies', () => {
  it('sets one up, and shows again what was typed where something is missing', async () => {
    const wrong = await setUp('Planning Committee', { kind: '', 'day-month': '13' });
    expect(wrong.status).toBe(422);
    expect(wrong.words).toContain('Choose what kind of body it is');
    expect(wrong.words).toContain('The day from which it is there must be a real day');
    expect(wrong.html).toContain('value="Planning Committee"');
    const done = await setUp('Planning Committee', { purpose: 'Decides on applications.' });
    expect(done.path).toBe('/bodies/planning-committee');
    expect(done.words).toContain('Since 14 May 2026');
    expect(done.words).toContain('Council, 14 May 2026, minute 8');
    expect((await setUp('planning committee')).words).toContain('Two bodies cannot have one name');
  });

  it('shows a body that is not approved as such, everywhere', async () => {
    const { words } = await setUp('Youth Forum', { kind: 'forum', authority: '' });
    expect(words).toContain('Proposed on 14 May 2026, not yet approved');
    expect((await clerk.open('/bodies/vacancies')).words).toContain('Youth Forum');
    const approved = await fill('/bodies/youth-forum/events/new', {
      kind: 'set-up',
      ...when('day', '20', '5', '2026'),
      ...DECIDED,
    });
    expect(approved.words).toContain('Since 20 May 2026');
  });

  it('says something of it, with the words of the field as its values', async () => {
    const wrong = await fill('/bodies/planning-committee/facts/new', {
      attribute: 'meets',
      value: 'on the moon',
      ...when('from', '14', '5', '2026'),
      ...DECIDED,
    });
    expect(wrong.words).toContain('Enter one of: In public; In public, webcast');
    await fill('/bodies/planning-committee/facts/new', {
      attribute: 'meets',
      value: 'in public, webcast',
      ...when('from', '14', '5', '2026'),
      ...DECIDED,
    });
    expect(clerk.shown.words).toContain('In public, webcast');
    expect(
      (
        await fill('/bodies/planning-committee/facts/new', {
          attribute: 'quorum',
          value: 'three',
          ...when('from', '14', '5', '2026'),
          ...DECIDED,
        })
      ).words,
    ).toContain('Enter a whole number of members, like 8');
  });

  it('defines seats and fills them; each refusal is a sentence with the rule', async () => {
    const seat = {
      label: 'Member',
      capacity: 'group',
      role: 'member',
      places: '2',
      votes: 'yes',
      ...when('from', '14', '5', '2026'),
      ...DECIDED,
    };
    expect(
      (await fill('/bodies/planning-committee/seats/new', { ...seat, capacity: 'ex-officio' })).words,
    ).toContain('Enter the post that the seat goes with');
    expect((await fill('/bodies/planning-committee/seats/new', seat)).words).toContain('Defined Member');
    const [, link = ''] =
      /href="(\/bodies\/planning-committee\/seats\/\d+\/appoint)"/.exec(clerk.shown.html) ?? [];
    const appoint = (name: string, fields: Readonly<Record<string, string>> = {}) =>
      fill(link, {
        person: String(people.get(name)),
        ...when('from', '14', '5', '2026'),
        ...DECIDED,
        ...fields,
      });
    expect((await appoint('Ada Marsh', when('until', '1', '5', '2026'))).words).toContain(
      'The last day must not be before the first',
    );
    expect((await appoint('Ada Marsh')).words).toContain('Appointed Ada Marsh to Member');
    expect((await appoint('Ada Marsh')).words).toContain('Nobody sits on one body twice at once');
    await appoint('Bo Lane');
    expect((await appoint('Cy Reed')).words).toContain('All 2 places are taken: Ada Marsh, Bo Lane');
    const voters = await clerk.open('/bodies/planning-committee/voters?on=2026-05-20');
    expect(voters.words).toContain('Could vote (2 people named)');
    expect((await clerk.open('/bodies/planning-committee/voters?on=2026-05-13')).words).toContain(
      'Nobody: the body is not there',
    );
  });

  it('answers who could vote as JSON and CSV', async () => {
    const json = JSON.parse(
      (await clerk.open('/bodies/planning-committee/voters.json?on=2026-05-20')).html,
    ) as {
      seats: readonly { person: string; mayVote: string }[];
    };
    expect(json.seats.map(({ person, mayVote }) => [person, mayVote])).toEqual([
      ['Ada Marsh', 'yes'],
      ['Bo Lane', 'yes'],
    ]);
    expect((await clerk.open('/bodies/planning-committee/voters.csv?on=2026-05-20')).html).toContain(
      '"Ada Marsh","Member","group"',
    );
    expect((await clerk.open('/bodies/nothing/voters.json')).status).toBe(404);
  });

  it('draws lines, refuses a part of its own part, and shows them on the diagram', async () => {
    await setUp('Loamshire Council', { kind: 'council' });
    const line = {
      to: 'loamshire-council',
      relation: 'part-of',
      ...when('from', '14', '5', '2026'),
      ...DECIDED,
    };
    await fill('/bodies/planning-committee/lines/new', line);
    expect(clerk.shown.words).toContain('Is part of Loamshire Council');
    expect(
      (await fill('/bodies/loamshire-council/lines/new', { ...line, to: 'planning-committee' })).words,
    ).toContain('Nothing can be part of its own part');
    const diagram = await clerk.open('/bodies');
    expect(diagram.words).toContain('2 bodies and 1 lines');
    expect(diagram.html).toContain('href="/bodies/planning-committee"');
    expect((await clerk.open('/bodies?zoom=150')).html).toMatch(/<svg[^>]*width="\d+"/);
    expect((await clerk.open('/bodies?zoom=nonsense')).status).toBe(200);
  });

  it('writes terms of reference in versions and shows them side by side', async () => {
    const terms = {
      title: 'Terms of reference',
      clauses: '1. Decide applications.\n2(a) Report to Council each year.\nKeep a register.',
      ...when('inForceFrom', '14', '5', '2026'),
      ...DECIDED,
    };
    expect((await fill('/bodies/planning-committee/terms/new', { ...terms, authority: '' })).words).toContain(
      'Enter the resolution or decision by which they come into force',
    );
    await fill('/bodies/planning-committee/terms/new', terms);
    expect(clerk.shown.words).toMatch(
      /1 Decide applications\. 2\(a\) Report to Council each year\. 3 Keep a register\./,
    );
    const second = await fill('/bodies/planning-committee/terms/new', {
      ...terms,
      clauses: '1 Decide applications.\n2 Report to Cabinet each year.',
      ...when('inForceFrom', '25', '5', '2026'),
    });
    expect(second.words).toContain('Terms of reference, side by side');
    expect(second.html).toContain('<del>Council</del>');
    expect(second.html).toContain('<ins>Cabinet</ins>');
    expect(second.words).toContain('Taken out');
  });

  it('compares two days, and says what is wrong with them', async () => {
    const from = when('from', '13', '5', '2026');
    const query = new URLSearchParams({ ...from, ...when('to', '21', '5', '2026') });
    const { words } = await clerk.open(`/bodies/changes?${query}`);
    expect(words).toMatch(/Set up Loamshire Council .* Planning Committee .* Youth Forum/);
    const wrong = await clerk.open(
      `/bodies/changes?${new URLSearchParams({ ...from, ...when('to', '12', '5', '2026') })}`,
    );
    expect([wrong.status, wrong.words.includes('The second day must be after the first')]).toEqual([
      422,
      true,
    ]);
  });

  it('weighs options: who loses a seat, which duty its body', async () => {
    await fill('/bodies/options/new', {
      title: 'The future of planning',
      question: 'How shall applications be decided?',
      ...when('asAt', '1', '6', '2026'),
      ...SAYS,
    });
    expect(clerk.shown.path).toBe('/bodies/options/the-future-of-planning');
    const wrong = await fill('/bodies/options/the-future-of-planning/new', {
      title: 'End it',
      words: 'The committee ends.',
      changes: 'Dissolve Planing Committee',
    });
    expect(wrong.words).toContain('Did you mean Planning Committee?');
    await clerk.send('/bodies/options/the-future-of-planning/new', {
      title: 'End it',
      words: 'The committee ends.',
      changes: 'Dissolve Planning Committee',
    });
    expect(clerk.shown.words).toContain('Ada Marsh, Bo Lane, Member (2 places)');
    expect(clerk.shown.words).toContain('Which duties would lose their body Decide applications.');
  });

  it('names the post that carries a duty', async () => {
    await fill('/bodies/accountability/posts/new', {
      duty: 'dcs',
      post: 'Director of Children’s Services',
      ...when('from', '14', '5', '2026'),
      ...DECIDED,
    });
    expect(clerk.shown.words).toContain('does not name one person for 5 of 5 duties');
    expect(clerk.shown.words).toContain('nothing recorded by this day says who holds the post');
  });

  it('ends a body by its resolution', async () => {
    await fill('/bodies/youth-forum/events/new', {
      kind: 'dissolved',
      ...when('day', '28', '5', '2026'),
      ...DECIDED,
    });
    expect(clerk.shown.words).toContain('Dissolved, 28 May 2026');
    expect(
      (
        await fill('/bodies/youth-forum/events/new', {
          kind: 'renamed',
          ...when('day', '29', '5', '2026'),
          ...DECIDED,
        })
      ).words,
    ).toContain('Enter the new name');
  });
});

describe('putting something right', () => {
  it('takes out of the record what never was so, with the reason, and keeps it', async () => {
    await fill('/bodies/planning-committee/facts/new', {
      attribute: 'frequency',
      value: 'Fortnightly',
      ...when('from', '14', '5', '2026'),
      ...DECIDED,
    });
    const { html } = await clerk.open('/bodies/planning-committee/record');
    const [, link = ''] =
      /href="([^"]*withdraw)"[^>]*>Take it out<span[^>]*>: How often it meets: Fortnightly/.exec(html) ?? [];
    expect((await fill(link, {})).words).toContain('Enter the reason');
    const done = await clerk.send(link, { reason: 'It is monthly' });
    expect(done.words).toContain('Taken out: How often it meets: Fortnightly');
    expect((await clerk.open('/bodies/planning-committee')).words).not.toContain('Fortnightly');
    expect((await clerk.open(link)).words).toContain('That was ended, corrected or taken out already');
    expect(clerk.shown.path).toBe('/bodies/planning-committee/record');
    const kept = await database.db
      .selectFrom('bodies.fact')
      .select(['change', 'reason'])
      .where('value', '=', 'Fortnightly')
      .execute();
    expect(kept.map(({ change, reason }) => [change, reason])).toEqual([
      ['recorded', null],
      ['withdrawn', 'It is monthly'],
    ]);
  });
});

describe('groups of the council and their seats', () => {
  const group = (name: string, members: string, fields: Readonly<Record<string, string>> = {}) =>
    fill('/bodies/balance/groups', { name, members, ...when('from', '14', '5', '2026'), ...SAYS, ...fields });

  it('says which line of a list of members is misspelt, and what it may mean', async () => {
    const { status, words, html } = await group('Blue', 'Ada Marsh\nBo Lene\nNobody Known');
    expect(status).toBe(422);
    expect(words).toContain('Line 2: nobody in the record is called “Bo Lene”. Did you mean Bo Lane?');
    expect(words).toContain('Line 3: nobody in the record is called “Nobody Known”. Add the person first');
    expect(html).toContain('Bo Lene');
    expect((await group('Blue', 'Ada Marsh\nada marsh')).words).toContain('stands on line 1 already');
  });

  it('warns of a group of one and of members in no seat of the council', async () => {
    await group('Blue', 'Ada Marsh\nBo Lane\nCy Reed');
    const { words } = await group('Green', 'Di Holt');
    expect(words).toContain('Green has one member. A group needs two');
    expect(words).toContain('Members by group');
  });

  it('records what the council determined, and says when it is to be reviewed', async () => {
    const numbers = { council: '10', groups: 'Blue 6\nGreen 3\nNo group 1', bodies: 'Planning Committee 5' };
    const worked = await clerk.open(`/bodies/balance/work-out?${new URLSearchParams(numbers)}`);
    expect(worked.words).toContain('Record what the council determined');
    const path = '/bodies/balance/determine';
    await clerk.open(`${path}?${new URLSearchParams(numbers)}`);
    const determined = {
      ...when('determinedOn', '14', '5', '2026'),
      occasion: 'annual-meeting',
      choice: '0',
      ...SAYS,
    };
    const aside = { ...determined, setAside: 'Youth Forum 8' };
    expect((await clerk.send(path, aside)).words).toContain('Enter how many voted against, 0 if nobody did');
    expect((await clerk.send(path, { ...aside, votesAgainst: '2' })).words).toContain('section 17');
    expect(
      (await clerk.send(path, { ...aside, votesAgainst: '0', given: 'Planning Committee: Green to Red 1' }))
        .words,
    ).toContain('names Red, which is not a group of the table');
    expect(
      (
        await clerk.send(path, {
          ...aside,
          votesAgainst: '0',
          given: 'Planning Committee: Green to No group 4',
        })
      ).words,
    ).toContain('Green gives up more seats of Planning Committee than it has');
    const done = await clerk.send(path, {
      ...aside,
      votesAgainst: '0',
      given: 'Planning Committee: Blue to No group 1',
    });
    expect(done.words).toContain('Recorded what the council determined');
    expect(done.words).toContain('Blue gives 1 seat of Planning Committee to No group');
    expect(done.words).not.toContain('a review is due');
    // A member changes the group: one group at a time, so they leave the other.
    await group('Green', 'Di Holt\nCy Reed', when('from', '25', '5', '2026'));
    expect(clerk.shown.words).toContain('1 joined, 0 left, 1 came from another group');
    expect(clerk.shown.words).toContain('a review is due');
    expect(clerk.shown.words).toContain('What was set aside has lapsed');
    expect((await clerk.open('/bodies/balance?on=2026-05-24')).words).not.toContain('a review is due');
    expect((await group('Green', 'Di Holt', when('from', '20', '5', '2026'))).words).toContain(
      'The record has a later change of these members, on 25 May 2026',
    );
  });

  it('is worked out by anybody from an address, and says what does not add up', async () => {
    const visitor = new PlanVisitor(server);
    const wrong = await visitor.open('/bodies/balance/work-out?council=84&groups=Blue+73&bodies=Planning+18');
    expect([wrong.status, wrong.words.includes('11 members too few')]).toEqual([422, true]);
    expect(wrong.html).toContain('Blue 73');
    const right = await visitor.open(
      '/bodies/balance/work-out?council=84&groups=Blue+73%0AGreen+11&bodies=Planning+3',
    );
    expect(right.words).toContain('Blue’s share of Planning is 2.607, and it gets 2');
    expect(right.words).not.toContain('Record what the council determined');
  });
});

describe('a list of members', () => {
  const csv = [
    'Body,Seat,Person,First day,Last day',
    'Planning Comittee,Member,Di Holt,1 June 2026,',
    'Planning Committee,Member,Ed Frod,1 June 2026,',
    'Planning Committee,Member,New Comer,1 June 2026,',
    'Planning Committee,Member,Flo Wick,1 July 2026,1 June 2026',
    'Planning Committee,Member,,1 June 2026,',
  ].join('\n');

  it('is read with every problem in its place, and changes nothing before it is accepted', async () => {
    await clerk.open('/bodies/members/import');
    await clerk.upload('/bodies/members/import', { fileName: 'members.csv', bytes: csv });
    const { words, path } = clerk.shown;
    expect(words).toContain('4 rows, 0 of them clear and 4 to decide. Nothing has changed yet.');
    expect(words).toContain('Row 6: It names no person');
    expect(words).toContain('No body is called “Planning Comittee”');
    expect(words).toContain('No person is called “Ed Frod”');
    expect(words).toContain('It is Ed Ford');
    expect(words).toContain('The last day is before the first: it is left out');
    const none = await clerk.send(`${path}/accept`, { ...DECIDED });
    expect(none.words).toContain('there is nothing to accept');
    // The committee has two places and both are taken: all of it or nothing.
    const full = await clerk.send(`${path}/accept`, {
      'person-1': String(people.get('Ed Ford')),
      'person-2': 'new',
      ...DECIDED,
    });
    expect(full.status).toBe(422);
    expect(full.words).toContain('Row 3: All 2 places are taken');
    expect(full.words).not.toContain('New Comer, to be');
    expect((await clerk.open('/people?search=Comer')).words).not.toContain('New Comer');
  });

  it('is accepted as it was decided', async () => {
    await clerk.open('/bodies/planning-committee/seats/new');
    await clerk.send('/bodies/planning-committee/seats/new', {
      label: 'Co-opted member',
      capacity: 'co-opted',
      role: 'member',
      places: '4',
      votes: 'no',
      ...when('from', '14', '5', '2026'),
      ...DECIDED,
    });
    await clerk.open('/bodies/members/import');
    await clerk.upload('/bodies/members/import', {
      fileName: 'members.csv',
      bytes:
        'Name,Committee,Role,From\nEd Frod,Planning Committee,Co-opted member,2026-06-01\nNew Comer,Planning Committee,Co-opted member,2026-06-01',
    });
    const { path } = clerk.shown;
    const done = await clerk.send(`${path}/accept`, {
      'person-0': String(people.get('Ed Ford')),
      'person-1': 'new',
      ...DECIDED,
    });
    expect(done.words).toContain('Accepted 2 places and added 1 person');
    expect((await clerk.open('/bodies/planning-committee')).words).toContain('Ed Ford');
    expect((await clerk.open(path)).words).toContain('members.csv was accepted already');
  });

  it('asks for the seat once a body of the record is chosen, and says what was left out', async () => {
    await clerk.open('/bodies/members/import');
    await clerk.upload('/bodies/members/import', {
      fileName: 'planing.csv',
      bytes:
        'Body,Seat,Person,From\nPlaning Committe,Somebody,Tam Reed,2026-06-01\nPlaning Committe,Somebody,Una Birch,2026-06-01',
    });
    const { path } = clerk.shown;
    const choices = { 'body-0': 'planning-committee', 'person-0': 'new', ...DECIDED };
    const asked = await clerk.send(`${path}/accept`, { ...choices, 'seat-0': 'new-with-body' });
    expect(asked.status).toBe(422);
    expect(asked.words).toContain('Row 2: choose the seat of Tam Reed, now that the body is chosen');
    expect(asked.words).toContain('It is Co-opted member');
    const [, seat] = /<option value="(\d+)"[^>]*>It is Co-opted member/.exec(asked.html) ?? [];
    const done = await clerk.send(`${path}/accept`, { ...choices, 'seat-0': seat ?? '' });
    expect(done.words).toContain('Accepted 1 place and added 1 person. Left out: 1 row.');
  });

  it('sets up a body and a seat that are not there, where somebody says so', async () => {
    await clerk.open('/bodies/members/import');
    await clerk.upload('/bodies/members/import', {
      fileName: 'panel.csv',
      bytes:
        'Body,Seat,Person,From\nHarbour Panel,Harbour member,Di Holt,2026-06-01\nHarbour Panel,Harbour member,Flo Wick,2026-06-01',
    });
    expect(clerk.shown.words).toContain('A new panel, to be set up');
    const done = await clerk.send(`${clerk.shown.path}/accept`, {
      'body-0': 'new-panel',
      'body-1': 'new-panel',
      ...DECIDED,
    });
    expect(done.words).toContain('Accepted 2 places; set up 1 body.');
    const panel = await clerk.open('/bodies/harbour-panel');
    expect(panel.words).toContain('Harbour member (2 places)');
    expect(panel.words).toContain('Flo Wick');
  });

  it('goes out and comes in again as Popolo', async () => {
    const popolo = (await clerk.open('/bodies/popolo.json')).html;
    const read = JSON.parse(popolo) as {
      memberships: readonly unknown[];
      organizations: readonly { id: string }[];
    };
    expect(read.organizations.map(({ id }) => id)).toContain('planning-committee');
    expect(read.memberships).toHaveLength(7);
    await clerk.open('/bodies/members/import');
    await clerk.upload('/bodies/members/import', { fileName: 'bodies.json', bytes: popolo });
    expect(clerk.shown.words).toContain('7 rows, 7 of them clear and 0 to decide');
    const dropped = await clerk.send(`${clerk.shown.path}/drop`);
    expect(dropped.words).toContain('Dropped bodies.json. Nothing was changed.');
    expect((await clerk.open('/bodies/members.csv')).html).toContain(
      '"Planning Committee","Co-opted member","New Comer"',
    );
  });

  it.each([
    ['nothing.csv', '', 'Choose the list to bring in'],
    ['no-columns.csv', 'Who,Where\nAda,Planning', 'No column is headed'],
    ['broken.json', '{"persons": [', 'broken.json is not JSON that can be read'],
    ['other.json', '{"memberships": [{"person_id": 7}]}', 'not in the shapes of Popolo'],
  ])('that cannot be read says why: %s', async (fileName, bytes, sentence) => {
    await clerk.open('/bodies/members/import');
    const shown = await clerk.upload('/bodies/members/import', bytes === '' ? null : { fileName, bytes });
    expect(shown.status).toBe(422);
    expect(shown.words).toContain(sentence);
  });
});
