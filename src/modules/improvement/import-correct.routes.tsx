import type { Db, Tx } from '../../platform/db/index.ts';
import { formatDayOrMonth } from '../../platform/time/plain-day.ts';
import { type Answer, go, notFound, page } from '../../platform/web/answer.ts';
import type { WebServer } from '../../platform/web/server.ts';
import type { Visit } from '../../platform/web/visit.ts';
import { choose } from './commands/choose.ts';
import {
  type Choice,
  correctedAction,
  correctedMilestone,
  newestChoices,
  subjectOf,
} from './domain/apply-choices.ts';
import {
  choicesOfCorrection,
  draftReferences,
  partsOfAction,
  partsOfMilestone,
} from './domain/draft-corrections.ts';
import { actionsByRef, type PlacedAction, targetOf } from './domain/problem-target.ts';
import {
  readActionForm,
  readMilestoneForm,
  type TypedAction,
  typedAction,
  type TypedMilestone,
  typedMilestone,
} from './forms/import-correction.ts';
import type { FieldError } from './forms/import-form.ts';
import { importPaths, refFromPath } from './paths.ts';
import { draftSource, type ImportDraft } from './queries/import-draft.ts';
import type { Action, Milestone, Source } from './reading/plan-reading.ts';
import { actionAnchor } from './views/import-action.tsx';
import type { CorrectionPage } from './views/import-correction-page.tsx';
import { ImportCorrectAction } from './views/import-correct-action.tsx';
import { ImportCorrectMilestone } from './views/import-correct-milestone.tsx';
import { cannotHappen, changeDraft, type DraftChange, visitDraft } from './visit-draft.tsx';

/** Putting right what was read of an action, or of one of its rows, beside what is printed. */
export function addCorrectionRoutes(server: WebServer, db: Db): void {
  server.route({
    method: 'GET',
    path: '/plan/import/:draft/action/:ref',
    access: 'this-machine',
    handler: (visit) =>
      visitDraft(db, visit, (draft) => {
        const found = actionOf(draft, visit);
        return found === null
          ? notFound()
          : actionPage(db, visit, draft, found, shownAction(draft, found.action), []);
      }),
  });

  server.route({
    method: 'POST',
    path: '/plan/import/:draft/action/:ref',
    access: 'this-machine',
    handler: (visit) =>
      changeDraft(db, visit, async (change) => {
        const { draft } = change;
        const found = actionOf(draft, visit);
        if (found === null) return notFound();
        const typed = typedAction(visit.form);
        const read = readActionForm(typed, draftReferences(draft.reading), found.action);
        if (read.kind === 'wrong') return actionPage(change.tx, visit, draft, found, typed, read.errors);
        const { ref } = found.action;
        return save(change, visit, found, {
          what: `action ${ref}`,
          choices: choicesOfCorrection(
            subjectOf.action(ref),
            partsOfAction(found.action),
            read.values,
            problemOf(draft, visit),
          ),
        });
      }),
  });

  server.route({
    method: 'GET',
    path: '/plan/import/:draft/action/:ref/milestone/:ordinal',
    access: 'this-machine',
    handler: (visit) =>
      visitDraft(db, visit, (draft) => {
        const found = rowOf(draft, visit);
        return found === null
          ? notFound()
          : milestonePage(db, visit, draft, found, shownMilestone(draft, found), []);
      }),
  });

  server.route({
    method: 'POST',
    path: '/plan/import/:draft/action/:ref/milestone/:ordinal',
    access: 'this-machine',
    handler: (visit) =>
      changeDraft(db, visit, async (change) => {
        const { draft } = change;
        const found = rowOf(draft, visit);
        if (found === null) return notFound();
        const typed = typedMilestone(visit.form);
        const read = readMilestoneForm(typed);
        if (read.kind === 'wrong') return milestonePage(change.tx, visit, draft, found, typed, read.errors);
        const { ref } = found.action;
        return save(change, visit, found, {
          what: `row ${found.ordinal} of action ${ref}`,
          choices: choicesOfCorrection(
            subjectOf.milestone(ref, found.ordinal),
            partsOfMilestone(found.milestone),
            read.values,
            problemOf(draft, visit),
          ),
        });
      }),
  });
}

type DraftVisit = Visit<{ readonly draft: string; readonly ref: string }>;
type RowVisit = Visit<{ readonly draft: string; readonly ref: string; readonly ordinal: string }>;

/** A row of a draft, in its action. */
interface PlacedRow extends PlacedAction {
  readonly milestone: Milestone;
  readonly ordinal: number;
}

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

