import type { Db } from '../../../platform/db/index.ts';
import type { Table, TableColumn, TableValue } from '../../../platform/tables/table.ts';
import type { HowRead } from '../plan/plan-reading.shape.ts';
import type { ListFilter } from '../rows/list-filter.shape.ts';
import type { PlanInForce } from '../plan/plan-in-force.shape.ts';
import type { PlanLine } from '../plan/plan-line.shape.ts';
import { HOW_READ_WORDS } from '../plan/plan-words.rule.ts';
import type { Places } from './places.shape.ts';

/** What a list of a plan is made into a table from. */
export interface ListSource {
  readonly db: Db;
  readonly plan: PlanInForce;
  readonly query: ListFilter;
  readonly line: PlanLine;
  readonly places: Places;
}

/** A list as a table, before the notes that every list has. */
export interface ListTable {
  readonly title: string;
  readonly columns: readonly TableColumn[];
  readonly rows: Table['rows'];
  /** Whether it shows states by the calendar, which must be explained. */
  readonly showsStates: boolean;
}

/** Several names or references in one cell, as a person would type them. */
export function joined(values: readonly string[]): TableValue {
  return values.length === 0 ? null : values.join('; ');
}

/** How something was read, in the words of the pages. */
export function howReadInWords(howRead: HowRead): string {
  return HOW_READ_WORDS[howRead];
}
