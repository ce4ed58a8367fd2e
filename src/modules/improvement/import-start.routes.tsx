import type { Db } from '../../platform/db/index.ts';
import { go, page, problem } from '../../platform/web/answer.ts';
import { type FormProblems, formProblem } from '../../platform/web/forms.ts';
import { notAllowed } from '../../platform/web/problem.ts';
import type { WebServer } from '../../platform/web/server.ts';
import type { Visit } from '../../platform/web/visit.ts';
import { actorOf } from './actor.ts';
import { dropImport } from './commands/drop-import.ts';
import { openOrStartImport } from './commands/open-or-start-import.ts';
import { chosenFile, FILE_FIELD } from './forms/import-upload.ts';
import { importPaths } from './paths.ts';
import { mayChangePlans, mayReadPlans } from './permissions.ts';
import { openDrafts } from './queries/open-drafts.ts';
import { readPlanFile } from './read-plan-file.ts';
import { ImportDropPage } from './views/import-drop-page.tsx';
import { ImportStartPage } from './views/import-start-page.tsx';
import { momentInWords } from './views/import-words.ts';
import { cannotHappen, changeDraft, goSaying, visitDraft } from './visit-draft.tsx';

/** Where an import begins, and where one ends without anything stored. */
export function addStartRoutes(server: WebServer, db: Db): void {
  server.route({
    method: 'GET',
    path: '/plan/import',
    access: 'this-machine',
    handler: async (visit) => (mayReadPlans(actorOf(visit)) ? startPage(db, visit) : problem(notAllowed)),
  });

  server.route({
    method: 'POST',
    path: '/plan/import',
    access: 'this-machine',
    handler: async (visit) => {
      const actor = actorOf(visit);
      if (!mayChangePlans(actor)) return problem(notAllowed);
      const file = chosenFile(visit.files);
      if (typeof file === 'string') return startPage(db, visit, formProblem(file, FILE_FIELD));
      // In a process of its own, before any transaction: a hostile file costs neither the server nor a connection.
      const read = await readPlanFile({ fileName: file.fileName, bytes: file.bytes });
      if (read.kind === 'unreadable') return startPage(db, visit, formProblem(read.sentence, FILE_FIELD));
      const begun = await db
        .transaction()
        .execute((tx) => openOrStartImport(tx, actor, { ...read, columns: {} }));
      const review = importPaths.review(begun.draftId);
      return begun.kind === 'started'
        ? go(review)
        : goSaying(
            review,
            `This file was read on ${momentInWords(begun.createdAt)} and is still open. Here it is, as you left it.`,
          );
    },
  });

  server.route({
    method: 'GET',
    path: '/plan/import/:draft/drop',
    access: 'this-machine',
    handler: (visit) =>
      visitDraft(db, visit, (draft) =>
        page(
          <ImportDropPage
            frame={visit.frame}
            token={visit.formToken()}
            draft={draft}
            decisions={draft.choices.length}
          />,
        ),
      ),
  });

  server.route({
    method: 'POST',
    path: '/plan/import/:draft/drop',
    access: 'this-machine',
    handler: (visit) =>
      changeDraft(db, visit, async ({ tx, actor, draft }) => {
        const result = await dropImport(tx, actor, draft.id);
        if (result.kind !== 'dropped') return cannotHappen(result.kind);
        return go(importPaths.start(), `Dropped the import of ${draft.fileName}. Nothing of it was stored.`);
      }),
  });
}

async function startPage(db: Db, visit: Visit, problems?: FormProblems) {
  return page(
    <ImportStartPage
      frame={visit.frame}
      token={visit.formToken()}
      drafts={await openDrafts(db)}
      problems={problems}
    />,
    problems === undefined ? 200 : 422,
  );
}
