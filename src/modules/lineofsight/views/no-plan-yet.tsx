import type { JSX } from 'preact';
import { Empty } from '../../../platform/web/empty.tsx';
import type { Frame } from '../../../platform/web/frame.ts';
import { Page } from '../../../platform/web/page.tsx';
import { importPaths } from '../../improvement/index.ts';

/** The home page before there is a plan. */
export function NoPlanYet(props: { frame: Frame }): JSX.Element {
  return (
    <Page frame={props.frame} title="Welcome" width="reading" withoutDay>
      <h1 class="govuk-heading-l">Bring in your improvement plan</h1>
      <Empty title="The plan will stand here" action={{ text: 'Import a plan', href: importPaths.start() }}>
        On one page: what was required, what is promised, what ends this month, and every place where the line
        from one to the other breaks. A Word, Excel, PDF, CSV, HTML or text file will do.
      </Empty>
    </Page>
  );
}
