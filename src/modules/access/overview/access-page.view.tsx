import type { JSX } from 'preact';
import type { Content } from '../../../platform/govuk/index.ts';
import type { Frame } from '../../../platform/web/frame.ts';
import { Page } from '../../../platform/web/page.tsx';
import { SubNavigation } from '../../../platform/web/sub-navigation.tsx';
import { accessPaths } from '../paths.ts';

/** The pages about who may do what, and the one that is shown. */
function AccessTabs(props: { current: string; mayChange: boolean }): JSX.Element {
  const tabs: readonly (readonly [string, string])[] = [
    ['Roles', accessPaths.roles()],
    ['Who may use what', accessPaths.matrix()],
    ...(props.mayChange
      ? ([
          ['Sessions', accessPaths.sessions()],
          ['Outbox', accessPaths.outbox()],
          ['The council’s sign-in', accessPaths.organisation()],
          ['The council', accessPaths.council()],
        ] as const)
      : []),
  ];
  return (
    <SubNavigation
      name="Roles and sign-in"
      items={tabs.map(([words, href]) => ({ words, href, isCurrent: words === props.current }))}
    />
  );
}

/** The frame of the pages about the whole of who may do what. */
export function AccessPage(props: {
  frame: Frame;
  title: string;
  tab: string;
  mayChange: boolean;
  children: Content;
}): JSX.Element {
  return (
    <Page frame={props.frame} title={props.title} crumbs={[]} withoutDay>
      <h1 class="govuk-heading-l">{props.title}</h1>
      <AccessTabs current={props.tab} mayChange={props.mayChange} />
      {props.children}
    </Page>
  );
}
