import type { Db } from '../../platform/db/index.ts';
import { type Answer, go, notFound, page } from '../../platform/web/answer.ts';
import { formProblem, readForm } from '../../platform/web/forms.ts';
import type { PlainDay } from '../../platform/time/plain-day.ts';
import type { WebServer } from '../../platform/web/server.ts';
import type { Visit } from '../../platform/web/visit.ts';
import { change, goSaying, show } from './change.ts';
import { personLeaves } from './commands/leave.ts';
import { stillHeld } from './domain/still-held.ts';
import { dayProblem } from './forms/fields.ts';
import { handOnOf, LeavingForm, successorField } from './forms/leaving-form.ts';
import { idFromPath, identityPaths } from './paths.ts';
import { mayChangePeople } from './permissions.ts';
import { findPeople } from './queries/list-people.ts';
import { personPage } from './queries/person-page.ts';
import { refusalInWords } from './refusal.ts';
import type { FormState } from './views/fields.tsx';
import { LeavingView } from './views/leaving-page.tsx';

/** A person leaves: everything they still hold, handed on or left vacant, in one step. */
export function addLeavingRoutes(server: WebServer, db: Db): void {
  server.route({
    method: 'GET',
    path: '/people/:person/leaving',
    access: 'this-machine',
    handler: (visit) => show(visit, mayChangePeople, () => leavingPage(db, visit, { form: {} })),
  });

  server.route({
    method: 'POST',
    path: '/people/:person/leaving',
    access: 'this-machine',
    handler: (visit) =>
      change(db, visit, mayChangePeople, async (tx, actor) => {
        const personId = idFromPath(visit.params.person);
        if (personId === null) return notFound();
        const { form } = visit;
        const read = readForm(LeavingForm, form, { days: ['lastDay', 'statedOn'] });
        if (!read.ok) return leavingPage(tx, visit, { form, problems: read.problems });
        const result = await personLeaves(tx, actor, { personId, ...read.value, handOn: handOnOf(form) });
        const again = (sentence: string, field?: string) => {
          const problems = field === 'lastDay' ? dayProblem(sentence, field) : formProblem(sentence, field);
          return leavingPage(tx, visit, { form, problems }, read.value.lastDay);
        };
        switch (result.kind) {
          case 'left':
            return go(identityPaths.person(personId), leftInWords(result));
          case 'holds-nothing':
            return again('They hold nothing after that day. Check the last day', 'lastDay');
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
  return `Recorded that they leave: ${parts.join(', ')}.`;
}

async function leavingPage(
  db: Db,
  visit: Visit<{ readonly person: string }>,
  state: FormState,
  lastDay: PlainDay = visit.day,
): Promise<Answer> {
  const id = idFromPath(visit.params.person);
  const person = id === null ? null : await personPage(db, id, visit.day);
  if (person === null) return notFound();
  const holdings = stillHeld(person.holdings, lastDay);
  if (holdings.length === 0 && state.problems === undefined)
    return goSaying(identityPaths.person(person.id), 'They hold nothing that could be handed on.');
  const people = await findPeople(db, { search: '', day: visit.day });
  return page(
    <LeavingView
      frame={visit.frame}
      token={visit.formToken()}
      state={state}
      person={person}
      holdings={holdings}
      people={people.filter((other) => other.id !== person.id)}
    />,
    state.problems === undefined ? 200 : 422,
  );
}
