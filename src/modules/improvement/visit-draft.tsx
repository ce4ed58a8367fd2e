import type { Db, Tx } from '../../platform/db/index.ts';
import { type Answer, notFound, page, problem } from '../../platform/web/answer.ts';
import { valueOf } from '../../platform/web/form-body.ts';
import { notAllowed } from '../../platform/web/problem.ts';
import type { Visit } from '../../platform/web/visit.ts';
import type { Actor } from '../audit/index.ts';
import { actorOf } from './actor.ts';
import { mayChangePlans, mayReadPlans } from './permissions.ts';
import { draftForChange, importDraft, type ImportDraft } from './queries/import-draft.ts';
import { ImportEndedPage } from './views/import-ended-page.tsx';
import { READING_FIELD } from './views/import-fields.tsx';
import { ImportReadAgainPage } from './views/import-read-again-page.tsx';

type DraftVisit = Visit<{ readonly draft: string }>;

/** Finds a draft that is open and hands it to the page; says what became of one that is over. */
export async function visitDraft(
  db: Db,
  visit: DraftVisit,
  show: (draft: ImportDraft) => Answer | Promise<Answer>,
): Promise<Answer> {
  if (!mayReadPlans(actorOf(visit))) return problem(notAllowed);
  const draft = await importDraft(db, visit.params.draft);
  if (draft === null) return notFound();
  return draft.ended === null ? show(draft) : page(<Ended visit={visit} draft={draft} tooLate={false} />);
}

/** What a change of a draft is given: the transaction it must be made in, who makes it, and the draft, locked. */
export interface DraftChange {
  readonly tx: Tx;
  readonly actor: Actor;
  readonly draft: ImportDraft;
}

/** As `changeDraft`, for what takes long and changes nothing: no transaction is open and nothing is locked meanwhile. */
export async function prepareChange(
  db: Db,
  visit: DraftVisit,
  prepare: (draft: ImportDraft) => Promise<Answer>,
): Promise<Answer> {
  if (!mayChangePlans(actorOf(visit))) return problem(notAllowed);
  const draft = await importDraft(db, visit.params.draft);
  if (draft === null) return notFound();
  return tooLateFor(visit, draft) ?? prepare(draft);
}

/**
 * Changes a draft in one transaction, where the person may, the draft is open, and the form was about the reading it has
 * now: with other columns "problem 3" would be another problem.
 */
export async function changeDraft(
  db: Db,
  visit: DraftVisit,
  change: (given: DraftChange) => Promise<Answer>,
): Promise<Answer> {
  const actor = actorOf(visit);
  if (!mayChangePlans(actor)) return problem(notAllowed);
  return db.transaction().execute(async (tx) => {
    const draft = await draftForChange(tx, visit.params.draft);
    if (draft === null) return notFound();
    return tooLateFor(visit, draft) ?? change({ tx, actor, draft });
  });
}

/** The answer to a form about a draft that is over, or has been read otherwise since the form was shown; null for neither. */
function tooLateFor(visit: DraftVisit, draft: ImportDraft): Answer | null {
  if (draft.ended !== null) return page(<Ended visit={visit} draft={draft} tooLate />, 409);
  return valueOf(visit.form, READING_FIELD) === draft.readingKey
    ? null
    : page(<ImportReadAgainPage frame={visit.frame} draftId={draft.id} fileName={draft.fileName} />, 409);
}

/** Sends the reader on with something to know, where nothing was done. */
export function goSaying(path: string, text: string): Answer {
  return { kind: 'go', path, notice: { text, kind: 'important' } };
}

/** For what a command says of a draft that `changeDraft` has just found open and locked: it cannot happen. */
export function cannotHappen(kind: string): never {
  throw new Error(`A draft that is locked and open cannot be: ${kind}`);
}

function Ended(props: { visit: DraftVisit; draft: ImportDraft; tooLate: boolean }) {
  const { visit, draft, tooLate } = props;
  return (
    <ImportEndedPage frame={visit.frame} fileName={draft.fileName} became={draft.became} tooLate={tooLate} />
  );
}
