/** One row of `hand-read.txt`; its head says what each cell may hold. */
export interface HandRow {
  readonly ref: string;
  readonly start: string;
  readonly end: string;
  readonly marks: string;
  readonly leads: string;
  readonly tags: string;
  readonly names: string;
}

/** As much of a plan's reading as the comparison looks at. */
export interface PriorityLike {
  readonly outcomes: readonly {
    readonly actions: readonly {
      readonly ref: string;
      readonly tags: readonly string[];
      readonly crossReferences: readonly string[];
      readonly milestones: readonly {
        readonly start: string | null;
        readonly end: string | null;
        readonly periods: readonly unknown[];
        readonly status: string | null;
        readonly review: boolean;
        readonly recurrence: string | null;
        readonly leads: readonly string[];
        readonly leadsInherited: boolean;
        readonly reading: string;
      }[];
    }[];
  }[];
}

export function parseHandRead(text: string): HandRow[];
export function disagreements(
  plan: { readonly priorities: readonly PriorityLike[] },
  rows: readonly HandRow[],
): string[];
