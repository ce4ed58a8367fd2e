import type { JSX } from 'preact';
import { Button } from '../../../platform/govuk/button.tsx';
import { InsetText } from '../../../platform/govuk/inset-text.tsx';
import { Figures } from '../../../platform/web/figure.tsx';
import type { ReadingCounts } from '../domain/count-reading.ts';
import { importPaths } from '../paths.ts';
import type { Column } from '../reading/plan-reading.ts';
import { momentInWords } from './import-words.ts';
import { counted } from './words.ts';

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
  /** The version that the same file was accepted as before. */
  readonly acceptedBefore: { readonly title: string; readonly version: number } | null;
}

/** A priority, as something to turn to. */
export interface DraftPart {
  readonly number: number;
  readonly title: string;
  readonly actions: number;
}

/** Whose file, what was found in it, and what can be done with the whole of it. */
export function ImportHead(props: { head: DraftHead }): JSX.Element {
  const { head } = props;
  const { counts } = head;
  const [first] = head.priorities;
  return (
    <>
      <span class="govuk-caption-l">Check what was read</span>
      <h1 class="govuk-heading-l tl-import__file">{head.fileName}</h1>
      <p class="govuk-body">
        Read on {momentInWords(head.createdAt)}. Nothing of it is stored in a plan until you accept it.
      </p>
      {head.acceptedBefore !== null && (
        <InsetText>
          The same file was accepted before, as version {head.acceptedBefore.version} of{' '}
          {head.acceptedBefore.title}. Accepting it again changes nothing, unless you decide otherwise about a
          row.
        </InsetText>
      )}
      <Figures
        items={[
          { n: figure(head.problems.open), label: 'still to look at', href: importPaths.review(head.id) },
          { n: figure(counts.priorities), label: counts.priorities === 1 ? 'priority' : 'priorities' },
          { n: figure(counts.outcomes), label: counts.outcomes === 1 ? 'outcome' : 'outcomes' },
          {
            n: figure(counts.actions),
            label: counts.actions === 1 ? 'action' : 'actions',
            href: first && importPaths.review(head.id, { priority: first.number }),
          },
          { n: figure(counts.milestones), label: counts.milestones === 1 ? 'milestone' : 'milestones' },
          { n: figure(counts.measures), label: counts.measures === 1 ? 'measure' : 'measures' },
          {
            n: figure(counts.requirements),
            label: counts.requirements === 1 ? 'requirement' : 'requirements',
          },
        ]}
      />
      {head.remarks.length > 0 && (
        <InsetText>
          {head.remarks.map((remark) => (
            <p class="govuk-body">{remark}</p>
          ))}
        </InsetText>
      )}
      <div class="govuk-button-group">
        {counts.actions > 0 && (
          <Button href={importPaths.accept(head.id)}>
            Check and accept {counted(counts.actions, 'action')}
          </Button>
        )}
        <a class="govuk-link" href={importPaths.reading(head.id)}>
          Save what was read as a file
        </a>
        <a class="govuk-link" href={importPaths.drop(head.id)}>
          Drop this import
        </a>
      </div>
    </>
  );
}

function figure(n: number): string {
  return n.toLocaleString('en-GB');
}
