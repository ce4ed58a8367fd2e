import type { Db } from '../../../platform/db/index.ts';
import type { Table } from '../../../platform/tables/table.ts';
import { honoured } from '../queries/list-fields.ts';
import type { ListFilter } from '../queries/list-filter.ts';
import type { PlanInForce } from '../queries/plan-in-force.ts';
import { planLine } from '../queries/plan-line.ts';
import { actionsTable } from './actions-table.ts';
import { coverageTable } from './coverage-table.ts';
import type { ExportedList } from './export-lists.ts';
import { narrowingNote, exportNotes, STATES_NOTE } from './export-notes.ts';
import { leadsTable } from './leads-table.ts';
import type { ListSource, ListTable } from './list-table.ts';
import { measuresTable } from './measures-table.ts';
import { milestonesTable } from './milestones-table.ts';
import { odditiesTable } from './oddities-table.ts';
import { placesOf } from './places.ts';
import { requirementsTable } from './requirements-table.ts';

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
