import type { Db } from '../../../platform/db/index.ts';
import { type Answer, go, notFound, page, goSaying } from '../../../platform/web/answer.ts';
import { formProblem, readForm, dayProblem } from '../../../platform/web/forms.ts';
import type { WebServer } from '../../../platform/web/server.ts';
import type { Visit } from '../../../platform/web/visit.ts';
import { change, show } from '../asking/change.route.ts';
import { appoint } from '../holdings/appoint.ts';
import {
  type ChangeHolding,
  correctHolding,
  endHolding,
  withdrawHolding,
} from '../holdings/change-holding.ts';
import { AppointForm, CorrectForm, EndForm, endingOf, formOfHolding, HOLDING_DAYS } from './holding.form.ts';
import { idFromPath, identityPaths } from '../paths.ts';
import { needs } from '../asking/permission.rule.ts';
import { mayChangePeople } from '../permissions.ts';
import { holdingToChange } from './holding-to-change.query.ts';
import { findPeople } from '../people/list-people.read.ts';
import { type NamedHolding, postPage } from './post-page.query.ts';
import { namesOn } from '../names/read-names.read.ts';
import { refusalInWords } from '../holdings/refusal.query.ts';
import type { FormState } from '../../../platform/web/form-fields.tsx';
import { AppointView, CorrectHoldingView, EndHoldingView } from './holding-forms.view.tsx';

const MEANWHILE = 'Somebody changed this holding after the page was shown. This is what is recorded now.';

/** Appointing somebody, ending a holding, correcting one. */
export function addHoldingRoutes(server: WebServer, db: Db): void {
  server.route({
    method: 'GET',
    path: '/posts/:post/appoint',
    access: needs(mayChangePeople),
    handler: (visit) =>
      show(visit, mayChangePeople, () => appointPage(db, visit, { form: { manner: 'substantive' } })),
  });

  server.route({
    method: 'POST',
    path: '/posts/:post/appoint',
    access: needs(mayChangePeople),
    handler: (visit) =>
      change(db, visit, mayChangePeople, async (tx, actor) => {
        const postId = idFromPath(visit.params.post);
        if (postId === null) return notFound();
        const { form } = visit;
        const read = readForm(AppointForm, form, { days: HOLDING_DAYS });
        if (!read.ok) return appointPage(tx, visit, { form, problems: read.problems });
        const { person: personId, since, until, statedOn, source, manner, jobShare } = read.value;
        const result = await appoint(tx, actor, {
          postId,
          personId,
          manner,
          jobShare,
          begins: { since, statedOn, source },
          ends: endingOf(until, null, source),
        });
        switch (result.kind) {
          case 'appointed': {
            const nameOf = await namesOn(tx, [personId], visit.day);
            return go(identityPaths.post(postId), `Recorded ${nameOf(personId)} in this post.`);
          }
          case 'refused': {
            const sentence = await refusalInWords(tx, result, visit.day);
            const problems =
              result.problem.kind === 'ends-before-it-begins'
                ? dayProblem(sentence, 'until')
                : formProblem(sentence, 'person');
            return appointPage(tx, visit, { form, problems });
          }
          case 'no-such-person':
            return appointPage(tx, visit, {
              form,
              problems: formProblem('Choose who is appointed', 'person'),
            });
          case 'no-such-post':
            break;
        }
        return notFound();
      }),
  });

  server.route({
    method: 'GET',
    path: '/holdings/:holding/end',
    access: needs(mayChangePeople),
    handler: (visit) =>
      show(visit, mayChangePeople, () =>
        changePage(db, visit, (holding) => ({ form: {}, view: EndHoldingView, holding })),
      ),
  });

  server.route({
    method: 'POST',
    path: '/holdings/:holding/end',
    access: needs(mayChangePeople),
    handler: (visit) =>
      change(db, visit, mayChangePeople, async (tx, actor) => {
        const holding = await holdingOf(tx, visit);
        if (holding === null) return notFound();
        const { form } = visit;
        const again = (state: FormState) => formPage(visit, EndHoldingView, holding, state);
        const read = readForm(EndForm, form, { days: HOLDING_DAYS });
        if (!read.ok) return again({ form, problems: read.problems });
        const { until, statedOn, source } = read.value;
        const ends = { until, statedOn: until === null ? statedOn : null, source };
        const result = await endHolding(tx, actor, holding.id, ends);
        return answerTo(tx, visit, holding, result, again, 'Recorded the end.');
      }),
  });

  server.route({
    method: 'GET',
    path: '/holdings/:holding/correct',
    access: needs(mayChangePeople),
    handler: (visit) =>
      show(visit, mayChangePeople, () =>
        changePage(db, visit, (holding) => ({
          form: formOfHolding(holding),
          view: CorrectHoldingView,
          holding,
        })),
      ),
  });

  server.route({
    method: 'POST',
    path: '/holdings/:holding/correct',
    access: needs(mayChangePeople),
    handler: (visit) =>
      change(db, visit, mayChangePeople, async (tx, actor) => {
        const holding = await holdingOf(tx, visit);
        if (holding === null) return notFound();
        const { form } = visit;
        const again = (state: FormState) => formPage(visit, CorrectHoldingView, holding, state);
        const read = readForm(CorrectForm, form, { days: HOLDING_DAYS });
        if (!read.ok) return again({ form, problems: read.problems });
        const { value } = read;
        if (value.what === 'withdraw') {
          const result = await withdrawHolding(tx, actor, holding.id, value.reason);
          return answerTo(tx, visit, holding, result, again, 'Taken out. It is kept, with your reason.');
        }
        const { since, until, overBy, statedOn, source, endSource, manner, jobShare, reason } = value;
        const result = await correctHolding(tx, actor, holding.id, {
          manner,
          jobShare,
          reason,
          begins: { since, statedOn, source },
          ends: endingOf(until, overBy, endSource ?? source),
        });
        return answerTo(
          tx,
          visit,
          holding,
          result,
          again,
          'Saved the correction. What was recorded is kept.',
        );
      }),
  });
}

