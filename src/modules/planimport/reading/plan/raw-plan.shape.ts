import type { Place } from '../../../../platform/intake/source-document.ts';
import type { MeasureCell } from '../measures/measures.rule.ts';
import type { Column, HowRead, Problem } from '../../../improvement/index.ts';

/** A plan put together from its rows, with the words of each cell still as printed. */
export interface RawPlan {
  readonly columns: readonly Column[];
  readonly priorities: readonly RawPriority[];
  readonly outcomes: readonly RawOutcome[];
  readonly sections: readonly RawSection[];
  readonly actions: readonly RawAction[];
  readonly problems: readonly Problem[];
  /** How many levels an action's reference has; 0 where the plan prints none. */
  readonly depth: number;
}

export interface RawPriority {
  readonly number: number;
  readonly title: string;
  readonly objectives: string[];
  readonly accountable: string[];
  readonly place: Place;
}

export interface RawOutcome {
  readonly ref: string;
  readonly text: string;
  readonly place: Place;
}

/** A heading without a number, and the action that comes first under it. */
export interface RawSection {
  readonly text: string;
  readonly place: Place;
  readonly firstAction: number;
}

export interface RawTag {
  readonly tag: string;
  readonly asPrinted: string;
  readonly place: Place;
  readonly reading: HowRead;
}

/** What the margin (the reference column) says beside an action, page breaks joined. */
export interface RawMargin {
  readonly text: string;
  readonly place: Place;
}

export interface RawAction {
  readonly ref: string;
  readonly refReading: HowRead;
  text: string;
  printed: string;
  readonly tags: RawTag[];
  readonly margins: RawMargin[];
  readonly milestones: RawMilestone[];
  readonly first: Place;
  last: Place;
  /** What columns of their own say of the action. */
  readonly tagCells: RawMargin[];
  readonly jointCells: RawMargin[];
  readonly requirement: string;
  /** Its own cell was empty, and the requirement is that of the row above. */
  readonly requirementInherited: boolean;
  readonly priority: string;
  readonly outcome: string;
  /** Number of the priority whose heading stands above it; null where there is none. */
  readonly under: number | null;
}

export interface RawMilestone {
  timescale: string;
  start: string;
  end: string;
  status: string;
  leads: string;
  readonly measures: MeasureCell[];
  readonly first: Place;
  last: Place;
}
