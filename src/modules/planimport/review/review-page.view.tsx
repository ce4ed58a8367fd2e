import type { ComponentChildren, JSX } from 'preact';
import { Empty } from '../../../platform/web/empty.tsx';
import type { Frame } from '../../../platform/web/frame.ts';
import { Page } from '../../../platform/web/page.tsx';
import { importPaths } from '../paths.ts';
import { ImportColumnsForm } from '../columns/columns-form.view.tsx';
import { type DraftHead, ImportFound, ImportHead } from '../draft/draft-head.view.tsx';
import { type CurrentPart, ImportParts } from './parts.view.tsx';

const PART_WORDS = { problems: 'Things to look at', requirements: 'Requirements', people: 'People' } as const;

/** A draft that is being looked at: what was found, what is odd, and what was read, a part at a time. */
export function ImportReviewPage(props: {
  frame: Frame;
  token: string;
  head: DraftHead;
  current: CurrentPart;
  children: ComponentChildren;
}): JSX.Element {
  const { head, current } = props;
  const part = typeof current === 'number' ? `Priority ${current}` : PART_WORDS[current];
  const nothingRead = head.priorities.every(({ actions }) => actions === 0);
  return (
    <Page
      frame={props.frame}
      title={`${part} in ${head.fileName}`}
      crumbs={head.mayChange ? [{ text: 'Import a plan', href: importPaths.start() }] : []}
      withoutDay
    >
      <ImportHead head={head} />
      {nothingRead && <NoActions head={head} />}
      {current === 'problems' && (
        <>
          <ImportFound head={head} />
          <ImportColumnsForm head={head} token={props.token} open={nothingRead} />
        </>
      )}
      {(head.problems.total > 0 || !nothingRead) && (
        <>
          <ImportParts head={head} current={current} />
          {props.children}
        </>
      )}
    </Page>
  );
}

function NoActions(props: { head: DraftHead }): JSX.Element {
  const { columns, canReadAgain, mayChange } = props.head;
  return (
    <Empty
      title="No action was found in this file"
      action={mayChange ? { text: 'Choose another file', href: importPaths.start() } : undefined}
    >
      {!mayChange
        ? 'Whoever brought it in can say what each of its columns holds, or choose another file.'
        : columns.length > 0 && canReadAgain
          ? 'A table was found. Say below which of its columns holds the actions, and read the file again.'
          : 'No table with headings such as Ref, Action, Timescale, Lead and Measures was found in it. Check that it is the plan itself, and that its first row holds the headings.'}
    </Empty>
  );
}
