import type { Db } from '../../../platform/db/index.ts';
import { go, page, goSaying } from '../../../platform/web/answer.ts';
import { type FormProblems, formProblem } from '../../../platform/web/forms.ts';
import type { WebServer } from '../../../platform/web/server.ts';
import type { Visit } from '../../../platform/web/visit.ts';
import { actFor, askerOf, needs } from '../../identity/index.ts';
import { dropImport } from './drop-import.ts';
import { openOrStartImport } from './open-or-start-import.ts';
import { chosenFile, FILE_FIELD } from './upload.form.ts';
import { importPaths } from '../paths.ts';
import { mayChangePlans } from '../../improvement/index.ts';
import { openDrafts } from './open-drafts.query.ts';
import { readPlanFile } from '../reading/read-plan-file.port.ts';
import { ImportDropPage } from './drop-page.view.tsx';
import { ImportStartPage } from './start-page.view.tsx';
import { momentInWords } from '../../../platform/time/moment-words.ts';
import { cannotHappen, changeDraft, visitDraftToChange } from '../draft/visit-draft.route.tsx';

/** Where an import begins, and where one ends without anything stored. */
export function addStartRoutes(server: WebServer, db: Db): void {
  server.route({
    method: 'GET',
    path: '/plan/import',
    access: needs(mayChangePlans),
    handler: async (visit) => startPage(db, visit),
  });

  server.route({
    method: 'POST',
    path: '/plan/import',
    access: needs(mayChangePlans),
    handler: async (visit) => {
      const actor = askerOf(visit);
      const file = chosenFile(visit.files);
      if (typeof file === 'string') return startPage(db, visit, formProblem(file, FILE_FIELD));
      // In a process of its own, before any transaction: a hostile file costs neither the server nor a connection.
      const read = await readPlanFile({ fileName: file.fileName, bytes: file.bytes });
      if (read.kind === 'unreadable') return startPage(db, visit, formProblem(read.sentence, FILE_FIELD));
      const begun = await actFor(db, actor, (tx) => openOrStartImport(tx, actor, { ...read, columns: {} }));
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
    access: needs(mayChangePlans),
    handler: (visit) =>
      visitDraftToChange(db, visit, ({ draft }) =>
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
    access: needs(mayChangePlans),
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
      drafts={await actFor(db, askerOf(visit), openDrafts)}
      problems={problems}
    />,
    problems === undefined ? 200 : 422,
  );
}
