import type { Db } from '../../../platform/db/index.ts';
import { type Answer, go, notFound, page, goSaying } from '../../../platform/web/answer.ts';
import { formProblem, readForm, dayProblem } from '../../../platform/web/forms.ts';
import type { PlainDay } from '../../../platform/time/plain-day.ts';
import type { WebServer } from '../../../platform/web/server.ts';
import type { Visit } from '../../../platform/web/visit.ts';
import { actFor, askerOf } from '../asking/act-for.ts';
import { change, show } from '../asking/change.route.ts';
import type { Belongings } from './belongings.shape.ts';
import { leaveEverything } from './leave-everything.ts';
import { stillHeld } from '../holdings/still-held.rule.ts';
import { handOnOf, LeavingForm, successorField } from './leaving.form.ts';
import { idFromPath, identityPaths } from '../paths.ts';
import { needs } from '../asking/permission.rule.ts';
import { mayChangePeople } from '../permissions.ts';
import { findPeople } from '../people/list-people.read.ts';
import { personPage } from '../people/person-page.query.ts';
import { refusalInWords } from '../holdings/refusal.query.ts';
import type { FormState } from '../../../platform/web/form-fields.tsx';
import { LeavingView } from './leaving-page.view.tsx';

/** A person leaves: everything they still hold, handed on or left vacant, in one step. */
export function addLeavingRoutes(server: WebServer, db: Db, belongings: readonly Belongings[]): void {
  const leavingPage = (
    from: Db,
    visit: Visit<{ readonly person: string }>,
    state: FormState,
    lastDay: PlainDay = visit.day,
  ) => leavingAsShown(from, belongings, visit, state, lastDay);

  server.route({
    method: 'GET',
    path: '/people/:person/leaving',
    access: needs(mayChangePeople),
    // As whoever asks: what belongs to the person may be a thing that not everybody may know of.
    handler: (visit) =>
      show(visit, mayChangePeople, () =>
        actFor(db, askerOf(visit), (tx) => leavingPage(tx, visit, { form: {} })),
      ),
  });

  server.route({
    method: 'POST',
    path: '/people/:person/leaving',
    access: needs(mayChangePeople),
    handler: (visit) =>
      change(db, visit, mayChangePeople, async (tx, actor) => {
        const personId = idFromPath(visit.params.person);
        if (personId === null) return notFound();
        const { form } = visit;
        const read = readForm(LeavingForm, form, { days: ['lastDay', 'statedOn'] });
        if (!read.ok) return leavingPage(tx, visit, { form, problems: read.problems });
        const result = await leaveEverything(tx, actor, belongings, {
          personId,
          ...read.value,
          handOn: handOnOf(form),
          today: visit.today,
        });
        const again = (sentence: string, field?: string) => {
          const problems = field === 'lastDay' ? dayProblem(sentence, field) : formProblem(sentence, field);
          return leavingPage(tx, visit, { form, problems }, read.value.lastDay);
        };
        switch (result.kind) {
          case 'left':
            return go(identityPaths.person(personId), leftInWords(result));
          case 'cannot-leave-yet':
            return again(result.sentence);
          case 'changed-meanwhile':
            return again(
              'What they hold on that day is not what the page showed. Look at it now, and save again',
            );
          case 'refused':
            return again(
              await refusalInWords(tx, result, visit.day),
              result.problem.kind === 'ends-before-it-begins' ? 'lastDay' : successorField(result.holdingId),
            );
          case 'successor-leaves':
            return again(
              'Choose somebody else: this is the person who leaves',
              successorField(result.holdingId),
            );
          case 'no-such-person':
            break;
        }
        return notFound();
      }),
  });
}

function leftInWords(left: { handedOn: number; vacant: number; notBegun: number }): string {
  const posts = (n: number) => (n === 1 ? '1 post' : `${n} posts`);
  const parts = [
    ...(left.handedOn > 0 ? [`${posts(left.handedOn)} handed on`] : []),
    ...(left.vacant > 0 ? [`${posts(left.vacant)} left vacant`] : []),
    ...(left.notBegun > 0 ? [`${posts(left.notBegun)} not begun`] : []),
  ];
  return parts.length === 0 ? 'Recorded that they leave.' : `Recorded that they leave: ${parts.join(', ')}.`;
}

async function leavingAsShown(
  db: Db,
  belongings: readonly Belongings[],
  visit: Visit<{ readonly person: string }>,
  state: FormState,
  lastDay: PlainDay,
): Promise<Answer> {
  const id = idFromPath(visit.params.person);
  const person = id === null ? null : await personPage(db, id, visit.day);
  if (person === null) return notFound();
  const holdings = stillHeld(person.holdings, lastDay);
  const leaver = {
    records: person.records.map((record) => record.id),
    postIds: [...new Set(holdings.map(({ postId }) => postId))],
    day: visit.today,
  };
  const owned = (await Promise.all(belongings.map(({ list }) => list(db, leaver)))).flat();
  if (holdings.length + owned.length === 0 && state.problems === undefined)
    return goSaying(
      identityPaths.person(person.id),
      'They have nothing here that could end or be handed on.',
    );
  const people = await findPeople(db, { search: '', day: visit.day });
  return page(
    <LeavingView
      frame={visit.frame}
      token={visit.formToken()}
      state={state}
      person={person}
      holdings={holdings}
      owned={owned}
      people={people.filter((other) => other.id !== person.id)}
    />,
    state.problems === undefined ? 200 : 422,
  );
}
