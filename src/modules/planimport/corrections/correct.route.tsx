import type { Db } from '../../../platform/db/index.ts';
import { type Answer, go, notFound } from '../../../platform/web/answer.ts';
import type { WebServer } from '../../../platform/web/server.ts';
import { needs } from '../../identity/index.ts';
import type { Visit } from '../../../platform/web/visit.ts';
import { choose } from '../draft/choose.ts';
import { actionPage, backFrom, milestonePage, type PlacedRow } from './correct-draft.route.tsx';
import { type Choice, subjectOf } from '../draft/apply-choices.rule.ts';
import {
  choicesOfCorrection,
  draftReferences,
  partsOfAction,
  partsOfMilestone,
} from './draft-corrections.rule.ts';
import { actionsByRef, type PlacedAction } from '../review/problem-target.rule.ts';
import { readActionForm, readMilestoneForm, typedAction, typedMilestone } from './correction.form.ts';
import { refFromPath, mayChangePlans } from '../../improvement/index.ts';
import type { ImportDraft } from '../draft/draft.read.ts';
import {
  cannotHappen,
  changeDraft,
  type DraftChange,
  visitDraftToChange,
} from '../draft/visit-draft.route.tsx';

/** Putting right what was read of an action, or of one of its rows, beside what is printed. */
export function addCorrectionRoutes(server: WebServer, db: Db): void {
  server.route({
    method: 'GET',
    path: '/plan/import/:draft/action/:ref',
    access: needs(mayChangePlans),
    handler: (visit) =>
      visitDraftToChange(db, visit, ({ draft, tx }) => {
        const found = actionOf(draft, visit);
        return found === null
          ? notFound()
          : actionPage({ db: tx, visit, draft, problem: problemOf(draft, visit) }, found);
      }),
  });

  server.route({
    method: 'POST',
    path: '/plan/import/:draft/action/:ref',
    access: needs(mayChangePlans),
    handler: (visit) =>
      changeDraft(db, visit, async (change) => {
        const { draft, tx } = change;
        const found = actionOf(draft, visit);
        if (found === null) return notFound();
        const problem = problemOf(draft, visit);
        const read = readActionForm(visit.form, draftReferences(draft.reading), found.action);
        if (!read.ok)
          return actionPage({ db: tx, visit, draft, problem }, found, {
            typed: typedAction(visit.form),
            problems: read.problems,
          });
        const { action } = found;
        const subject = subjectOf.action(action.ref);
        const choices = choicesOfCorrection(subject, partsOfAction(action), read.value, problem);
        return save(change, choices, `action ${action.ref}`, backFrom({ draft, problem }, found));
      }),
  });

  server.route({
    method: 'GET',
    path: '/plan/import/:draft/action/:ref/milestone/:ordinal',
    access: needs(mayChangePlans),
    handler: (visit) =>
      visitDraftToChange(db, visit, ({ draft, tx }) => {
        const found = rowOf(draft, visit);
        return found === null
          ? notFound()
          : milestonePage({ db: tx, visit, draft, problem: problemOf(draft, visit) }, found);
      }),
  });

  server.route({
    method: 'POST',
    path: '/plan/import/:draft/action/:ref/milestone/:ordinal',
    access: needs(mayChangePlans),
    handler: (visit) =>
      changeDraft(db, visit, async (change) => {
        const { draft, tx } = change;
        const found = rowOf(draft, visit);
        if (found === null) return notFound();
        const problem = problemOf(draft, visit);
        const read = readMilestoneForm(visit.form);
        if (!read.ok)
          return milestonePage({ db: tx, visit, draft, problem }, found, {
            typed: typedMilestone(visit.form),
            problems: read.problems,
          });
        const { action, milestone, ordinal } = found;
        const subject = subjectOf.milestone(action.ref, ordinal);
        const choices = choicesOfCorrection(subject, partsOfMilestone(milestone), read.value, problem);
        return save(
          change,
          choices,
          `row ${ordinal} of action ${action.ref}`,
          backFrom({ draft, problem }, found),
        );
      }),
  });
}

type DraftVisit = Visit<{ readonly draft: string; readonly ref: string }>;
type RowVisit = Visit<{ readonly draft: string; readonly ref: string; readonly ordinal: string }>;

function actionOf(draft: ImportDraft, visit: DraftVisit): PlacedAction | null {
  return actionsByRef(draft.reading).get(refFromPath(visit.params.ref)) ?? null;
}

function rowOf(draft: ImportDraft, visit: RowVisit): PlacedRow | null {
  const found = actionOf(draft, visit);
  const ordinal = Number(visit.params.ordinal);
  const milestone = found?.action.milestones[ordinal - 1];
  return found === null || milestone === undefined ? null : { ...found, milestone, ordinal };
}

/** The problem the reader came from, where the address names one that there is. */
function problemOf(draft: ImportDraft, visit: DraftVisit): number | null {
  const named = visit.query.get('problem');
  const index = named === null || !/^\d{1,7}$/.test(named) ? Number.NaN : Number(named);
  return draft.reading.problems[index] === undefined ? null : index;
}

async function save(
  { tx, actor, draft }: DraftChange,
  choices: readonly Choice[],
  what: string,
  back: string,
): Promise<Answer> {
  const result = await choose(tx, actor, draft.id, choices);
  if (result.kind !== 'chosen') return cannotHappen(result.kind);
  const corrected = choices[0]?.choice === 'correct';
  return go(back, corrected ? `Corrected ${what}.` : `Took ${what} as it was read.`);
}
