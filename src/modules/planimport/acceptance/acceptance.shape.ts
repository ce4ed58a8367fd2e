import type { FormProblems, typedDay } from '../../../platform/web/forms.ts';
import type { PlainDay } from '../../../platform/time/plain-day.ts';
import type { Frame } from '../../../platform/web/frame.ts';
import type { ReadingCounts, PlanDifference } from '../../improvement/index.ts';
import type { ByHand } from '../review/draft-rows.rule.ts';

/** The last look at a draft before it becomes a plan. */
export interface ImportAcceptProps {
  readonly frame: Frame;
  readonly token: string;
  readonly draft: { readonly id: string; readonly fileName: string; readonly readingKey: string };
  /** As decided: what would be stored. */
  readonly counts: ReadingCounts;
  readonly problems: { readonly total: number; readonly open: number };
  /** What a person changed of what was read. */
  readonly byHand: ByHand;
  readonly plans: readonly { readonly slug: string; readonly title: string }[];
  readonly typed: TypedAcceptance;
  readonly wrong: FormProblems | undefined;
  /** The plan this would be a later version of; null for a new one. */
  readonly later: LaterVersion | null;
}

/** The version a draft would follow, and what it would change. */
export interface LaterVersion {
  readonly title: string;
  readonly version: number;
  readonly inForceFrom: PlainDay;
  readonly difference: PlanDifference;
}

/** What was typed before accepting, as it was typed. */
export interface TypedAcceptance {
  /** NEW_PLAN, or the slug of a plan. */
  readonly plan: string;
  readonly title: string;
  readonly programme: string;
  readonly inForceFrom: ReturnType<typeof typedDay>;
  readonly opensOn: ReturnType<typeof typedDay>;
  /** The version whose difference was shown; empty for none. */
  readonly comparedWith: string;
  /** How many decisions there were when the page was shown. */
  readonly decisions: string;
}
