import type { Db, Tx } from '../../../platform/db/index.ts';
import { type Answer, notFound, page } from '../../../platform/web/answer.ts';
import { valueOf } from '../../../platform/web/form-body.ts';
import type { Visit } from '../../../platform/web/visit.ts';
import { recordRead } from '../../audit/index.ts';
import { actFor, type Asker, askerOf, refuse } from '../../identity/index.ts';
import { draftThing, mayChangeDraft, mayReadDraft, whyMayReadDraft } from '../permissions.ts';
import { mayChangePlans } from '../../improvement/index.ts';
import { draftForChange, importDraft, type ImportDraft } from './draft.read.ts';
import { ImportEndedPage } from './ended-page.view.tsx';
import { READING_FIELD } from './draft-fields.view.tsx';
import { ImportReadAgainPage } from './read-again-page.view.tsx';

type DraftVisit = Visit<{ readonly draft: string }>;

/** A draft that somebody looks at: read for them alone, in one transaction. */
export interface DraftLook {
  readonly tx: Tx;
  readonly asker: Asker;
  readonly draft: ImportDraft;
  /** Whether they may decide about it as well; else they are shown it without the forms. */
  readonly mayChange: boolean;
}

/**
 * Finds a draft that is open and hands it to the page, after recording that it was read; says what became of one that is
 * over. For somebody it is not open to there is no such draft: the answer is the one for a number that is none.
 */
export async function visitDraft(
  db: Db,
  visit: DraftVisit,
  show: (look: DraftLook) => Answer | Promise<Answer>,
): Promise<Answer> {
  const asker = askerOf(visit);
  return actFor(db, asker, async (tx) => {
    const draft = mayReadDraft(asker, visit.params.draft) ? await importDraft(tx, visit.params.draft) : null;
    if (draft === null) return notFound();
    const answer =
      draft.ended === null
        ? await show({ tx, asker, draft, mayChange: mayChangeDraft(asker, draft.id) })
        : page(<Ended visit={visit} draft={draft} tooLate={false} />);
    await recordRead(tx, asker, draftThing(draft.id), whyMayReadDraft(asker, draft.id));
    return answer;
  });
}

/** The same, for pages on which something is decided: who may only read the draft has no business there. */
export async function visitDraftToChange(
  db: Db,
  visit: DraftVisit,
  show: (look: DraftLook) => Answer | Promise<Answer>,
): Promise<Answer> {
  return visitDraft(db, visit, (look) => (look.mayChange ? show(look) : refuse(mayChangePlans)));
}

/** What a change of a draft is given: the transaction it must be made in, who makes it, and the draft, locked. */
export interface DraftChange {
  readonly tx: Tx;
  readonly actor: Asker;
  readonly draft: ImportDraft;
}

/** As `changeDraft`, for what takes long and changes nothing: no transaction is open and nothing is locked meanwhile. */
export async function prepareChange(
  db: Db,
  visit: DraftVisit,
  prepare: (draft: ImportDraft) => Promise<Answer>,
): Promise<Answer> {
  const asker = askerOf(visit);
  const draft = await actFor(db, asker, async (tx) =>
    mayChangeDraft(asker, visit.params.draft) ? importDraft(tx, visit.params.draft) : null,
  );
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
  const actor = askerOf(visit);
  return actFor(db, actor, async (tx) => {
    const draft = mayChangeDraft(actor, visit.params.draft)
      ? await draftForChange(tx, visit.params.draft)
      : null;
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

/** For what a command says of a draft that `changeDraft` has just found open and locked: it cannot happen. */
export function cannotHappen(kind: string): never {
  throw new Error(`A draft that is locked and open cannot be: ${kind}`);
}

function Ended(props: { visit: DraftVisit; draft: ImportDraft; tooLate: boolean }) {
  const { visit, draft, tooLate } = props;
  return (
    <ImportEndedPage
      frame={visit.frame}
      fileName={draft.fileName}
      became={draft.became}
      mayChange={mayChangeDraft(askerOf(visit), draft.id)}
      tooLate={tooLate}
    />
  );
}
