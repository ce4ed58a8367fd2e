import type { JSX } from 'preact';
import { SubNavigation } from '../../../platform/web/sub-navigation.tsx';
import type { PlanView } from '../plan/plan-view.shape.ts';

const LISTS = [
  ['requirements', 'Requirements'],
  ['actions', 'Actions'],
  ['milestones', 'Milestones'],
  ['measures', 'Measures'],
  ['leads', 'Leads'],
  ['oddities', 'Oddities'],
] as const;

/** The lists of a plan side by side, in the order of the line. */
export function ListTabs(props: { view: PlanView; current: (typeof LISTS)[number][0] }): JSX.Element {
  return (
    <SubNavigation
      name="Lists of the plan"
      items={LISTS.map(([list, words]) => ({
        words,
        href: props.view.paths[list](),
        isCurrent: list === props.current,
      }))}
    />
  );
}
