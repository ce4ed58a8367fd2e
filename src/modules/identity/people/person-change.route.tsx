import type { Db } from '../../../platform/db/index.ts';
import { type Answer, go, notFound, page, goSaying } from '../../../platform/web/answer.ts';
import type { Form } from '../../../platform/web/form-body.ts';
import { formProblem, readForm, dayProblem } from '../../../platform/web/forms.ts';
import type { WebServer } from '../../../platform/web/server.ts';
import type { Visit } from '../../../platform/web/visit.ts';
import { change, show } from '../asking/change.route.ts';
import { addPerson } from './add-person.ts';
import { type JudgePeople, judgePeople } from '../same-person/judge-people.ts';
import { namePerson } from '../names/name-person.ts';
import { printName } from '../names/print-name.rule.ts';
import { JudgementForm } from '../same-person/judgement.form.ts';
import { AddPersonForm, formOfName, NameForm, nameAndSource } from '../names/name.form.ts';
import type { FindFurtherFacts } from './further-facts.shape.ts';
import type { FurtherPage } from './further-page.rule.ts';
import { idFromPath, identityPaths } from '../paths.ts';
import { needs } from '../asking/permission.rule.ts';
import { mayChangePeople, mayJudgePeople } from '../permissions.ts';
import { lookAlikes } from '../same-person/look-alikes.read.ts';
import { personPage } from './person-page.query.ts';
import { namesOn } from '../names/read-names.read.ts';
import { showPerson } from './show-person.route.tsx';
import type { FormState } from '../../../platform/web/form-fields.tsx';
import { AddPersonView, NamePersonView } from './person-forms.view.tsx';
import { reasonId } from './same-or-not.view.tsx';

/** Adding a person, changing or correcting a name, and saying who is the same as whom. */
export function addPersonChangeRoutes(
  server: WebServer,
  db: Db,
  further: readonly FurtherPage[],
  findFacts: readonly FindFurtherFacts[],
): void {
  server.route({
    method: 'GET',
    path: '/people/new',
    access: needs(mayChangePeople),
    handler: (visit) => show(visit, mayChangePeople, async () => addPage(visit, { form: {} })),
  });

  server.route({
    method: 'POST',
    path: '/people/new',
    access: needs(mayChangePeople),
    handler: (visit) =>
      change(db, visit, mayChangePeople, async (tx, actor) => {
        const { form } = visit;
        const read = readForm(AddPersonForm, form);
        if (!read.ok) return addPage(visit, { form, problems: read.problems });
        const id = await addPerson(tx, actor, read.value);
        const alike = (await lookAlikes(tx, id)).length;
        const name = printName(read.value.name, 'full');
        return go(
          identityPaths.person(id),
          alike === 0
            ? `Added ${name}.`
            : `Added ${name}. Look below: ${alike === 1 ? 'another record looks' : `${alike} other records look`} alike.`,
        );
      }),
  });

  server.route({
    method: 'GET',
    path: '/people/:person/name',
    access: needs(mayChangePeople),
    handler: (visit) => show(visit, mayChangePeople, () => namePage(db, visit)),
  });

  server.route({
    method: 'POST',
    path: '/people/:person/name',
    access: needs(mayChangePeople),
    handler: (visit) =>
      change(db, visit, mayChangePeople, async (tx, actor) => {
        const personId = idFromPath(visit.params.person);
        if (personId === null) return notFound();
        const { form } = visit;
        const read = readForm(NameForm, form, { days: ['from'] });
        if (!read.ok) return namePage(tx, visit, { form, problems: read.problems });
        const { value } = read;
        const result = await namePerson(tx, actor, {
          personId,
          ...nameAndSource(value),
          change:
            value.change === 'from-a-day'
              ? { kind: 'from-a-day', day: value.from }
              : { kind: 'correction', asAt: visit.day, reason: value.reason },
        });
        switch (result.kind) {
          case 'named':
            return go(identityPaths.person(personId), 'Saved the name. The one before is kept.');
          case 'nothing-changed':
            return goSaying(
              identityPaths.person(personId),
              'Nothing changed: the name is recorded so already.',
            );
          case 'named-from-that-day':
            return namePage(tx, visit, {
              form,
              problems: dayProblem(
                'Another name is theirs from that very day. Choose another day, or say that it was recorded wrongly',
                'from',
              ),
            });
          case 'no-such-person':
            break;
        }
        return notFound();
      }),
  });

  server.route({
    method: 'POST',
    path: '/people/:person/same-as/:other',
    access: needs(mayJudgePeople),
    handler: (visit) =>
      change(db, visit, mayJudgePeople, async (tx, actor) => {
        const [personId, otherId] = [idFromPath(visit.params.person), idFromPath(visit.params.other)];
        if (personId === null || otherId === null || personId === otherId) return notFound();
        const read = readForm(JudgementForm, visit.form, {
          ids: { reason: reasonId(otherId), verdict: reasonId(otherId) },
        });
        if (!read.ok)
          return showPerson(
            { db: tx, further, findFacts },
            visit,
            { form: visit.form, otherId, problems: read.problems },
            422,
          );
        const result = await judgePeople(tx, actor, { personId, otherId, ...read.value });
        if (result.kind === 'no-such-person') return notFound();
        if (result.kind === 'kept-apart' || result.kind === 'joined') {
          const nameOf = await namesOn(
            tx,
            result.kind === 'joined' ? [personId, otherId] : [result.personId, result.otherId],
            visit.day,
          );
          const problems = formProblem(whyNot(result, nameOf), reasonId(otherId));
          return showPerson(
            { db: tx, further, findFacts },
            visit,
            { form: visit.form, otherId, problems },
            422,
          );
        }
        const said = {
          same: 'Joined the two records. Both are kept, and you can take it back.',
          different: 'Noted that these are two people.',
          open: 'Taken back. The two records stand apart again.',
        }[read.value.verdict];
        return result.kind === 'judged'
          ? go(identityPaths.person(personId), said)
          : goSaying(identityPaths.person(personId), 'Nothing changed: that was decided already.');
      }),
  });
}

function whyNot(
  result: Extract<JudgePeople, { kind: 'kept-apart' | 'joined' }>,
  nameOf: (id: number) => string,
): string {
  return result.kind === 'joined'
    ? 'The two are joined by way of another record. Take that back first'
    : `Somebody found that ${nameOf(result.personId)} and ${nameOf(result.otherId)} are two people. Take that back first`;
}

function addPage(visit: Visit, state: FormState): Answer {
  return page(
    <AddPersonView frame={visit.frame} token={visit.formToken()} state={state} />,
    state.problems === undefined ? 200 : 422,
  );
}

async function namePage(
  db: Db,
  visit: Visit<{ readonly person: string }>,
  state?: FormState,
): Promise<Answer> {
  const id = idFromPath(visit.params.person);
  const person = id === null ? null : await personPage(db, id, visit.day);
  if (person === null) return notFound();
  const opened: Form = formOfName(person.currentName);
  return page(
    <NamePersonView
      frame={visit.frame}
      token={visit.formToken()}
      state={state ?? { form: opened }}
      person={person}
    />,
    state === undefined ? 200 : 422,
  );
}
