import type { Db, Tx } from '../../../platform/db/index.ts';
import { formatDay, type PlainDay } from '../../../platform/time/plain-day.ts';
import { go } from '../../../platform/web/answer.ts';
import { DAY_PARAMETER } from '../../../platform/web/as-at.ts';
import type { WebServer } from '../../../platform/web/server.ts';
import { findPeople } from '../../identity/index.ts';
import { appointMember, endSitting } from './appoint-member.ts';
import type { AppointMember } from './appoint-member.shape.ts';
import { defineSeat, endSeat } from './define-seat.ts';
import type { Seat } from './seats.rule.ts';
import { partDoneAlready } from '../keeping/done-already.route.ts';
import { addFormRoute, type Outcome, refused, refusedDay } from '../keeping/form.route.tsx';
import { AppointForm, EndForm, SeatForm } from '../keeping/keep.form.ts';
import { bodyPaths } from '../paths.ts';
import { bodyNamed, type NamedBody } from '../life/known-bodies.read.ts';
import { readSeats } from './read-seats.read.ts';
import { refusalInWords } from './refusal.rule.ts';
import { EndView } from '../keeping/keep-forms.view.tsx';
import { AppointView, SeatView } from './seat-forms.view.tsx';

/** Seats, and who sits in them. */
export function addKeepSeatRoutes(server: WebServer, { db }: { readonly db: Db }): void {
  addFormRoute(server, db, {
    path: '/bodies/:body/seats/new',
    schema: SeatForm,
    days: ['from', 'statedOn'],
    known: (tx, { params, today }) => bodyNamed(tx, params.body, today),
    opensWith: () => ({ places: '1', role: 'member', votes: 'not-said' }),
    view: SeatView,
    act: async (tx, asker, { value, known }) => {
      const result = await defineSeat(tx, asker, { ...value, slug: known.slug });
      switch (result.kind) {
        case 'defined':
          return {
            kind: 'done',
            answer: go(`${bodyPaths.body(known.slug)}#seats`, `Defined ${value.label}.`),
          };
        case 'no-such-body':
          return { kind: 'gone' };
        case 'second-in-the-chair':
          return refused(
            `The body has that part already: ${result.label}. A body has one chair and one vice-chair at a time; end that seat first`,
            'role',
          );
        case 'post-would-tell':
          return refused(
            `There is no post ${result.post} yet. Posts are public, so none is made for a body shown to its members alone: have it added under People and posts, in words that tell nothing of the body`,
            'post',
          );
        case 'beyond-maximum':
          return refused(
            `The body may have ${result.most} members, and with these there would be ${result.would}. Define fewer, or record that the body may have more`,
            'places',
          );
      }
    },
  });

  addFormRoute(server, db, {
    path: '/bodies/:body/seats/:seat/end',
    schema: EndForm,
    days: ['until'],
    known: async (tx, { params, today }) => {
      const found = await seatOf(tx, params, today);
      return found === null
        ? null
        : {
            ...found,
            title: 'End a seat',
            what: found.seat.label,
            action: bodyPaths.endSeat(found.body.slug, found.seat.seatNo),
            begins: found.seat.from ?? found.seat.statedOn,
          };
    },
    view: EndView,
    act: async (tx, asker, { value, known }) => {
      const { slug } = known.body;
      const result = await endSeat(tx, asker, { ...value, slug, seatNo: known.seat.seatNo });
      switch (result.kind) {
        case 'ended':
          return {
            kind: 'done',
            answer: go(
              `${bodyPaths.body(slug)}#seats`,
              `Ended the seat${result.sittings === 0 ? '' : ` and the time of ${result.sittings} in it`}.`,
            ),
          };
        case 'no-such-seat':
          return { kind: 'gone' };
        case 'ends-before-it-begins':
          return refusedDay(`The seat begins on ${formatDay(result.begins)}: it cannot end before`, 'until');
        case 'ended-before':
          return refusedDay(`The seat is over since ${formatDay(result.ended)} already`, 'until');
      }
    },
  });

  addFormRoute(server, db, {
    path: '/bodies/:body/seats/:seat/appoint',
    schema: AppointForm,
    days: ['from', 'until', 'statedOn'],
    known: async (tx, { params, today }) => {
      const found = await seatOf(tx, params, today);
      return found === null ? null : { ...found, people: await findPeople(tx, { search: '', day: today }) };
    },
    view: AppointView,
    act: async (tx, asker, { value, known, visit }) => {
      const { slug } = known.body;
      const { person, substitute, ...days } = value;
      const result = await appointMember(tx, asker, {
        ...days,
        slug,
        seatNo: known.seat.seatNo,
        personId: person,
        isSubstitute: substitute,
      });
      const name = known.people.find(({ id }) => id === person)?.name ?? 'This person';
      return result.kind === 'appointed'
        ? {
            kind: 'done',
            answer: go(bodyOn(slug, days.until, visit.today), `Appointed ${name} to ${result.seat}.`),
          }
        : refusalOf(result, name);
    },
  });

  addFormRoute(server, db, {
    path: '/bodies/:body/members/:sitting/end',
    schema: EndForm,
    days: ['until'],
    doneAlready: (tx, { params, today }) =>
      partDoneAlready(tx, { slug: params.body, part: 'sitting', id: params.sitting, today }),
    known: async (tx, { params, today }) => {
      const body = await bodyNamed(tx, params.body, today);
      if (body === null) return null;
      const seats = (await readSeats(tx, { bodyIds: [body.id] }, today)).get(body.id) ?? [];
      const found = seats
        .flatMap((seat) => seat.sittings.map((sitting) => ({ seat, sitting })))
        .find(({ sitting }) => String(sitting.id) === params.sitting && !sitting.byPost);
      return found === undefined
        ? null
        : {
            body,
            sittingId: found.sitting.id,
            title: 'End somebody’s time in a seat',
            what: `${found.sitting.personName}, ${found.seat.label}`,
            action: bodyPaths.endSitting(body.slug, found.sitting.id),
            begins: found.sitting.from ?? found.sitting.statedOn,
          };
    },
    view: EndView,
    act: async (tx, asker, { value, known, visit }) => {
      const { slug } = known.body;
      const result = await endSitting(tx, asker, { ...value, slug, sittingId: known.sittingId });
      switch (result.kind) {
        case 'ended':
          return {
            kind: 'done',
            answer: go(
              bodyOn(slug, value.until, visit.today),
              'Recorded the end. Past members stand under who sat here before.',
            ),
          };
        case 'no-such-sitting':
          return { kind: 'gone' };
        case 'ends-before-it-begins':
          return refusedDay(`The time begins on ${formatDay(result.begins)}: it cannot end before`, 'until');
        case 'ended-before':
          return refusedDay(`Their time is over since ${formatDay(result.ended)} already`, 'until');
      }
    },
  });
}

/** Where a change of who sits shows: the body's page, as at the last day where that is past. */
function bodyOn(slug: string, until: PlainDay | null, today: PlainDay): string {
  const on = until !== null && until < today ? `?${DAY_PARAMETER}=${until}` : '';
  return `${bodyPaths.body(slug)}${on}#seats`;
}

async function seatOf(
  tx: Tx,
  params: { readonly body: string; readonly seat: string },
  today: PlainDay,
): Promise<{ readonly body: NamedBody; readonly seat: Seat } | null> {
  const body = await bodyNamed(tx, params.body, today);
  if (body === null) return null;
  const seat = ((await readSeats(tx, { bodyIds: [body.id] }, today)).get(body.id) ?? []).find(
    ({ seatNo }) => String(seatNo) === params.seat,
  );
  return seat === undefined ? null : { body, seat };
}

function refusalOf(result: Exclude<AppointMember, { kind: 'appointed' }>, name: string): Outcome {
  if (result.kind === 'no-such-seat') return { kind: 'gone' };
  const { sentence, field } = refusalInWords(result, name);
  return field === 'from' || field === 'until' ? refusedDay(sentence, field) : refused(sentence, field);
}
