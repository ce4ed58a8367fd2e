import type { Db, Tx } from '../../../platform/db/index.ts';
import { formatDayOrMonth } from '../../../platform/time/plain-day.ts';
import { type Answer, page } from '../../../platform/web/answer.ts';
import type { FormProblems } from '../../../platform/web/forms.ts';
import type { Visit } from '../../../platform/web/visit.ts';
import {
  correctedAction,
  correctedMilestone,
  newestChoices,
  subjectOf,
} from '../draft/apply-choices.rule.ts';
import { draftReferences } from './draft-corrections.rule.ts';
import { actionsByRef, type PlacedAction, targetOf } from '../review/problem-target.rule.ts';
import type { TypedAction, TypedMilestone } from './correction.form.ts';
import { importPaths } from '../paths.ts';
import { draftSource, type ImportDraft } from '../draft/draft.read.ts';
import type { Milestone, Source } from '../../improvement/index.ts';
import { actionAnchor } from '../review/action.view.tsx';
import type { CorrectionPage } from './correction-page.view.tsx';
import { ImportCorrectAction } from './correct-action.view.tsx';
import { ImportCorrectMilestone } from './correct-milestone.view.tsx';

/** A row of a draft, in its action. */
export interface PlacedRow extends PlacedAction {
  readonly milestone: Milestone;
  /** From 1. */
  readonly ordinal: number;
}

/** Somebody who is putting right a part of a draft. */
export interface Correcting {
  readonly db: Db | Tx;
  readonly visit: Pick<Visit, 'frame' | 'formToken'>;
  readonly draft: ImportDraft;
  /** The thing to look at that they came from, by its number; null where they came from what was read. */
  readonly problem: number | null;
}

/** A form that is shown again: what was typed into it, and what is to be put right. */
export interface Again<Typed> {
  readonly typed: Typed;
  readonly problems: FormProblems;
}

/** The form for an action: what was decided or read, or what was typed. */
export async function actionPage(
  correcting: Correcting,
  found: PlacedAction,
  again?: Again<TypedAction>,
): Promise<Answer> {
  const { draft, problem } = correcting;
  const { action } = found;
  const now = correctedAction(action, newestChoices(draft.choices));
  const common = await commonOf(correcting, found, {
    path: importPaths.action(draft.id, action.ref, { problem }),
    sources: [action.source, ...action.milestones.map(({ source }) => source)],
    ordinal: null,
    problems: again?.problems,
  });
  return page(
    <ImportCorrectAction
      {...common}
      actionRef={action.ref}
      typed={
        again?.typed ?? {
          text: now.text,
          tags: now.tags.join(', '),
          crossReferences: now.crossReferences.join(', '),
          jointWith: now.jointWith.join('\n'),
        }
      }
      codes={[...draftReferences(draft.reading).codes]}
      rows={action.milestones.length}
    />,
    again === undefined ? 200 : 422,
  );
}

/** The form for a row of an action: what was decided or read, or what was typed. */
export async function milestonePage(
  correcting: Correcting,
  found: PlacedRow,
  again?: Again<TypedMilestone>,
): Promise<Answer> {
  const { draft, problem } = correcting;
  const { action, milestone, ordinal } = found;
  const decided = newestChoices(draft.choices);
  const now = correctedMilestone(milestone, decided.get(subjectOf.milestone(action.ref, ordinal)));
  const common = await commonOf(correcting, found, {
    path: importPaths.milestone(draft.id, action.ref, ordinal, { problem }),
    sources: [milestone.source],
    ordinal,
    problems: again?.problems,
  });
  return page(
    <ImportCorrectMilestone
      {...common}
      actionRef={action.ref}
      actionText={correctedAction(action, decided).text}
      ordinal={ordinal}
      typed={
        again?.typed ?? {
          start: now.start === null ? '' : formatDayOrMonth(now.start),
          end: now.end === null ? '' : formatDayOrMonth(now.end),
          completed: now.status === 'completed',
          leads: now.leads.join('\n'),
          measures: now.measures.join('\n'),
        }
      }
    />,
    again === undefined ? 200 : 422,
  );
}

/** Where somebody goes when they are done: to the things to look at, if they came from there, or to the row. */
export function backFrom(
  { draft, problem }: Pick<Correcting, 'draft' | 'problem'>,
  found: PlacedAction,
): string {
  const { action, priority } = found;
  return problem === null
    ? `${importPaths.review(draft.id, { priority, action: action.ref })}#${actionAnchor(action.ref)}`
    : importPaths.review(draft.id);
}

async function commonOf(
  correcting: Correcting,
  found: PlacedAction,
  about: {
    readonly path: string;
    readonly sources: readonly Source[];
    readonly ordinal: number | null;
    readonly problems: FormProblems | undefined;
  },
): Promise<CorrectionPage> {
  const { db, visit, draft } = correcting;
  const source = await draftSource(db, draft.id);
  const actions = actionsByRef(draft.reading);
  return {
    frame: visit.frame,
    token: visit.formToken(),
    draftId: draft.id,
    readingKey: draft.readingKey,
    fileName: draft.fileName,
    oddities: draft.reading.problems.filter((oddity) => {
      if (oddity.ref !== found.action.ref) return false;
      const target = targetOf(oddity, actions);
      return about.ordinal === null || (target?.kind === 'milestone' && target.ordinal === about.ordinal);
    }),
    // An action and its rows may stand in one line.
    printed: [...new Set(about.sources.flatMap((place) => source?.at(place) ?? []))],
    problems: about.problems,
    back: backFrom(correcting, found),
    path: about.path,
  };
}
