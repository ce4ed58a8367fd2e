import type { JSX } from 'preact';
import { linkAsAt } from '../../../platform/web/as-at.ts';
import type { Frame } from '../../../platform/web/frame.ts';
import { SubNavigation } from '../../../platform/web/sub-navigation.tsx';
import { bodyPaths } from '../paths.ts';

const TABS = [
  ['diagram', 'Diagram', bodyPaths.bodies()],
  ['list', 'List', bodyPaths.list()],
  ['changes', 'Changes', bodyPaths.changes()],
  ['conflicts', 'Where papers differ', bodyPaths.conflicts()],
  ['accountability', 'Accountability', bodyPaths.accountability()],
  ['balance', 'Political balance', bodyPaths.balance()],
  ['options', 'Options', bodyPaths.options()],
] as const;

export type BodiesTab = (typeof TABS)[number][0] | 'vacancies';

/** The views of one record of bodies. */
export function BodiesTabs(props: { frame: Frame; current: BodiesTab; mayKeep: boolean }): JSX.Element {
  const { frame, current, mayKeep } = props;
  const tabs: readonly (readonly [BodiesTab, string, string])[] = mayKeep
    ? [...TABS, ['vacancies', 'To do', bodyPaths.vacancies()]]
    : TABS;
  return (
    <SubNavigation
      name="Bodies"
      items={tabs.map(([name, words, href]) => ({
        words,
        href: linkAsAt(href, frame.asAt),
        isCurrent: name === current,
      }))}
    />
  );
}
