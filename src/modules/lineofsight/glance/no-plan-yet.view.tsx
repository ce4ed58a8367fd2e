import type { JSX } from 'preact';
import { Empty } from '../../../platform/web/empty.tsx';
import type { Frame } from '../../../platform/web/frame.ts';
import { Page } from '../../../platform/web/page.tsx';

/** The home page before there is a plan; `importPlan` is where whoever may brings one in. */
export function NoPlanYet(props: { frame: Frame; importPlan: string | undefined }): JSX.Element {
  if (props.importPlan === undefined) return <NothingPublishedYet frame={props.frame} />;
  return (
    <Page frame={props.frame} title="Welcome" width="reading" withoutDay>
      <h1 class="govuk-heading-l">Bring in your improvement plan</h1>
      <Empty title="The plan will stand here" action={{ text: 'Import a plan', href: props.importPlan }}>
        On one page: what was required, what is promised, what ends this month, and every place where the line
        from one to the other breaks. A Word, Excel, PDF, CSV, HTML or text file will do.
      </Empty>
    </Page>
  );
}

/** The same page for everybody who does not bring plans in. */
function NothingPublishedYet(props: { frame: Frame }): JSX.Element {
  return (
    <Page frame={props.frame} title="Welcome" width="reading" withoutDay>
      <h1 class="govuk-heading-l">{props.frame.site.councilName}</h1>
      <Empty title="The improvement plan will stand here">
        No plan has been brought in yet. Once it is, this page shows what was required, what is promised, what
        ends this month, and every place where the line from one to the other breaks. A programme manager
        brings it in, after signing in.
      </Empty>
    </Page>
  );
}