/** Where the reader goes when they are done: to the things to look at, if they came from there, or to the row. */
function backOf(draft: ImportDraft, visit: DraftVisit, { action, priority }: PlacedAction): string {
  return problemOf(draft, visit) === null
    ? `${importPaths.review(draft.id, { priority, action: action.ref })}#${actionAnchor(action.ref)}`
    : importPaths.review(draft.id);
}

async function save(
  { tx, actor, draft }: DraftChange,
  visit: DraftVisit,
  found: PlacedAction,
  saved: { readonly what: string; readonly choices: readonly Choice[] },
): Promise<Answer> {
  const result = await choose(tx, actor, draft.id, saved.choices);
  if (result.kind !== 'chosen') return cannotHappen(result.kind);
  const corrected = saved.choices[0]?.choice === 'correct';
  return go(
    backOf(draft, visit, found),
    corrected ? `Corrected ${saved.what}.` : `Took ${saved.what} as it was read.`,
  );
}

async function actionPage(
  db: Db | Tx,
  visit: DraftVisit,
  draft: ImportDraft,
  found: PlacedAction,
  typed: TypedAction,
  errors: readonly FieldError[],
): Promise<Answer> {
  const { action } = found;
  const common = await commonOf(db, visit, draft, found, errors, {
    path: importPaths.action(draft.id, action.ref, { problem: problemOf(draft, visit) }),
    sources: [action.source, ...action.milestones.map(({ source }) => source)],
    ordinal: null,
  });
  return page(
    <ImportCorrectAction
      {...common}
      actionRef={action.ref}
      typed={typed}
      codes={[...draftReferences(draft.reading).codes]}
      rows={action.milestones.length}
    />,
    errors.length === 0 ? 200 : 422,
  );
}

async function milestonePage(
  db: Db | Tx,
  visit: DraftVisit,
  draft: ImportDraft,
  found: PlacedRow,
  typed: TypedMilestone,
  errors: readonly FieldError[],
): Promise<Answer> {
  const { action, milestone, ordinal } = found;
  const common = await commonOf(db, visit, draft, found, errors, {
    path: importPaths.milestone(draft.id, action.ref, ordinal, { problem: problemOf(draft, visit) }),
    sources: [milestone.source],
    ordinal,
  });
  return page(
    <ImportCorrectMilestone
      {...common}
      actionRef={action.ref}
      actionText={correctedAction(action, newestChoices(draft.choices)).text}
      ordinal={ordinal}
      typed={typed}
    />,
    errors.length === 0 ? 200 : 422,
  );
}

async function commonOf(
  db: Db | Tx,
  visit: DraftVisit,
  draft: ImportDraft,
  found: PlacedAction,
  errors: readonly FieldError[],
  about: { readonly path: string; readonly sources: readonly Source[]; readonly ordinal: number | null },
): Promise<CorrectionPage> {
  const source = await draftSource(db, draft.id);
  const actions = actionsByRef(draft.reading);
  const printed = about.sources.flatMap((place) => source?.at(place) ?? []);
  return {
    frame: visit.frame,
    token: visit.formToken(),
    draftId: draft.id,
    readingKey: draft.readingKey,
    fileName: draft.fileName,
    problems: draft.reading.problems.filter((problem) => {
      if (problem.ref !== found.action.ref) return false;
      const target = targetOf(problem, actions);
      return about.ordinal === null || (target?.kind === 'milestone' && target.ordinal === about.ordinal);
    }),
    printed: [...new Set(printed)],
    errors,
    back: backOf(draft, visit, found),
    path: about.path,
  };
}

/** What stands in the form before anything is typed: the newest correction, or what was read. */
function shownAction(draft: ImportDraft, action: Action): TypedAction {
  const now = correctedAction(action, newestChoices(draft.choices));
  return {
    text: now.text,
    tags: now.tags.join(', '),
    crossReferences: now.crossReferences.join(', '),
    jointWith: now.jointWith.join('\n'),
  };
}

function shownMilestone(draft: ImportDraft, { action, milestone, ordinal }: PlacedRow): TypedMilestone {
  const choice = newestChoices(draft.choices).get(subjectOf.milestone(action.ref, ordinal));
  const now = correctedMilestone(milestone, choice);
  return {
    start: now.start === null ? '' : formatDayOrMonth(now.start),
    end: now.end === null ? '' : formatDayOrMonth(now.end),
    completed: now.status === 'completed',
    leads: now.leads.join('\n'),
    measures: now.measures.join('\n'),
  };
}
