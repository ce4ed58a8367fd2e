import type { JSX } from 'preact';
import { Button } from '../../../platform/govuk/button.tsx';
import { InsetText } from '../../../platform/govuk/inset-text.tsx';
import { Figures } from '../../../platform/web/figure.tsx';
import type { ReadingCounts, Column } from '../../improvement/index.ts';
import { importPaths } from '../paths.ts';
import { momentInWords } from '../../../platform/time/moment-words.ts';
import { counted } from '../../../platform/counted.ts';

/** What stands at the head of every page of a draft that is being looked at. */
export interface DraftHead {
  readonly id: string;
  readonly fileName: string;
  readonly readingKey: string;
  readonly createdAt: Date;
  /** As decided so far. */
  readonly counts: ReadingCounts;
  readonly problems: { readonly total: number; readonly open: number };
  /** How many decisions reading the file again would let go. */
  readonly decisions: number;
  readonly columns: readonly Column[];
  /** False where a reading was brought in, which has no table to read again. */
  readonly canReadAgain: boolean;
  /** What is to be known of the file as a whole. */
  readonly remarks: readonly string[];
  readonly priorities: readonly DraftPart[];
  /** Whether the reader may decide about it; else it was opened to them to read, and nothing on the page changes it. */
  readonly mayChange: boolean;
  /** The version that the same file was accepted as before. */
  readonly acceptedBefore: { readonly slug: string; readonly title: string; readonly version: number } | null;
}

/** A priority, as something to turn to. */
export interface DraftPart {
  readonly number: number;
  readonly title: string;
  readonly actions: number;
}

/** Whose file it is, and what whoever reads it can do with the whole of it. */
export function ImportHead(props: { head: DraftHead }): JSX.Element {
  const { head } = props;
  const { mayChange } = head;
  return (
    <>
      <span class="govuk-caption-l">{mayChange ? 'Check what was read' : 'Opened to you to read'}</span>
      <h1 class="govuk-heading-l tl-import__file">{head.fileName}</h1>
      <p class="govuk-body">
        Read on {momentInWords(head.createdAt)}. Nothing of it is stored in a plan until{' '}
        {mayChange ? 'you accept it.' : 'somebody accepts it.'}
      </p>
      {!mayChange && (
        <InsetText>
          This draft was opened to you to read, because you need to know what is in it. Those who bring plans
          in decide about it, and what they decided so far stands beside each row.
        </InsetText>
      )}
      <div class="govuk-button-group">
        {mayChange && head.counts.actions > 0 && (
          <Button href={importPaths.accept(head.id, { plan: head.acceptedBefore?.slug })}>
            Check and accept {counted(head.counts.actions, 'action')}
          </Button>
        )}
        <a class="govuk-link" href={importPaths.reading(head.id)}>
          Save what was read as a file
        </a>
        {mayChange && <LinksToChange draftId={head.id} />}
      </div>
    </>
  );
}

function LinksToChange(props: { draftId: string }): JSX.Element {
  const { draftId } = props;
  return (
    <>
      <a class="govuk-link" href={importPaths.readers(draftId)}>
        Who may see this
      </a>
      <a class="govuk-link" href={importPaths.drop(draftId)}>
        Drop this import
      </a>
    </>
  );
}

/** What was found in the file, and what is to be known of the file as a whole. */
export function ImportFound(props: { head: DraftHead }): JSX.Element {
  const { head } = props;
  const { counts, acceptedBefore } = head;
  const [first] = head.priorities;
  const hrefs: Readonly<Record<string, string | undefined>> = {
    action: first && importPaths.review(head.id, { priority: first.number }),
    requirement: counts.requirements > 0 ? importPaths.review(head.id, { part: 'requirements' }) : undefined,
  };
  const found: readonly (readonly [number, string, string?])[] = [
    [counts.priorities, 'priority', 'priorities'],
    [counts.outcomes, 'outcome'],
    [counts.actions, 'action'],
    [counts.milestones, 'milestone'],
    [counts.measures, 'measure'],
    [counts.requirements, 'requirement'],
  ];
  return (
    <div class="tl-import-found">
      {head.priorities.length > 0 && (
        <Figures
          items={[
            ...found.map(([n, one, many = `${one}s`]) => ({
              n: n.toLocaleString('en-GB'),
              label: n === 1 ? one : many,
              href: hrefs[one],
            })),
            {
              n: head.problems.total.toLocaleString('en-GB'),
              label: head.problems.total === 1 ? 'thing to look at' : 'things to look at',
              href: '#things',
            },
          ]}
        />
      )}
      {acceptedBefore !== null && (
        <InsetText>
          The same file was accepted before, as version {acceptedBefore.version} of {acceptedBefore.title}.
          {head.mayChange && ' The next page shows what, if anything, accepting it again would change.'}
        </InsetText>
      )}
      {head.remarks.map((remark) => (
        <p class="govuk-body tl-quiet">{remark}</p>
      ))}
    </div>
  );
}
