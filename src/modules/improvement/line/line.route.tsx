import type { Db } from '../../../platform/db/index.ts';
import { notFound, page } from '../../../platform/web/answer.ts';
import type { WebServer } from '../../../platform/web/server.ts';
import { notInThisVersion } from '../versions/not-in-this-version.route.ts';
import { refFromPath } from '../paths.ts';
import { actionPage } from './action-page.query.ts';
import { leadPage } from './lead-page.query.ts';
import { milestonePage } from './milestone-page.query.ts';
import { outcomePage } from './outcome-page.query.ts';
import { priorityPage } from './priority-page.query.ts';
import { requirementPage } from './requirement-page.query.ts';
import { ActionView } from './action-page.view.tsx';
import { LeadView } from './lead-page.view.tsx';
import { MeasureView } from './measure-page.view.tsx';
import { MilestoneView } from './milestone-page.view.tsx';
import { OutcomeView } from './outcome-page.view.tsx';
import { PriorityView } from './priority-page.view.tsx';
import { RequirementView } from './requirement-page.view.tsx';
import { visitPlan } from '../plan/visit-plan.route.tsx';

/** A page for each thing on the line: requirement, priority, outcome, action, milestone, lead, measure. */
export function addLineRoutes(server: WebServer, { db }: { readonly db: Db }): void {
  server.route({
    method: 'GET',
    path: '/plan/:plan/requirement/:ref',
    access: 'public',
    handler: (visit) =>
      visitPlan(db, visit, async (view) => {
        const ref = refFromPath(visit.params.ref);
        const found = await requirementPage(db, view.plan, ref);
        return found === null
          ? notInThisVersion(db, view.plan, 'requirement', ref)
          : page(<RequirementView view={view} requirement={found} />);
      }),
  });

  server.route({
    method: 'GET',
    path: '/plan/:plan/priority/:number',
    access: 'public',
    handler: (visit) =>
      visitPlan(db, visit, async (view) => {
        const number = wholeNumber(visit.params.number);
        const found = number === null ? null : await priorityPage(db, view.plan, number);
        return found === null ? notFound() : page(<PriorityView view={view} priority={found} />);
      }),
  });

  server.route({
    method: 'GET',
    path: '/plan/:plan/outcome/:ref',
    access: 'public',
    handler: (visit) =>
      visitPlan(db, visit, async (view) => {
        const ref = refFromPath(visit.params.ref);
        const found = await outcomePage(db, view.plan, ref);
        return found === null
          ? notInThisVersion(db, view.plan, 'outcome', ref)
          : page(<OutcomeView view={view} outcome={found} />);
      }),
  });

  server.route({
    method: 'GET',
    path: '/plan/:plan/action/:ref',
    access: 'public',
    handler: (visit) =>
      visitPlan(db, visit, async (view) => {
        const ref = refFromPath(visit.params.ref);
        const found = await actionPage(db, view.plan, ref);
        return found === null
          ? notInThisVersion(db, view.plan, 'action', ref)
          : page(<ActionView view={view} action={found} />);
      }),
  });

  server.route({
    method: 'GET',
    path: '/plan/:plan/action/:ref/milestone/:milestone',
    access: 'public',
    handler: (visit) =>
      visitPlan(db, visit, async (view) => {
        const ordinal = wholeNumber(visit.params.milestone);
        const found =
          ordinal === null
            ? null
            : await milestonePage(db, view.plan, refFromPath(visit.params.ref), ordinal);
        return found === null ? notFound() : page(<MilestoneView view={view} found={found} />);
      }),
  });

  server.route({
    method: 'GET',
    path: '/plan/:plan/action/:ref/milestone/:milestone/measure/:measure',
    access: 'public',
    handler: (visit) =>
      visitPlan(db, visit, async (view) => {
        const ordinal = wholeNumber(visit.params.milestone);
        const measure = wholeNumber(visit.params.measure);
        if (ordinal === null || measure === null) return notFound();
        const found = await milestonePage(db, view.plan, refFromPath(visit.params.ref), ordinal);
        return found?.milestone.measures[measure - 1] === undefined
          ? notFound()
          : page(<MeasureView view={view} found={found} ordinal={measure} />);
      }),
  });

  server.route({
    method: 'GET',
    path: '/plan/:plan/lead/:lead',
    access: 'public',
    handler: (visit) =>
      visitPlan(db, visit, async (view) => {
        const found = await leadPage(db, view.plan, visit.params.lead);
        return found === null ? notFound() : page(<LeadView view={view} lead={found} />);
      }),
  });
}

/** A number from an address: whole, from 1, small enough for the database; anything else names nothing. */
function wholeNumber(text: string): number | null {
  return /^[1-9]\d{0,5}$/.test(text) ? Number(text) : null;
}
