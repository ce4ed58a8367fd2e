import type { Db } from '../../platform/db/index.ts';
import { type Answer, download, go, notFound, page } from '../../platform/web/answer.ts';
import { listPage, paginationFor } from '../../platform/web/pagination.ts';
import type { WebServer } from '../../platform/web/server.ts';
import type { Visit } from '../../platform/web/visit.ts';
import { chooseColumns } from './commands/choose-columns.ts';
import { choose } from './commands/choose.ts';
import { applyChoices, newestChoices } from './domain/apply-choices.ts';
import { draftProblems } from './domain/draft-problems.ts';
import { draftRows } from './domain/draft-rows.ts';
import { actionsByRef, targetOf } from './domain/problem-target.ts';
import { changesColumns, readColumns } from './forms/import-columns.ts';
import { ProblemsQuery, readDecisions, RowsQuery } from './forms/import-decisions.ts';
import { readRowChoice } from './forms/import-rows.ts';
import { importPaths } from './paths.ts';
import type { ImportDraft } from './queries/import-draft.ts';
import { type ReviewedDraft, reviewDraft } from './review-draft.ts';
import { actionAnchor } from './views/import-action.tsx';
import { ImportProblems } from './views/import-problems.tsx';
import { ImportReviewPage } from './views/import-review-page.tsx';
import { ImportRows } from './views/import-rows.tsx';
import { counted } from './views/words.ts';
import { cannotHappen, changeDraft, goSaying, visitDraft } from './visit-draft.tsx';

/** As many things as a person decides about before they save. */
const PROBLEMS_A_PAGE = 25;
/** Actions on one page of what was read: a whole priority of a plan like Kent's. */
const ACTIONS_A_PAGE = 30;

/** Checking what was read: the things to look at, and each row beside what is printed. */
export function addReviewRoutes(server: WebServer, db: Db): void {
  server.route({
    method: 'GET',
    path: '/plan/import/:draft',
    access: 'this-machine',
    handler: (visit) =>
      visitDraft(db, visit, async (draft) => {
        const reviewed = await reviewDraft(db, draft);
        return visit.query.has('priority') ? rowsPage(visit, reviewed) : problemsPage(visit, reviewed);
      }),
  });

  server.route({
    method: 'GET',
    path: '/plan/import/:draft/reading.json',
    access: 'this-machine',
    handler: (visit) =>
      visitDraft(db, visit, (draft) =>
        download({
          fileName: `${draft.fileName.replace(/\.[^.]*$/, '')}.reading.json`,
          mediaType: 'application/json; charset=utf-8',
          body: JSON.stringify(applyChoices(draft.reading, draft.choices), null, 2),
        }),
      ),
  });

  server.route({
    method: 'POST',
    path: '/plan/import/:draft/problems',
    access: 'this-machine',
    handler: (visit) =>
      changeDraft(db, visit, async ({ tx, actor, draft }) => {
        const decided = newestChoices(draft.choices);
        const choices = readDecisions(visit.form, draft.reading, decided);
        const back = importPaths.review(draft.id, ProblemsQuery.parse(Object.fromEntries(visit.query)));
        if (choices.length === 0)
          return goSaying(back, 'Nothing to save: choose what to do about at least one of them.');
        const result = await choose(tx, actor, draft.id, choices);
        if (result.kind !== 'chosen') return cannotHappen(result.kind);
        return go(back, `Saved ${counted(choices.length, 'decision')}.`);
      }),
  });

  server.route({
    method: 'POST',
    path: '/plan/import/:draft/rows',
    access: 'this-machine',
    handler: (visit) =>
      changeDraft(db, visit, async ({ tx, actor, draft }) => {
        const said = readRowChoice(visit.form, draft.reading, draft.choices);
        if (said === null) return notFound();
        const result = await choose(tx, actor, draft.id, [said.choice]);
        if (result.kind !== 'chosen') return cannotHappen(result.kind);
        const what =
          said.ordinal === null ? `action ${said.ref}` : `row ${said.ordinal} of action ${said.ref}`;
        const { page: shown } = RowsQuery.parse(Object.fromEntries(visit.query));
        return go(
          `${importPaths.review(draft.id, { priority: said.priority, page: shown })}#${actionAnchor(said.ref)}`,
          said.said === 'dropped' ? `Dropped ${what}. It will not be stored.` : `Put back ${what}.`,
        );
      }),
  });

  server.route({
    method: 'POST',
    path: '/plan/import/:draft/columns',
    access: 'this-machine',
    handler: (visit) =>
      changeDraft(db, visit, async ({ tx, actor, draft }) => {
        const { columns } = draft.reading;
        const chosen = readColumns(visit.form, columns);
        const back = importPaths.review(draft.id);
        if (!changesColumns(chosen, columns))
          return goSaying(back, 'Every column was read as that already, so nothing was read again.');
        const result = await chooseColumns(tx, actor, draft.id, { ...rolesOf(draft), ...chosen });
        switch (result.kind) {
          case 'read-again':
            return go(back, 'The file was read again with the columns as you said.');
          case 'nothing-to-read-again':
            return goSaying(
              back,
              'This is a reading, which has no table to read again. Bring in the document itself.',
            );
          case 'unreadable':
            return goSaying(back, result.sentence);
          case 'already-ended':
          case 'no-such-draft':
            break;
        }
        return cannotHappen(result.kind);
      }),
  });
}

