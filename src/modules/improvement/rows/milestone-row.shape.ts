import type { CalendarState } from '../states/calendar-state.rule.ts';
import type { HowRead } from '../plan/plan-reading.shape.ts';
import type { NamedLead } from './named-lead.shape.ts';

export interface MilestoneRow {
  readonly actionRef: string;
  readonly actionText: string;
  readonly ordinal: number;
  readonly priority: number;
  readonly timescaleAsPrinted: string;
  readonly start: string | null;
  readonly end: string | null;
  readonly startsOn: string | null;
  readonly endsOn: string | null;
  readonly review: boolean;
  readonly recurrence: string | null;
  readonly howRead: HowRead;
  readonly leads: readonly NamedLead[];
  readonly measures: readonly string[];
  readonly state: CalendarState;
}
