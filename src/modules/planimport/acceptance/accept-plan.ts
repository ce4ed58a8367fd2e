import type { Tx } from '../../../platform/db/index.ts';
import { type Actor, recordEvent } from '../../audit/index.ts';
import { applyChoices } from '../draft/apply-choices.rule.ts';
import { importChangedNothing } from '../events.ts';
import { draftForChange, forgetDraft, type ImportDraft } from '../draft/draft.read.ts';
import { addVersion, type PlaceOfVersion, type VersionRefused } from '../../improvement/index.ts';

export interface PlanToAccept extends PlaceOfVersion {
  readonly draftId: string;
}

export type AcceptPlan =
  | { kind: 'accepted'; slug: string; version: number; actions: number }
  | { kind: 'nothing-changed'; slug: string; version: number }
  | { kind: 'already-ended'; ended: 'accepted' | 'dropped' }
  | { kind: 'no-such-draft' }
  | VersionRefused;

/**
 * Makes a draft, as the person decided it, the next version of a plan. Accepting the same reading again changes
 * nothing. Where somebody else's version came first, nothing is stored and the person is told which.
 */
export async function acceptPlan(tx: Tx, actor: Actor, accept: PlanToAccept): Promise<AcceptPlan> {
  const { draftId, ...place } = accept;
  const draft = await draftForChange(tx, draftId);
  if (draft === null) return { kind: 'no-such-draft' };
  if (draft.ended !== null) return { kind: 'already-ended', ended: draft.ended };
  const { fileName, fileSha256 } = draft;
  const reading = applyChoices(draft.reading, draft.choices);
  const result = await addVersion(tx, actor, { ...place, reading, fileName, fileSha256 });
  switch (result.kind) {
    case 'added': {
      const { slug, version, actions } = result;
      await endDraft(tx, draft, result.versionId);
      return { kind: 'accepted', slug, version, actions };
    }
    case 'nothing-changed': {
      const { slug, title, version } = result;
      await endDraft(tx, draft, result.versionId);
      await recordEvent(tx, actor, importChangedNothing(draft.id, { fileSha256, title, version }));
      return { kind: 'nothing-changed', slug, version };
    }
    default:
      return result;
  }
}

/**
 * Ends a draft that became a version. The reading and the decisions stay, to say how the version came to be; the file's
 * own words go, since no page shows them any more: each action keeps those it was read from.
 */
async function endDraft(tx: Tx, draft: ImportDraft, versionId: number): Promise<void> {
  await tx
    .updateTable('planimport.draft')
    .set({ ended: 'accepted', version_id: versionId, document: null })
    .where('id', '=', draft.id)
    .execute();
  forgetDraft(draft.id, draft.columns);
}