type DraftVisit = Visit<{ readonly draft: string }>;

function problemsPage(visit: DraftVisit, { draft, decided, source, head }: ReviewedDraft): Answer {
  const query = ProblemsQuery.parse(Object.fromEntries(visit.query));
  const { kinds, matching } = draftProblems(draft.reading, decided, {
    kind: query.kind ?? null,
    ref: query.ref ?? null,
    decidedToo: query.show === 'all',
  });
  const place = listPage(visit.query, matching.length, PROBLEMS_A_PAGE);
  const actions = actionsByRef(draft.reading);
  const shown = matching.slice(place.offset, place.offset + place.limit).map((item) => ({
    ...item,
    target: targetOf(item.problem, actions),
    printed: source?.at(item.problem.source) ?? [],
  }));
  const token = visit.formToken();
  return page(
    <ImportReviewPage frame={visit.frame} token={token} head={head} current="problems">
      <ImportProblems
        head={head}
        token={token}
        query={query}
        kinds={kinds}
        shown={shown}
        pages={paginationFor(place, visit.frame.path, visit.query)}
      />
    </ImportReviewPage>,
  );
}

function rowsPage(visit: DraftVisit, { draft, decided, source, head }: ReviewedDraft): Answer {
  const query = RowsQuery.parse(Object.fromEntries(visit.query));
  const part = head.priorities.find(({ number }) => number === query.priority);
  if (part === undefined) return notFound();
  const address = new URLSearchParams({ priority: String(part.number) });
  const asked = query.page ?? pageOfAction(draft, part.number, query.action);
  const place = listPage(new URLSearchParams({ page: String(asked) }), part.actions, ACTIONS_A_PAGE);
  const rows = draftRows(draft.reading, decided, part.number, { number: place.number, size: place.limit });
  if (rows === null) return notFound();
  const token = visit.formToken();
  return page(
    <ImportReviewPage frame={visit.frame} token={token} head={head} current={part.number}>
      <ImportRows
        head={head}
        token={token}
        priority={rows.priority}
        total={rows.total}
        number={place.number}
        pages={paginationFor(place, visit.frame.path, address)}
        outcomes={rows.outcomes.map(({ outcome, actions }) => ({
          outcome,
          actions: actions.map((shown) => ({
            ...shown,
            milestones: shown.milestones.map((row) => ({
              ...row,
              printed: source?.at(row.milestone.source) ?? [],
            })),
            printed: shown.milestones.length === 0 ? (source?.at(shown.action.source) ?? []) : [],
          })),
        }))}
      />
    </ImportReviewPage>,
  );
}

/** The page of a priority on which an action stands; the first where none is named. */
function pageOfAction({ reading }: ImportDraft, priority: number, ref: string | undefined): number {
  if (ref === undefined) return 1;
  const actions = reading.priorities
    .find(({ number }) => number === priority)
    ?.outcomes.flatMap((outcome) => outcome.actions);
  const index = actions?.findIndex((action) => action.ref === ref) ?? -1;
  return Math.floor(Math.max(0, index) / ACTIONS_A_PAGE) + 1;
}

/** What was said of columns before, which still holds where a column is no longer among those read. */
function rolesOf(draft: ImportDraft): Parameters<typeof chooseColumns>[3] {
  return draft.columns as Parameters<typeof chooseColumns>[3];
}
