import { z } from 'zod';
import { CALENDAR_STATES } from '../states/calendar-state.rule.ts';

/** What the lists of a plan can be narrowed by; every value comes from an address and may be anything at all. */
export const ListFilter = z.object({
  priority: z.coerce.number().int().positive().max(999).optional().catch(undefined),
  action: z.string().max(40).optional().catch(undefined),
  outcome: z.string().max(40).optional().catch(undefined),
  lead: z.string().max(200).optional().catch(undefined),
  partner: z.string().max(200).optional().catch(undefined),
  requirement: z.string().max(40).optional().catch(undefined),
  /** A month, such as 2011-05: milestones whose last day falls in it. */
  due: z
    .string()
    .regex(/^\d{4}-(0[1-9]|1[0-2])$/)
    .optional()
    .catch(undefined),
  status: z.enum(CALENDAR_STATES).optional().catch(undefined),
  /** What the list lacks: actions with no lead, no measure, no date or no requirement. */
  lacking: z.enum(['lead', 'measure', 'date', 'requirement']).optional().catch(undefined),
  /** Yes: milestones not completed. */
  open: z.enum(['yes']).optional().catch(undefined),
  /** Oddities of one kind. */
  kind: z.string().max(100).optional().catch(undefined),
  /** Requirements of one set, by its code. */
  set: z.string().max(40).optional().catch(undefined),
  /** Requirements that no action carries, or one alone. */
  coverage: z.enum(['none', 'single']).optional().catch(undefined),
  text: z.string().trim().max(200).optional().catch(undefined),
});
export type ListFilter = z.infer<typeof ListFilter>;

export interface Page {
  /** Counted from 1. */
  readonly number: number;
  readonly size: number;
}

/** For exports: every row. */
export const EVERYTHING: Page = { number: 1, size: 1_000_000 };

export interface Listed<Row> {
  readonly total: number;
  readonly rows: readonly Row[];
}
