import type { Db } from '../../../platform/db/index.ts';
import { formatDay } from '../../../platform/time/plain-day.ts';
import { type Answer, go, goSaying } from '../../../platform/web/answer.ts';
import { type FormProblems, formProblem, dayProblem } from '../../../platform/web/forms.ts';
import type { WebServer } from '../../../platform/web/server.ts';
import { needs } from '../../identity/index.ts';
import { acceptPage, untypedAcceptance } from './accept-draft.route.tsx';
import { type AcceptPlan, acceptPlan } from './accept-plan.ts';
import { NEW_PLAN, readAcceptance, typedAcceptance } from './acceptance.form.ts';
import { planPaths, listPlans, mayChangePlans } from '../../improvement/index.ts';
import { counted } from '../../../platform/counted.ts';
import { cannotHappen, changeDraft, visitDraftToChange } from '../draft/visit-draft.route.tsx';

/** The last look at a draft, and its acceptance as a new plan or as a later version of one. */
export function addAcceptRoutes(server: WebServer, db: Db): void {
  server.route({
    method: 'GET',
    path: '/plan/import/:draft/accept',
    access: needs(mayChangePlans),
    handler: (visit) =>
      visitDraftToChange(db, visit, async ({ draft, tx }) => {
        const plans = await listPlans(tx);
        const asked = visit.query.get('plan');
        const same = plans.find(({ title }) => title === draft.reading.title);
        const chosen = asked === null ? same : plans.find(({ slug }) => slug === asked);
        return acceptPage(tx, visit, draft, { ...untypedAcceptance(draft), plan: chosen?.slug ?? NEW_PLAN });
      }),
  });

  server.route({
    method: 'POST',
    path: '/plan/import/:draft/accept',
    access: needs(mayChangePlans),
    handler: (visit) =>
      changeDraft(db, visit, async ({ tx, actor, draft }) => {
        const typed = typedAcceptance(visit.form);
        const again: Again = (wrong, status, plan = typed.plan) =>
          acceptPage(tx, visit, draft, { ...typed, plan }, wrong, status);
        const read = readAcceptance(visit.form);
        if (!read.ok) return again(read.problems);
        if (typed.decisions !== String(draft.choices.length))
          return again(formProblem(DECIDED_MEANWHILE), 409);
        const result = await acceptPlan(tx, actor, { ...read.value, draftId: draft.id });
        return answerTo(result, draft.fileName, again);
      }),
  });
}

/** Shows the page again, with what is to be put right, perhaps about another plan than the one that was chosen. */
type Again = (wrong: FormProblems, status?: 409 | 422, plan?: string) => Promise<Answer>;

const DECIDED_MEANWHILE =
  'Somebody decided about this import while you had the page open. Look at what will be stored now, and accept it again.';

/** Each way an acceptance can end, as the person is told. */
async function answerTo(result: AcceptPlan, fileName: string, again: Again): Promise<Answer> {
  switch (result.kind) {
    case 'accepted':
      return go(
        planPaths(result.slug, null).home(),
        `Accepted ${counted(result.actions, 'action')} as version ${result.version}, from ${fileName}.`,
      );
    case 'nothing-changed':
      return goSaying(
        planPaths(result.slug, null).home(),
        `Nothing changed: version ${result.version} says the same as ${fileName}.`,
      );
    case 'plan-has-moved-on':
      return again(formProblem(movedOn(result.version)), 409, result.slug);
    case 'title-taken':
      return again(
        formProblem(
          'There is a plan of nearly that name, and both would have one address. Choose another name, or bring this in as a later version of it',
          'title',
        ),
      );
    case 'earlier-than-current':
      return again(
        dayProblem(
          `The version before it is in force from ${formatDay(result.inForceFrom)}. Enter that day or a later one`,
          'inForceFrom',
        ),
      );
    case 'opens-before-in-force':
      return again(dayProblem(OPENS_TOO_SOON, 'opensOn'));
    case 'nothing-to-accept':
      return again(
        formProblem('Every action was dropped, so there is nothing to accept. Put back those to keep.'),
      );
    case 'no-such-plan':
      return again(
        formProblem('There is no such plan any more. Choose another, or accept this as a new plan.'),
        422,
        NEW_PLAN,
      );
    case 'already-ended':
    case 'no-such-draft':
      break;
  }
  return cannotHappen(result.kind);
}

function movedOn(version: number): string {
  return `Version ${version} of this plan was accepted while you had the page open, or was there before. Look at what would change of it, and accept again.`;
}

const OPENS_TOO_SOON =
  'The day its pages open at must be the day from which this is the plan, or a later one. Before it there is nothing to show';
