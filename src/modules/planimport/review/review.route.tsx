import type { Db } from '../../../platform/db/index.ts';
import { download, go, notFound, goSaying } from '../../../platform/web/answer.ts';
import type { WebServer } from '../../../platform/web/server.ts';
import { actFor, askerOf, needs } from '../../identity/index.ts';
import { chooseColumns, type ColumnsToChoose } from '../columns/choose-columns.ts';
import { choose } from '../draft/choose.ts';
import { applyChoices, newestChoices } from '../draft/apply-choices.rule.ts';
import { changesColumns, readColumns } from '../columns/columns.form.ts';
import { ProblemsQuery, readDecisions, RowsQuery } from './decisions.form.ts';
import { readRowChoice } from './rows.form.ts';
import { importPaths } from '../paths.ts';
import { mayAskForDrafts } from '../permissions.ts';
import { mayChangePlans } from '../../improvement/index.ts';
import { draftDocument, type ImportDraft } from '../draft/draft.read.ts';
import { readPlanApart } from '../reading/read-plan-apart.port.ts';
import { reviewDraft } from './review-draft.route.ts';
import { partPage } from './review-pages.route.tsx';
import { actionAnchor } from './action.view.tsx';
import { counted } from '../../../platform/counted.ts';
import { cannotHappen, changeDraft, prepareChange, visitDraft } from '../draft/visit-draft.route.tsx';

/** Checking what was read: the things to look at, and each row beside what is printed. */
export function addReviewRoutes(server: WebServer, db: Db): void {
  server.route({
    method: 'GET',
    path: '/plan/import/:draft',
    access: needs(mayAskForDrafts),
    handler: (visit) =>
      visitDraft(db, visit, async (look) => {
        const reviewed = await reviewDraft(look);
        return partPage(visit, reviewed);
      }),
  });

  server.route({
    method: 'GET',
    path: '/plan/import/:draft/reading.json',
    access: needs(mayAskForDrafts),
    handler: (visit) =>
      visit.costly(() =>
        visitDraft(db, visit, ({ draft }) =>
          download({
            fileName: `${draft.fileName.replace(/\.[^.]*$/, '')}.reading.json`,
            mediaType: 'application/json; charset=utf-8',
            body: JSON.stringify(applyChoices(draft.reading, draft.choices), null, 2),
          }),
        ),
      ),
  });

  server.route({
    method: 'POST',
    path: '/plan/import/:draft/problems',
    access: needs(mayChangePlans),
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
    access: needs(mayChangePlans),
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
    access: needs(mayChangePlans),
    handler: (visit) =>
      prepareChange(db, visit, async (draft) => {
        const chosen = readColumns(visit.form, draft.reading.columns);
        const back = importPaths.review(draft.id);
        if (!changesColumns(chosen, draft.reading.columns))
          return goSaying(back, 'Every column was read as that already, so nothing was read again.');
        const document = await actFor(db, askerOf(visit), (tx) => draftDocument(tx, draft.id));
        if (document === null)
          return goSaying(
            back,
            'This is a reading, which has no table to read again. Bring in the document itself.',
          );
        const columns = { ...rolesOf(draft), ...chosen };
        const read = await readPlanApart({ fileName: draft.fileName, document, columns });
        if (read.kind === 'unreadable') return goSaying(back, read.sentence);
        return changeDraft(db, visit, async ({ tx, actor }) => {
          const result = await chooseColumns(tx, actor, draft.id, { columns, reading: read.reading });
          return result.kind === 'read-again'
            ? go(back, 'The file was read again with the columns as you said.')
            : cannotHappen(result.kind);
        });
      }),
  });
}

/** What was said of columns before, which still holds where a column is no longer among those read. */
function rolesOf(draft: ImportDraft): ColumnsToChoose['columns'] {
  return draft.columns as ColumnsToChoose['columns'];
}
