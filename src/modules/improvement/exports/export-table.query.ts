import type { Db } from '../../../platform/db/index.ts';
import type { Table } from '../../../platform/tables/table.ts';
import { honoured } from '../lists/list-fields.rule.ts';
import type { ListFilter } from '../rows/list-filter.shape.ts';
import type { PlanInForce } from '../plan/plan-in-force.shape.ts';
import { planLine } from '../plan/plan-line.read.ts';
import { actionsTable } from './actions-table.print.ts';
import { coverageTable } from './coverage-table.print.ts';
import type { ExportedList } from './export-lists.shape.ts';
import { narrowingNote, exportNotes, STATES_NOTE } from './export-notes.print.ts';
import { leadsTable } from './leads-table.print.ts';
import type { ListSource, ListTable } from './list-table.shape.ts';
import { measuresTable } from './measures-table.print.ts';
import { milestonesTable } from './milestones-table.print.ts';
import { odditiesTable } from './oddities-table.print.ts';
import { placesOf } from './places.read.ts';
import { requirementsTable } from './requirements-table.print.ts';

const TABLES: Readonly<Record<ExportedList, (source: ListSource) => ListTable | Promise<ListTable>>> = {
  requirements: requirementsTable,
  actions: actionsTable,
  milestones: milestonesTable,
  measures: measuresTable,
  leads: leadsTable,
  coverage: coverageTable,
  oddities: odditiesTable,
};

/** A list of a plan as at its day, narrowed by what that list goes by, whole: every row, however many. */
export async function exportTable(
  db: Db,
  plan: PlanInForce,
  list: ExportedList,
  filter: ListFilter = {},
): Promise<Table> {
  const query = honoured(list, filter);
  const [line, places] = await Promise.all([planLine(db, plan.versionId), placesOf(db, plan.versionId)]);
  const { title, columns, rows, showsStates } = await TABLES[list]({ db, plan, query, line, places });
  return {
    title,
    columns,
    rows,
    notes: [...exportNotes(plan), narrowingNote(query, line), ...(showsStates ? [STATES_NOTE] : [])],
  };
}
