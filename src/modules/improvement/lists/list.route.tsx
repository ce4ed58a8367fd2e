import { page } from '../../../platform/web/answer.ts';
import type { Content } from '../../../platform/govuk/index.ts';
import { listPage, type ListPage as ListPageOfRows } from '../../../platform/web/pagination.ts';
import type { WebServer } from '../../../platform/web/server.ts';
import type { Db } from '../../../platform/db/index.ts';
import { filterOptions } from './filter-options.read.ts';
import { listActions } from '../rows/list-actions.read.ts';
import { readListFilter } from './list-fields.rule.ts';
import type { Listed, ListFilter, Page } from '../rows/list-filter.shape.ts';
import { listLeads } from '../rows/list-leads.read.ts';
import { listMeasures } from '../rows/list-measures.read.ts';
import { listMilestones, milestoneOrder } from '../rows/list-milestones.read.ts';
import { listOddities, oddityKinds } from './list-oddities.read.ts';
import { listRequirements } from '../rows/list-requirements.read.ts';
import { ActionTable } from '../rows/action-table.view.tsx';
import { LeadTable } from '../rows/lead-table.view.tsx';
import { type ListName, ListPage } from './list-page.view.tsx';
import { MeasureTable } from '../rows/measure-table.view.tsx';
import { MilestoneTable } from '../rows/milestone-table.view.tsx';
import { OddityKinds } from './oddity-kinds.view.tsx';
import { OddityList } from '../line/oddity-list.view.tsx';
import type { PlanView } from '../plan/plan-view.shape.ts';
import { RequirementTables } from '../rows/requirement-tables.view.tsx';
import { visitPlan } from '../plan/visit-plan.route.tsx';

const ROWS_ON_A_PAGE = 50;
/** Requirements and leads are read side by side: a plan like Kent's stands on one page, a hundred times that does not. */
const ROWS_OF_WHOLE_LISTS = 200;

/** What is particular to one list: its words, and the rows that stand on the page asked for. */
interface List {
  readonly list: ListName;
  readonly title: string;
  /** What is counted, in the singular and the plural. */
  readonly counted: readonly [string, string];
  readonly showsStates?: boolean;
  readonly rows: (
    db: Db,
    view: PlanView,
    filter: ListFilter,
  ) => Promise<{ readonly shown: ListPageOfRows; readonly content: Content }>;
}

/** The lists of a plan, in the order of the line. */
const LISTS: readonly List[] = [
  {
    list: 'requirements',
    title: 'Requirements',
    counted: ['requirement', 'requirements'],
    rows: async (db, view, filter) => {
      const { rows: all, sets } = await listRequirements(db, view.plan, filter);
      const { rows, shown } = pageOfWhole(view, all);
      return { shown, content: <RequirementTables view={view} sets={sets} rows={rows} /> };
    },
  },
  {
    list: 'actions',
    title: 'Actions',
    counted: ['action', 'actions'],
    showsStates: true,
    rows: async (db, view, filter) => {
      const { rows, shown } = await aPage(view, (wanted) => listActions(db, view.plan, filter, wanted));
      return { shown, content: <ActionTable view={view} caption="Actions" rows={rows} /> };
    },
  },
  {
    list: 'milestones',
    title: 'Milestones',
    counted: ['milestone', 'milestones'],
    showsStates: true,
    rows: async (db, view, filter) => {
      const order = milestoneOrder(filter);
      const { rows, shown } = await aPage(view, (wanted) =>
        listMilestones(db, view.plan, filter, wanted, order),
      );
      return { shown, content: <MilestoneTable view={view} caption="Milestones" rows={rows} /> };
    },
  },
  {
    list: 'measures',
    title: 'Measures',
    counted: ['measure', 'measures'],
    showsStates: true,
    rows: async (db, view, filter) => {
      const { rows, shown } = await aPage(view, (wanted) => listMeasures(db, view.plan, filter, wanted));
      return { shown, content: <MeasureTable view={view} rows={rows} /> };
    },
  },
  {
    list: 'leads',
    title: 'Leads',
    counted: ['lead', 'leads'],
    rows: async (db, view, filter) => {
      const { rows, shown } = pageOfWhole(view, await listLeads(db, view.plan, filter));
      return { shown, content: <LeadTable view={view} rows={rows} /> };
    },
  },
  {
    list: 'oddities',
    title: 'What was odd in the source',
    counted: ['oddity', 'oddities'],
    rows: async (db, view, filter) => {
      const kinds = await oddityKinds(db, view.plan);
      const { rows, shown } = await aPage(view, (wanted) => listOddities(db, view.plan, filter, wanted));
      const content = (
        <>
          <OddityKinds view={view} kinds={kinds} filter={filter} />
          <OddityList view={view} oddities={rows} />
        </>
      );
      return { shown, content };
    },
  },
];

/** A page for each list of a plan, narrowed by what its address says. */
export function addListRoutes(server: WebServer, { db }: { readonly db: Db }): void {
  for (const { rows, ...words } of LISTS)
    server.route({
      method: 'GET',
      path: `/plan/:plan/${words.list}`,
      access: 'public',
      handler: (visit) =>
        visitPlan(db, visit, async (view) => {
          const filter = readListFilter(words.list, view.frame.query);
          const options = await filterOptions(db, view.plan.versionId);
          const { shown, content } = await rows(db, view, filter);
          return page(
            <ListPage {...words} view={view} filter={filter} options={options} shown={shown}>
              {content}
            </ListPage>,
          );
        }),
    });
}

/** The page that the address asks for of a list that is read whole. */
function pageOfWhole<Row>(view: PlanView, all: readonly Row[]) {
  const shown = listPage(view.frame.query, all.length, ROWS_OF_WHOLE_LISTS);
  return { rows: all.slice(shown.offset, shown.offset + shown.limit), shown };
}

/** The page of a list that the address asks for; where it asks for one past the end, the last there is. */
async function aPage<Row>(view: PlanView, ask: (wanted: Page) => Promise<Listed<Row>>) {
  const first = listPage(view.frame.query, Number.MAX_SAFE_INTEGER, ROWS_ON_A_PAGE);
  const asked = await ask({ number: Math.min(first.number, 1_000_000), size: ROWS_ON_A_PAGE });
  const shown = listPage(view.frame.query, asked.total, ROWS_ON_A_PAGE);
  if (shown.number === first.number) return { rows: asked.rows, shown };
  const { rows } = await ask({ number: shown.number, size: ROWS_ON_A_PAGE });
  return { rows, shown };
}
