import type { JSX } from 'preact';
import { SummaryList } from '../../../platform/govuk/summary-list.tsx';
import { momentInWords } from '../../../platform/time/moment-words.ts';
import { formatDay } from '../../../platform/time/plain-day.ts';
import { Empty } from '../../../platform/web/empty.tsx';
import type { Frame } from '../../../platform/web/frame.ts';
import { Page } from '../../../platform/web/page.tsx';
import { WideTable } from '../../../platform/web/wide-table.tsx';
import { importPaths } from '../paths.ts';
import { capitalised } from '../../improvement/index.ts';
import type { DraftInTrail, DraftRead } from './draft-in-trail.read.ts';
import type { DraftReader } from './draft-readers.read.ts';
import { counted } from '../../../platform/counted.ts';

/** As many readings as somebody looks through on a page; all of them stand in the file. */
const MOST_READS = 200;

export interface ImportSeenProps {
  readonly frame: Frame;
  readonly draft: DraftInTrail;
  readonly could: readonly DraftReader[];
  readonly reads: readonly DraftRead[];
}

/** Who could see a draft on the page's day, and who did. It says nothing of what is in the draft. */
export function ImportSeenPage(props: ImportSeenProps): JSX.Element {
  const { frame, draft, could, reads } = props;
  const { day, isToday } = frame.asAt;
  const file = importPaths.seenFile(draft.id, { on: isToday ? null : day });
  return (
    <Page
      frame={frame}
      title={`Who could see a draft on ${formatDay(day)}, and who did`}
      crumbs={[{ text: 'Audit trail', href: '/audit' }]}
    >
      <span class="govuk-caption-l tl-import__file">Draft {draft.id}</span>
      <h1 class="govuk-heading-l">Who could see it on {formatDay(day)}, and who did</h1>
      <SummaryList
        rows={[
          { key: 'Brought in', value: momentInWords(draft.startedAt) },
          { key: 'By', value: draft.startedBy },
        ]}
      />
      <p class="govuk-body">
        Choose another day at the top of the page.{' '}
        <a class="govuk-link" href={file}>
          Save both lists as a CSV file
        </a>
      </p>
      <h2 class="govuk-heading-m">Who could see it</h2>
      <Could {...props} />
      <h2 class="govuk-heading-m">Who did</h2>
      <Did {...props} />
      <p class="govuk-body tl-quiet">
        {counted(could.length, 'person', 'people')} could, by what was recorded on that day: what was written
        down later gave nobody a way in. A role or a need to know counts if it held at any time of the day, an
        interest if it held all day. Looked at {counted(reads.length, 'time')}. Whoever runs the server can
        read its database without Throughline, which no list here shows.
      </p>
    </Page>
  );
}

function Could({ frame, draft, could }: ImportSeenProps): JSX.Element {
  if (could.length === 0)
    return (
      <Empty headingLevel={3} title="Nobody could see it on that day">
        {frame.asAt.day < draft.startedOn
          ? `It was brought in on ${formatDay(draft.startedOn)}. Choose that day or a later one.`
          : 'Nobody had a role or a need to know that opened it.'}
      </Empty>
    );
  return (
    <WideTable
      name="Who could see it"
      caption="Who could see it"
      captionClass="govuk-visually-hidden"
      head={['Person', 'On which ground', 'What they could do']}
      firstCellIsHeader
      rows={could.map(({ name, grounds, mayChange }) => [
        name,
        capitalised(grounds.join('; ')),
        mayChange ? 'Read it and decide about it' : 'Read it',
      ])}
    />
  );
}

function Did({ reads }: ImportSeenProps): JSX.Element {
  if (reads.length === 0)
    return (
      <Empty headingLevel={3} title="Nobody looked at it on that day">
        Each time somebody looks at it, the audit trail says so, and it stands here.
      </Empty>
    );
  return (
    <>
      {reads.length > MOST_READS && (
        <p class="govuk-body">
          The last {MOST_READS} of {reads.length.toLocaleString('en-GB')} times; all of them are in the file.
        </p>
      )}
      <WideTable
        name="Who looked at it"
        caption="Who looked at it"
        captionClass="govuk-visually-hidden"
        head={['When', 'Person', 'On which ground', { text: 'Event', format: 'numeric' }]}
        rows={reads.slice(0, MOST_READS).map(({ sequence, at, by, ground }) => [
          momentInWords(at),
          by,
          capitalised(ground),
          {
            text: (
              <a class="govuk-link" href={`/audit/event/${sequence}`}>
                {sequence.toLocaleString('en-GB')}
              </a>
            ),
            format: 'numeric' as const,
          },
        ])}
      />
    </>
  );
}
