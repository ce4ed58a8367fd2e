import { applyChoices, type Decided, newestChoices, subjectOf } from '../draft/apply-choices.rule.ts';
import { countReading } from '../../improvement/index.ts';
import type { SourceLines } from '../draft/source-lines.rule.ts';
import { draftsOfFile } from '../draft/drafts-of-file.read.ts';
import { draftSource, type ImportDraft } from '../draft/draft.read.ts';
import type { DraftHead } from '../draft/draft-head.view.tsx';
import type { DraftLook } from '../draft/visit-draft.route.tsx';

/** What the pages of a draft are made from. */
export interface ReviewedDraft {
  readonly draft: ImportDraft;
  readonly decided: Decided;
  /** Null where a reading was brought in, not a document. */
  readonly source: SourceLines | null;
  readonly head: DraftHead;
}

/** Gathers what every page of a draft shows at its head, and what its parts are made from. */
export async function reviewDraft({
  tx,
  draft,
  mayChange,
}: Pick<DraftLook, 'tx' | 'draft' | 'mayChange'>): Promise<ReviewedDraft> {
  const decided = newestChoices(draft.choices);
  const source = await draftSource(tx, draft.id);
  const { acceptedAs } = await draftsOfFile(tx, draft.fileSha256);
  const { reading } = draft;
  const open = reading.problems.filter((_, index) => !decided.has(subjectOf.problem(index))).length;
  return {
    draft,
    decided,
    source,
    head: {
      id: draft.id,
      fileName: draft.fileName,
      readingKey: draft.readingKey,
      createdAt: draft.createdAt,
      counts: countReading(applyChoices(reading, draft.choices)),
      problems: { total: reading.problems.length, open },
      decisions: decided.size,
      columns: reading.columns,
      canReadAgain: draft.hasDocument,
      remarks: source?.remarks ?? [],
      priorities: reading.priorities.map(({ number, title, outcomes }) => ({
        number,
        title,
        actions: outcomes.reduce((sum, { actions }) => sum + actions.length, 0),
      })),
      acceptedBefore: acceptedAs,
      mayChange,
    },
  };
}
