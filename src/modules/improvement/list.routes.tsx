import { page } from '../../platform/web/answer.ts';
import { listPage } from '../../platform/web/pagination.ts';
import type { WebServer } from '../../platform/web/server.ts';
import type { Db } from '../../platform/db/index.ts';
import { filterOptions } from './queries/filter-options.ts';
import { listActions } from './queries/list-actions.ts';
import { readListFilter } from './queries/list-fields.ts';
import type { Listed, Page } from './queries/list-filter.ts';
import { listLeads } from './queries/list-leads.ts';
import { listMeasures } from './queries/list-measures.ts';
import { listMilestones, milestoneOrder } from './queries/list-milestones.ts';
import { listOddities, oddityKinds } from './queries/list-oddities.ts';
import { listRequirements } from './queries/list-requirements.ts';
import { ActionTable } from './views/action-table.tsx';
import { LeadTable } from './views/lead-table.tsx';
import { ListPage } from './views/list-page.tsx';
import { MeasureTable } from './views/measure-table.tsx';
import { MilestoneTable } from './views/milestone-table.tsx';
import { OddityKinds } from './views/oddity-kinds.tsx';
import { OddityList } from './views/oddity-list.tsx';
import type { PlanView } from './views/plan-view.ts';
import { RequirementTables } from './views/requirement-list.tsx';
import { visitPlan } from './visit-plan.tsx';

const ROWS_ON_A_PAGE = 50;
/** Requirements and leads are read side by side: a plan like Kent's stands on one page, a hundred times that does not. */
const ROWS_OF_WHOLE_LISTS = 200;

/** The lists of a plan, in the order of the line. */
export function addListRoutes(server: WebServer, { db }: { readonly db: Db }): void {
  server.route({
    method: 'GET',
    path: '/plan/:plan/requirements',
    access: 'public',
    handler: (visit) =>
      visitPlan(db, visit, async (view) => {
        const filter = readListFilter('requirements', view.frame.query);
        const { rows: all, sets } = await listRequirements(db, view.plan, filter);
        const shown = listPage(view.frame.query, all.length, ROWS_OF_WHOLE_LISTS);
        return page(
          <ListPage
            view={view}
            list="requirements"
            title="Requirements"
            counted={['requirement', 'requirements']}
            filter={filter}
            options={await filterOptions(db, view.plan.versionId)}
            shown={shown}
          >
            <RequirementTables
              view={view}
              sets={sets}
              rows={all.slice(shown.offset, shown.offset + shown.limit)}
            />
          </ListPage>,
        );
      }),
  });

  server.route({
    method: 'GET',
    path: '/plan/:plan/actions',
    access: 'public',
    handler: (visit) =>
      visitPlan(db, visit, async (view) => {
        const filter = readListFilter('actions', view.frame.query);
        const { rows, shown } = await aPage(view, (wanted) => listActions(db, view.plan, filter, wanted));
        return page(
          <ListPage
            view={view}
            list="actions"
            title="Actions"
            counted={['action', 'actions']}
            filter={filter}
            options={await filterOptions(db, view.plan.versionId)}
            shown={shown}
            showsStates
          >
            <ActionTable view={view} caption="Actions" rows={rows} />
          </ListPage>,
        );
      }),
  });

  server.route({
    method: 'GET',
    path: '/plan/:plan/milestones',
    access: 'public',
    handler: (visit) =>
      visitPlan(db, visit, async (view) => {
        const filter = readListFilter('milestones', view.frame.query);
        const { rows, shown } = await aPage(view, (wanted) =>
          listMilestones(db, view.plan, filter, wanted, milestoneOrder(filter)),
        );
        return page(
          <ListPage
            view={view}
            list="milestones"
            title="Milestones"
            counted={['milestone', 'milestones']}
            filter={filter}
            options={await filterOptions(db, view.plan.versionId)}
            shown={shown}
            showsStates
          >
            <MilestoneTable view={view} caption="Milestones" rows={rows} />
          </ListPage>,
        );
      }),
  });

  server.route({
    method: 'GET',
    path: '/plan/:plan/measures',
    access: 'public',
    handler: (visit) =>
      visitPlan(db, visit, async (view) => {
        const filter = readListFilter('measures', view.frame.query);
        const { rows, shown } = await aPage(view, (wanted) => listMeasures(db, view.plan, filter, wanted));
        return page(
          <ListPage
            view={view}
            list="measures"
            title="Measures"
            counted={['measure', 'measures']}
            filter={filter}
            options={await filterOptions(db, view.plan.versionId)}
            shown={shown}
            showsStates
          >
            <MeasureTable view={view} rows={rows} />
          </ListPage>,
        );
      }),
  });

  server.route({
    method: 'GET',
    path: '/plan/:plan/leads',
    access: 'public',
    handler: (visit) =>
      visitPlan(db, visit, async (view) => {
        const filter = readListFilter('leads', view.frame.query);
        const all = await listLeads(db, view.plan, filter);
        const shown = listPage(view.frame.query, all.length, ROWS_OF_WHOLE_LISTS);
        return page(
          <ListPage
            view={view}
            list="leads"
            title="Leads"
            counted={['lead', 'leads']}
            filter={filter}
            options={await filterOptions(db, view.plan.versionId)}
            shown={shown}
          >
            <LeadTable view={view} rows={all.slice(shown.offset, shown.offset + shown.limit)} />
          </ListPage>,
        );
      }),
  });

  server.route({
    method: 'GET',
    path: '/plan/:plan/oddities',
    access: 'public',
    handler: (visit) =>
      visitPlan(db, visit, async (view) => {
        const filter = readListFilter('oddities', view.frame.query);
        const kinds = await oddityKinds(db, view.plan);
        const { rows, shown } = await aPage(view, (wanted) => listOddities(db, view.plan, filter, wanted));
        return page(
          <ListPage
            view={view}
            list="oddities"
            title="What was odd in the source"
            counted={['oddity', 'oddities']}
            filter={filter}
            options={await filterOptions(db, view.plan.versionId)}
            shown={shown}
          >
            <OddityKinds view={view} kinds={kinds} filter={filter} />
            <OddityList view={view} oddities={rows} />
          </ListPage>,
        );
      }),
  });
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
