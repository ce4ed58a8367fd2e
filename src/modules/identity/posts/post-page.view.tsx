import type { JSX } from 'preact';
import { Button, Details, Radios, SummaryList } from '../../../platform/govuk/index.ts';
import { formatDay } from '../../../platform/time/plain-day.ts';
import { asAtInWords } from '../../../platform/web/as-at.ts';
import { CsrfField } from '../../../platform/web/csrf-field.tsx';
import type { Frame, Place } from '../../../platform/web/frame.ts';
import { Page } from '../../../platform/web/page.tsx';
import { daysInWords } from '../holdings/holding-words.rule.ts';
import type { Stretch } from '../holdings/post-timeline.rule.ts';
import { identityPaths } from '../paths.ts';
import type { NamedHolding, PostPage } from './post-page.query.ts';
import { type FormState, Problems } from '../../../platform/web/form-fields.tsx';
import { DayLink } from '../../../platform/web/day-link.tsx';
import { HoldingHistory } from '../holdings/holding-history.view.tsx';
import { capitalised, HoldersOnDay, Manner } from '../holdings/holding-words.view.tsx';
import { HoldingLinks, HoldingSources, PageActions } from '../people/person-page.view.tsx';
import { StatementTable } from '../sources/statement-table.view.tsx';

export interface PostViewProps {
  readonly frame: Frame;
  readonly post: PostPage;
  readonly mayChange: boolean;
  readonly token: string;
  readonly state?: FormState | undefined;
  /** Pages of other modules about it, that the reader may use. */
  readonly further: readonly Place[];
}

/** A post: who held it on the day and who says so, and everybody who did, with the days on which nobody did. */
export function PostView(props: PostViewProps): JSX.Element {
  const { frame, post, mayChange, state } = props;
  return (
    <Page
      frame={frame}
      title={post.title}
      crumbs={[{ text: 'Posts', href: identityPaths.posts() }]}
      hasErrors={state !== undefined}
    >
      {state !== undefined && <Problems state={state} />}
      {post.organisation !== null && <span class="govuk-caption-l">{post.organisation}</span>}
      <h1 class="govuk-heading-l">{post.title}</h1>
      <SummaryList
        rows={[
          {
            key: `Held by, as at ${asAtInWords(frame.asAt)}`,
            value: <HoldersOnDay frame={frame} holders={post.holders} isVacant={post.isVacant} />,
          },
          {
            key: 'Meant for',
            value: post.holdersMeant === 'one' ? 'One holder, or a job share' : 'Several holders at once',
          },
        ]}
      />
      <PageActions
        own={mayChange ? [{ text: 'Appoint somebody', href: identityPaths.appoint(post.id) }] : []}
        further={props.further}
        firstLeads={mayChange}
      />
      <h2 class="govuk-heading-m">Holders over time</h2>
      {post.timeline.length === 0 ? (
        <p class="govuk-body tl-lacking">Nobody is recorded in this post.</p>
      ) : (
        <ol class="tl-timeline">
          {post.timeline.map((stretch) => (
            <StretchItem {...props} stretch={stretch} />
          ))}
        </ol>
      )}
      {post.statements.length > 0 && (
        <>
          <h2 class="govuk-heading-m">What papers say</h2>
          <StatementTable statements={post.statements} />
        </>
      )}
      <Withdrawn post={post} />
      {mayChange && <HoldersForm {...props} />}
    </Page>
  );
}

function StretchItem(props: PostViewProps & { stretch: Stretch<NamedHolding> }): JSX.Element {
  const { frame, post, mayChange, stretch } = props;
  if (stretch.kind !== 'held')
    return (
      <li class="tl-timeline__item tl-timeline__item--empty">
        <span class="tl-timeline__days">
          {`From ${formatDay(stretch.from)}`}
          {stretch.to !== null && ` to ${formatDay(stretch.to)}`}
        </span>
        <span class="tl-timeline__what">
          {stretch.kind === 'vacant' ? 'Vacant' : 'Not known who held it'}
        </span>
      </li>
    );
  const { holding } = stretch;
  return (
    <li class="tl-timeline__item">
      <span class="tl-timeline__days">{capitalised(daysInWords(holding))}</span>
      <span class="tl-timeline__what">
        <DayLink frame={frame} href={identityPaths.person(holding.personId)}>
          {holding.personName}
        </DayLink>
        <Manner holding={holding} />
      </span>
      <HoldingSources holding={holding} />
      {mayChange && <HoldingLinks holding={holding} what={`${holding.personName}’s holding`} />}
      <HoldingHistory holding={holding} history={post.history} />
    </li>
  );
}

/** What was taken out of the record: it stands here, with the reason. */
function Withdrawn(props: { post: PostPage }): JSX.Element | null {
  const rows = props.post.history.filter(({ change, isReplaced }) => change === 'withdrawn' && !isReplaced);
  if (rows.length === 0) return null;
  return (
    <Details summary="Taken out of the record">
      <ul class="govuk-list">
        {rows.map((row) => (
          <li>
            {row.personName}, {daysInWords(row)}. {row.reason}
          </li>
        ))}
      </ul>
    </Details>
  );
}

function HoldersForm(props: PostViewProps): JSX.Element {
  const { post, token, state } = props;
  return (
    <Details summary="Change how many may hold it" open={state !== undefined}>
      <form method="post" action={identityPaths.holders(post.id)} novalidate>
        <CsrfField token={token} />
        <HoldersRadios value={post.holdersMeant} error={state?.problems?.of('holders')} />
        <Button kind="secondary">Save how many</Button>
      </form>
    </Details>
  );
}

export function HoldersRadios(props: { value: string; error: string | undefined }): JSX.Element {
  return (
    <Radios
      name="holders"
      fieldset={{
        legend: { text: 'How many may hold the post at once', class: 'govuk-fieldset__legend--s' },
      }}
      value={props.value}
      error={props.error}
      items={[
        { value: 'one', text: 'One', hint: 'Two only where each is marked as a job share.' },
        { value: 'several', text: 'Several', hint: 'A pool, such as Heads of Service.' },
      ]}
    />
  );
}
