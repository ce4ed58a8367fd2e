import type { Stop } from '../../../platform/web/thread.tsx';
import type { MilestonePage } from './milestone-page.query.ts';
import { threadOf } from './plan-thread.view.tsx';
import type { PlanView } from '../plan/plan-view.shape.ts';

/** The line through one milestone, for its own page and for the pages of its measures. */
export function milestoneThread(
  view: PlanView,
  { action, milestone }: MilestonePage,
  current: 'milestone' | 'measure',
  measure?: number,
): Stop[] {
  const own = view.paths.milestone(action.ref, milestone.ordinal);
  const [lead] = milestone.leads;
  return threadOf([
    {
      kind: 'requirement',
      count: action.carries.length,
      one: 'requirement',
      name: action.carries.length === 1 ? action.carries[0]?.ref : undefined,
      href: `${view.paths.action(action.ref)}#carries`,
    },
    { kind: 'action', count: 1, one: 'action', name: action.ref, href: view.paths.action(action.ref) },
    {
      kind: 'milestone',
      count: 1,
      one: 'milestone',
      name: `${action.ref}/${milestone.ordinal}`,
      href: own,
      current: current === 'milestone',
    },
    {
      kind: 'lead',
      count: milestone.leads.length,
      one: 'lead',
      name: milestone.leads.length === 1 ? lead?.name : undefined,
      href: milestone.leads.length === 1 && lead !== undefined ? view.paths.lead(lead.slug) : own,
    },
    {
      kind: 'measure',
      count: milestone.measures.length,
      one: 'measure',
      name: measure === undefined ? undefined : `${action.ref}/${milestone.ordinal}/${measure}`,
      href: milestone.measures.length === 1 ? view.paths.measure(action.ref, milestone.ordinal, 1) : own,
      current: current === 'measure',
    },
    { kind: 'figure', count: 0, one: 'figure', none: 'no figures are held yet' },
    { kind: 'report', count: 1, one: 'report', name: 'Progress report', href: view.paths.report() },
  ]);
}
