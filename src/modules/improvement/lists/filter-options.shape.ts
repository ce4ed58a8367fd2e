/** What each filter offers in this version of the plan. */
export interface FilterOptions {
  readonly priorities: readonly { readonly number: number; readonly title: string }[];
  readonly leads: readonly { readonly slug: string; readonly name: string }[];
  readonly partners: readonly string[];
  readonly requirements: readonly { readonly ref: string; readonly text: string }[];
  readonly sets: readonly { readonly code: string; readonly title: string }[];
  /** Months in which some milestone ends, such as 2011-05. */
  readonly months: readonly string[];
}

/** What a list of actions can lack, as a choice. */
export const LACKING_WORDS = {
  lead: 'No lead',
  measure: 'No measure',
  date: 'No date',
  requirement: 'Carries no requirement',
} as const;

/** How a requirement can be carried, as a choice. */
export const COVERAGE_FILTER_WORDS = {
  none: 'Carried by no action',
  single: 'Carried by a single action',
} as const;
