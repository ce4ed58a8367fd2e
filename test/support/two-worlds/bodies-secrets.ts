import { randomUUID } from 'node:crypto';
import { appointMember } from '../../../src/modules/bodies/seats/appoint-member.ts';
import { keepMemberDraft } from '../../../src/modules/bodies/members/bring-members.ts';
import { changeShownTo } from '../../../src/modules/bodies/life/change-shown-to.ts';
import { defineSeat } from '../../../src/modules/bodies/seats/define-seat.ts';
import { drawLine } from '../../../src/modules/bodies/lines/draw-line.ts';
import { recordHappening } from '../../../src/modules/bodies/life/record-happening.ts';
import { sayFact } from '../../../src/modules/bodies/life/say-fact.ts';
import { setUpBody } from '../../../src/modules/bodies/life/set-up-body.ts';
import { writeTerms } from '../../../src/modules/bodies/terms/write-terms.ts';
import type { Db, Tx } from '../../../src/platform/db/index.ts';
import { plainDay } from '../../../src/platform/time/plain-day.ts';
import { addSomebody } from '../recorded-facts.ts';
import { secrets } from './secrets.ts';
import type { World } from './world.ts';

/** What the module `bodies` keeps from unprivileged readers: bodies shown to their members alone, and lists not accepted yet. */

const test = { kind: 'operator', name: 'Test' } as const;
const FROM = plainDay(2011, 4, 6);

secrets.add({
  name: 'bodies shown to their members alone',
  differs: [
    'how many there are',
    'what they are called',
    'what they are for',
    'their terms of reference',
    'their seats',
    'who sits on them',
    'to whom they report',
    'who would lose them by an option',
    'what became of them',
    'what they were called before',
    'whether one was shown to everybody once',
  ],
  plant: async (world, db) => {
    const labels = world.name === 'A' ? ['first body'] : ['first body', 'second body', 'third body'];
    for (const label of labels) await plantBody(world, db, label);
  },
});

async function plantBody(world: World, db: Db, label: string): Promise<void> {
  const word = (what: string) => world.word(`${what} of the ${label}`);
  const by = { authority: word('resolution'), source: word('source'), statedOn: FROM };
  const inTx = <Result>(act: (tx: Tx) => Promise<Result>) => db.transaction().execute(act);
  const made = await inTx((tx) =>
    setUpBody(tx, test, {
      ...by,
      name: `Panel ${word('name')}`,
      kind: 'panel',
      day: FROM,
      shownTo: 'members',
      facts: [{ attribute: 'purpose', value: word('purpose') }],
    }),
  );
  // An address without a planted word in it: each world is asked for its own, and is shown again what was asked.
  const slug = randomUUID();
  await db.updateTable('bodies.body').set({ slug }).where('slug', '=', made.slug).execute();
  world.stands(label, slug);
  await inTx((tx) =>
    sayFact(tx, test, { ...by, slug, attribute: 'composition', value: 'balance', from: FROM }),
  );
  await inTx((tx) =>
    writeTerms(tx, test, {
      ...by,
      slug,
      title: word('title of the terms'),
      clauses: [{ number: '1', text: word('clause') }],
      inForceFrom: FROM,
    }),
  );
  for (const to of ['county-council', 'cabinet'])
    await inTx((tx) =>
      drawLine(tx, test, {
        ...by,
        from: slug,
        to,
        relation: 'reports-to',
        detail: word('line'),
        fromDay: FROM,
      }),
    );
  const seat = await inTx((tx) =>
    defineSeat(tx, test, {
      ...by,
      slug,
      label: word('seat'),
      capacity: 'group',
      role: 'member',
      places: world.name === 'A' ? 3 : 5,
      votes: true,
      substitutes: false,
      post: null,
      organisation: null,
      from: FROM,
    }),
  );
  // Somebody whom everybody may know of, and somebody whom nobody may.
  const unknown = await addSomebody(db, `Sits ${word('member')}`);
  if (seat.kind === 'defined')
    for (const personId of [world.facts.people[2] ?? 0, unknown])
      await inTx((tx) =>
        appointMember(tx, test, {
          ...by,
          slug,
          seatNo: seat.seatNo,
          personId,
          from: FROM,
          until: null,
          isSubstitute: false,
        }),
      );
  const { id } = await db
    .selectFrom('bodies.body')
    .select('id')
    .where('slug', '=', slug)
    .executeTakeFirstOrThrow();
  // An option that is public, and would end a body nobody else knows of.
  const option = await db.selectFrom('bodies.option').select('id').orderBy('id').executeTakeFirstOrThrow();
  await db
    .insertInto('bodies.option_change')
    .values({ option_id: option.id, kind: 'dissolve', body_id: id, words: word('option') })
    .execute();
  if (label === 'second body')
    await inTx((tx) =>
      recordHappening(tx, test, {
        ...by,
        slug,
        kind: 'renamed',
        day: plainDay(2011, 5, 1),
        into: null,
        newName: `Panel ${word('new name')}`,
      }),
    );
  if (label === 'third body') {
    await inTx((tx) => changeShownTo(tx, test, { slug, shownTo: 'everybody' }));
    await inTx((tx) => changeShownTo(tx, test, { slug, shownTo: 'members' }));
    await inTx((tx) =>
      recordHappening(tx, test, {
        ...by,
        slug,
        kind: 'merged',
        day: plainDay(2011, 5, 1),
        into: 'cabinet',
        newName: null,
      }),
    );
  }
}

secrets.add({
  name: 'lists of members that nobody accepted yet',
  differs: ['how many there are', 'the file name', 'whom they name'],
  plant: async (world, db) => {
    for (const label of world.name === 'A' ? ['first list'] : ['first list', 'second list']) {
      const id = await db.transaction().execute((tx) =>
        keepMemberDraft(tx, test, {
          fileName: `${world.word(`file name of the ${label}`, { alsoFromAuditors: true })}.csv`,
          list: {
            problems: [],
            memberships: [
              {
                at: 'Row 2',
                body: world.word(`body in the ${label}`),
                seat: '',
                person: world.word(`person in the ${label}`),
                from: null,
                until: null,
                isSubstitute: false,
              },
            ],
          },
        }),
      );
      world.stands(label, id);
    }
  },
});