type HoldingVisit = Visit<{ readonly holding: string }>;
type HoldingForm = typeof EndHoldingView;

async function holdingOf(db: Db, visit: HoldingVisit): Promise<NamedHolding | null> {
  const id = idFromPath(visit.params.holding);
  return id === null ? null : holdingToChange(db, id, visit.day);
}

/** A form about a holding that counts still; one that was changed meanwhile leads to its post. */
async function changePage(
  db: Db,
  visit: HoldingVisit,
  form: (holding: NamedHolding) => FormState & { readonly view: HoldingForm; readonly holding: NamedHolding },
): Promise<Answer> {
  const holding = await holdingOf(db, visit);
  if (holding === null) return notFound();
  if (holding.isReplaced || holding.change === 'withdrawn')
    return goSaying(identityPaths.post(holding.postId), MEANWHILE);
  const { view, ...state } = form(holding);
  return formPage(visit, view, holding, state);
}

function formPage(visit: HoldingVisit, View: HoldingForm, holding: NamedHolding, state: FormState): Answer {
  return page(
    <View frame={visit.frame} token={visit.formToken()} holding={holding} state={state} />,
    state.problems === undefined ? 200 : 422,
  );
}

async function answerTo(
  db: Db,
  visit: HoldingVisit,
  holding: NamedHolding,
  result: ChangeHolding,
  again: (state: FormState) => Answer,
  done: string,
): Promise<Answer> {
  const post = identityPaths.post(holding.postId);
  switch (result.kind) {
    case 'changed':
      return go(post, done);
    case 'nothing-changed':
      return goSaying(post, 'Nothing changed: it is recorded so already.');
    case 'changed-meanwhile':
      return goSaying(post, MEANWHILE);
    case 'refused': {
      const sentence = await refusalInWords(db, result, visit.day);
      const field = result.problem.kind === 'ends-before-it-begins' ? 'until' : 'since';
      return again({ form: visit.form, problems: dayProblem(sentence, field) });
    }
    case 'no-such-holding':
      break;
  }
  return notFound();
}

async function appointPage(
  db: Db,
  visit: Visit<{ readonly post: string }>,
  state: FormState,
): Promise<Answer> {
  const id = idFromPath(visit.params.post);
  const post = id === null ? null : await postPage(db, id, visit.day);
  if (post === null) return notFound();
  return page(
    <AppointView
      frame={visit.frame}
      token={visit.formToken()}
      state={state}
      post={post}
      people={await findPeople(db, { search: '', day: visit.day })}
    />,
    state.problems === undefined ? 200 : 422,
  );
}
