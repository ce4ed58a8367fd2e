import type { LeadKind } from './lead-kind.rule.ts';

export interface LineMilestone {
  readonly ordinal: number;
  readonly timescaleAsPrinted: string;
  readonly startsOn: string | null;
  readonly endsOn: string | null;
  readonly status: 'completed' | null;
  readonly review: boolean;
  readonly recurrence: string | null;
  /** Slugs. */
  readonly leads: readonly string[];
  readonly measures: number;
}

export interface LineAction {
  readonly ref: string;
  readonly text: string;
  readonly outcomeRef: string;
  readonly priority: number;
  readonly jointWith: readonly string[];
  readonly requirements: readonly { readonly ref: string; readonly through: 'action' | 'outcome' }[];
  /** Tags, its outcome's among them, to requirements the plan does not list. */
  readonly unlistedTags: readonly string[];
  readonly crossReferences: readonly string[];
  readonly milestones: readonly LineMilestone[];
}

export interface LineRequirement {
  readonly ref: string;
  readonly setCode: string;
  readonly text: string;
  readonly section: string | null;
  readonly deadline: string | null;
}

export interface LineLead {
  readonly slug: string;
  readonly name: string;
  readonly kind: LeadKind;
  readonly jobTitle: string | null;
  /** Whether the plan's list of leads says who this is. */
  readonly introduced: boolean;
}

/** A whole version joined up, small enough to keep: what the line of sight, coverage, roadmap and report are made from. */
export interface PlanLine {
  readonly requirementSets: readonly { readonly code: string; readonly title: string }[];
  readonly requirements: readonly LineRequirement[];
  readonly priorities: readonly {
    readonly number: number;
    readonly title: string;
    readonly accountable: readonly string[];
  }[];
  readonly outcomes: readonly { readonly ref: string; readonly priority: number; readonly text: string }[];
  readonly actions: readonly LineAction[];
  readonly leads: readonly LineLead[];
  readonly measures: number;
}
