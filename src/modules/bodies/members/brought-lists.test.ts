import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { day, seat, sitting } from '../../../../test/support/said-of-bodies.ts';
import { membersTable, readMembers } from './members-table.print.ts';
import { type PopoloBody, popoloDocument, readPopolo } from './popolo.print.ts';

const anyDay = fc
  .date({ min: new Date('2000-01-01'), max: new Date('2040-12-31'), noInvalidDate: true })
  .map((date) => day(date.toISOString().slice(0, 10)));
const aName = fc.stringMatching(/^[A-Z][a-z]{1,9}(?: [A-Z][a-z]{1,9}){1,2}$/);
const aBody: fc.Arbitrary<PopoloBody> = fc.record({
  slug: fc.stringMatching(/^[a-z]{2,12}$/),
  name: aName,
  kind: fc.constantFrom('panel', 'board', undefined),
  founding: fc.option(anyDay),
  dissolution: fc.option(anyDay),
  parent: fc.constant(null),
  otherNames: fc.array(aName, { maxLength: 2 }),
  sources: fc.constant(['Minutes']),
  seats: fc.array(
    fc
      .record({
        label: aName,
        people: fc.array(fc.record({ name: aName, from: fc.option(anyDay) }), { maxLength: 3 }),
      })
      .map(({ label, people }) =>
        seat(label, '2030-01-01', {
          sittings: people.map(({ name, from }, index) =>
            sitting(index + 1, '2030-01-01', { personName: name, from }),
          ),
        }),
      ),
    { maxLength: 3 },
  ),
});

describe('memberships out and in again', () => {
  it('are the same as Popolo', () => {
    fc.assert(
      fc.property(aBody, (body) => {
        const named = { ...body, seats: numbered(body) };
        const document = popoloDocument([named], day('2030-01-01'));
        const { memberships, problems } = readPopolo(JSON.parse(JSON.stringify(document)));
        expect(problems).toEqual([]);
        expect(
          memberships.map(({ person, body: of, seat: label, from }) => [person, of, label, from]),
        ).toEqual(
          named.seats.flatMap(({ label, sittings }) =>
            sittings.map(({ personName, from }) => [personName, body.name, label, from]),
          ),
        );
      }),
    );
  });

  it('are the same as a table', () => {
    fc.assert(
      fc.property(aBody, (body) => {
        const table = membersTable([body], day('2030-01-01'));
        const rows = [
          table.columns.map(({ heading }) => heading),
          ...table.rows.map((row) => row.map((value) => String(value ?? ''))),
        ];
        const { memberships, problems } = readMembers(rows);
        expect(problems).toEqual([]);
        expect(memberships.map(({ person, seat: label, from }) => [person, label, from])).toEqual(
          body.seats.flatMap(({ label, sittings }) =>
            sittings.map(({ personName, from }) => [personName, label, from]),
          ),
        );
      }),
    );
  });

  it('leave out what follows from a post', () => {
    const body: PopoloBody = {
      slug: 'board',
      name: 'Board',
      kind: 'board',
      founding: null,
      dissolution: null,
      parent: null,
      otherNames: [],
      sources: [],
      seats: [seat('Chair', '2030-01-01', { sittings: [sitting(1, '2030-01-01', { byPost: true })] })],
    };
    expect(readPopolo(popoloDocument([body], day('2030-01-01'))).memberships).toEqual([]);
    const table = membersTable([body], day('2030-01-01'));
    expect(table.rows).toHaveLength(1);
    expect(
      readMembers([table.columns.map(({ heading }) => heading), ...table.rows.map((row) => row.map(String))])
        .memberships,
    ).toEqual([]);
  });
});

describe('lists that are not as they should be', () => {
  it('are read whatever stands in them', () => {
    fc.assert(
      fc.property(fc.array(fc.array(fc.string(), { maxLength: 6 }), { maxLength: 6 }), (rows) => {
        const { memberships } = readMembers([['Body', 'Seat', 'Person', 'From', 'To'], ...rows]);
        expect(memberships.every(({ body, person }) => body !== '' && person !== '')).toBe(true);
      }),
    );
    fc.assert(fc.property(fc.jsonValue(), (value) => void readPopolo(value)));
  });

  it.each([
    ['31 February 2026', 'which is no day'],
    ['soon', 'which is no day'],
  ])('say where a day is none: %s', (typed, sentence) => {
    const { problems } = readMembers([
      ['Body', 'Person', 'From'],
      ['Panel', 'Ada Marsh', typed],
    ]);
    expect(problems).toEqual([{ at: 'Row 2', sentence: expect.stringContaining(sentence) }]);
  });

  it('say where Popolo names nobody', () => {
    const { problems } = readPopolo({ memberships: [{ person_id: 'x', start_date: 'May' }] });
    expect(problems.map(({ at, sentence }) => `${at} ${sentence}`)).toEqual([
      'memberships[0] It names no person',
      'memberships[0] It names no organization',
      expect.stringContaining('memberships[0] start_date is “May”'),
    ]);
  });
});

/** Each person once in the document: it numbers them by person. */
function numbered({ seats }: PopoloBody) {
  let next = 0;
  return seats.map((one) => ({
    ...one,
    sittings: one.sittings.map((held) => {
      next += 1;
      return { ...held, personId: next, leadId: next };
    }),
  }));
}
